"""Opens the venues of member units."""

from collections.abc import Iterator

from graph.errors import DataSetError
from graph.vocabulary import Kind
from seed_data.synthesis.alliance_life_recipe import VenuesTable, VenueTable
from seed_data.synthesis.city import City
from seed_data.synthesis.days import working_day
from seed_data.synthesis.rows import Cell, EntryRow, UnitRow
from seed_data.synthesis.spreading import Share, apportion, choice, number
from words import enumerated, said


def open_venues(city: City, recipe: VenuesTable, total: int) -> Iterator[EntryRow]:
    """Yield so many venues in all, each of another unit, the more in a street the more units could open one.

    Raises ``DataSetError`` where too few could, or a venue offers an item that no service category has.
    """
    groups: dict[str, list[UnitRow]] = {}
    members = {membership.unit_id for membership in city.memberships}
    for unit in city.units:
        if unit.id in members and city.sorts.get(unit.id) in recipe.of_sort:
            street = city.territory.holder(city.homes[unit.id], Kind.TOWN)
            groups.setdefault(street.id, []).append(unit)
    counts = apportion(total, [Share(len(group), 0, len(group)) for group in groups.values()])
    chosen = [
        unit
        for group, count in zip(groups.values(), counts, strict=True)
        for unit in sorted(group, key=lambda unit: number("venue", unit.id))[:count]
    ]
    items = {item.name: item.id for item in city.of_kind(Kind.SERVICE_ITEM)}
    for place, unit in enumerate(sorted(chosen, key=lambda unit: unit.id), 1):
        table = choice(recipe.of_sort[city.sorts[unit.id]], unit.id, "venue")
        name = recipe.name.format(unit=unit.name, venue=table.name)
        yield EntryRow(Kind.VENUE, f"V{place:03}", name, _cells(city, recipe, unit, table, items))


def _cells(city: City, recipe: VenuesTable, unit: UnitRow, table: VenueTable, items: dict[str, str]) -> dict[str, Cell]:
    if unknown := [item for item in table.items if item not in items]:
        raise DataSetError(
            said(
                "alliance_life.toml has venues offer what no service category has: {unknown}.",
                unknown=enumerated(unknown),
            )
        )
    cells: dict[str, Cell] = {
        "area_id": city.homes[unit.id].id,
        "unit_id": unit.id,
        "facilities": table.facilities,
        "opened_on": working_day(recipe.first, recipe.last, unit.id, "opened"),
    }
    if table.items and choice(recipe.offers, unit.id, "offers"):
        cells["item_ids"] = sorted(items[item] for item in table.items)
    return cells
