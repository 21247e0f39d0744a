"""Enrols couriers and riders as volunteers in the teams of streets."""

from collections.abc import Iterator

from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.rows import AreaRow, EntryRow
from seed_data.synthesis.spreading import Share, apportion, choice, evenly, number
from seed_data.synthesis.table import Some, Table, read_table


class VolunteersRecipe(Table):
    """``volunteers.toml``: what they act as, where they come from and how many they are."""

    roles: Some[str]
    firms: Some[str]
    least: int
    for_a_hundred_grids: Some[int]


def add_volunteers(city: City) -> None:
    """Add the team of every street that has grids and firms at work."""
    recipe = read_table(city.folder / "volunteers.toml", VolunteersRecipe)
    firms: dict[str, list[str]] = {}
    for unit_id, community in city.homes.items():
        if city.sorts[unit_id] in recipe.firms and city.ledgers[unit_id]["is_operating"]:
            firms.setdefault(community.parent_id, []).append(unit_id)
    for street in city.territory.streets():
        if street.id in firms:
            first = len(city.of_kind(Kind.VOLUNTEER)) + 1
            city.add(_team(city, recipe, street, firms[street.id], first))


def _team(city: City, recipe: VolunteersRecipe, street: AreaRow, firms: list[str], first: int) -> Iterator[EntryRow]:
    """Yield a street's team: spread over its grids, in every role, none with more of a firm's people than it has."""
    grids = list(city.territory.within(street, Kind.GRID))
    shares = [Share(staff, 0, staff) for staff in (_staff(city, unit_id) for unit_id in firms)]
    further = len(grids) * choice(recipe.for_a_hundred_grids, street.id, "volunteers") // 100
    count = min(recipe.least + further, sum(share.most for share in shares))
    senders = [
        (unit_id, turn)
        for unit_id, of_firm in zip(firms, apportion(count, shares), strict=True)
        for turn in range(of_firm)
    ]
    senders.sort(key=lambda sender: number("volunteer", sender[0], str(sender[1])))
    for place, (grid, (unit_id, turn)) in enumerate(zip(evenly(grids, count, street.id, "team"), senders, strict=True)):
        yield EntryRow(
            Kind.VOLUNTEER,
            f"Z{first + place:04}",
            city.people.name("volunteer", unit_id, str(turn)),
            {
                "grid_id": grid.id,
                "town_id": street.id,
                "unit_id": unit_id,
                "role": recipe.roles[(number(street.id, "role") + place) % len(recipe.roles)],
            },
        )


def _staff(city: City, unit_id: str) -> int:
    return int(str(city.ledgers[unit_id]["employees"]))
