"""Pairs new organisations, streets and communities, and the delivery firms with those they work beside."""

from collections.abc import Iterator, Sequence
from itertools import chain

from graph.vocabulary import Kind, PairingCategory, UnitCategory
from seed_data.synthesis.city import City
from seed_data.synthesis.rows import AreaRow, Cell, EntryRow, UnitRow
from seed_data.synthesis.spreading import choice, number, shuffled
from seed_data.synthesis.table import Some, Table, read_table


class NewOrgPairingTable(Table):
    """How many new organisations of a community pair, and with whom."""

    of_a_community: Some[int]
    with_street: Some[bool]
    with_unit: Some[bool]
    unit_categories: list[UnitCategory]
    name: str


class DeliveryPairingTable(Table):
    """Whom the delivery firms of a street pair with, and in what."""

    firms_at_most: int
    line: str
    beside: list[str]
    name: str
    cooperation: Some[str]


class PairingsRecipe(Table):
    """``pairings.toml``: what a pairing may be about, and who pairs."""

    modes: Some[str]
    shared: Some[str]
    cooperation: Some[str]
    of_modes: Some[int]
    of_shared: Some[int]
    of_cooperation: Some[int]
    new_org: NewOrgPairingTable
    delivery: DeliveryPairingTable


Draft = tuple[str, PairingCategory, list[str]]
"""A pairing's name, its category and the ids of its parties."""


def add_pairings(city: City) -> None:
    """Add the new organisations' pairings, community by community, then the delivery firms', street by street."""
    recipe = read_table(city.folder / "pairings.toml", PairingsRecipe)
    drafts = chain(_of_new_orgs(city, recipe.new_org), _of_delivery(city, recipe.delivery))
    for place, (name, category, party_ids) in enumerate(drafts, 1):
        cooperation = recipe.delivery.cooperation if category is PairingCategory.DELIVERY else recipe.cooperation
        key = party_ids[1]
        cells: dict[str, Cell] = {
            "party_ids": party_ids,
            "category": category,
            "modes": _some(recipe.modes, recipe.of_modes, key, "modes"),
            "shared": _some(recipe.shared, recipe.of_shared, key, "shared"),
            "cooperation": _some(cooperation, recipe.of_cooperation, key, "cooperation"),
        }
        city.add([EntryRow(Kind.PAIRING, f"PG{place:03}", name, cells)])


def _some(options: list[str], counts: list[int], *key: str) -> list[str]:
    """Return some of the options, in their own order."""
    chosen = shuffled(options, *key)[: choice(counts, *key, "count")]
    return [option for option in options if option in chosen]


def _of_new_orgs(city: City, recipe: NewOrgPairingTable) -> Iterator[Draft]:
    at_home: dict[str, list[UnitRow]] = {}
    for unit in city.units:
        if unit.id in city.homes:
            at_home.setdefault(city.homes[unit.id].id, []).append(unit)
    for community in city.territory.all_communities():
        units = at_home.get(community.id, [])
        working = [unit for unit in units if city.ledgers[unit.id].get("is_operating")]
        count = choice(recipe.of_a_community, community.id, "pairings")
        for unit in sorted(working, key=lambda unit: number("pairing", unit.id))[:count]:
            of_street = choice(recipe.with_street, unit.id, "street")
            org = city.chain.on(city.territory.holder(community, Kind.TOWN) if of_street else community)
            party_ids = [org.id, unit.id]
            others = [other.id for other in units if other.category in recipe.unit_categories]
            if others and choice(recipe.with_unit, unit.id, "unit"):
                party_ids.append(choice(others, unit.id, "other"))
            yield recipe.name.format(org=org.name, unit=unit.name), PairingCategory.NEW_ORG, party_ids


def _of_delivery(city: City, recipe: DeliveryPairingTable) -> Iterator[Draft]:
    firms: dict[str, list[str]] = {}
    for volunteer in city.of_kind(Kind.VOLUNTEER):
        of_street = firms.setdefault(str(volunteer.cells["town_id"]), [])
        if volunteer.cells["unit_id"] not in of_street:
            of_street.append(str(volunteer.cells["unit_id"]))
    for street in city.territory.streets():
        if street.id in firms:
            org = city.chain.on(street)
            party_ids = [org.id, *sorted(firms[street.id])[: recipe.firms_at_most], *_beside(city, recipe, street)]
            yield recipe.name.format(town=city.names.full(street)), PairingCategory.DELIVERY, party_ids


def _beside(city: City, recipe: DeliveryPairingTable, street: AreaRow) -> Iterator[str]:
    """Yield the department, the lead police station and the units of the street that its delivery firms work beside."""
    department = city.department(city.territory.holder(street, Kind.COUNTY), recipe.line)
    if department:
        yield department.id
    stations = [one for one in city.of_kind(Kind.POLICE_STATION) if one.cells["town_id"] == street.id]
    yield from (one.id for one in sorted(stations, key=lambda one: (not one.cells["is_lead"], one.id))[:1])
    for sort in recipe.beside:
        of_sort = [
            unit_id
            for unit_id, community in city.homes.items()
            if city.sorts[unit_id] == sort and community.parent_id == street.id and _is_working(city, unit_id)
        ]
        yield from _one(of_sort, street.id, sort)


def _one(options: Sequence[str], *key: str) -> list[str]:
    return [choice(options, *key)] if options else []


def _is_working(city: City, unit_id: str) -> bool:
    return city.ledgers[unit_id].get("is_operating") is not False
