"""Says how many officers each department posts to each street and town."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.departments import ServingDepartments
from seed_data.synthesis.policing_recipe import PostedLineTable, PostedTable
from seed_data.synthesis.rows import AreaRow, UnitRow
from seed_data.synthesis.spreading import Share, apportion, choice, shuffled
from seed_data.synthesis.table import listed


@dataclass(frozen=True, slots=True)
class Posting:
    """The officers of a department in a street or town: so many, since a day, and the grids some of them may serve."""

    town: AreaRow
    unit: UnitRow
    count: int
    posted_on: date
    grids: list[AreaRow]


def postings(city: City, table: PostedTable, serving: ServingDepartments) -> Iterator[Posting]:
    """Yield the postings town by town and line by line: over all, the published number of officers and of lines.

    Urban management posts its published number to the streets alone, one at least to each.
    """
    lines = listed(table.lines, city.total("sinking_departments"), "lines of officers")
    territory = city.territory
    grids = {street.id: list(territory.within(street, Kind.GRID)) for street in territory.streets()}
    towns = territory.towns()
    counts = _counts(city, table, lines, towns, {street: len(own) for street, own in grids.items()})
    for town in towns:
        for line in lines:
            if count := counts[line.name].get(town.id, 0):
                unit = serving.of(line.name, territory.holder(town, Kind.COUNTY))
                posted_on = choice(table.posted_on, unit.id, town.parent_id, "posted")
                yield Posting(town, unit, count, posted_on, grids.get(town.id, []) if line.in_grids else [])


def _counts(
    city: City, table: PostedTable, lines: Sequence[PostedLineTable], towns: list[AreaRow], streets: Mapping[str, int]
) -> dict[str, dict[str, int]]:
    """Return how many officers of each line a town has, by line and town; the streets with how many grids each has."""
    urban_officers, others = (
        city.total("urban_officers"),
        [line for line in lines if line.name != table.urban_management],
    )
    urban = apportion(urban_officers, [Share(grids, 1, urban_officers) for grids in streets.values()])
    counts = {table.urban_management: dict(zip(streets, urban, strict=True))}
    rest = city.total("sunk_officers") - urban_officers
    totals = apportion(rest, [Share(line.share, 1, rest) for line in others])
    for line, total in zip(others, totals, strict=True):
        # In an order of the line's own, lest the odd ones all go to the first county.
        ids = shuffled([town.id for town in towns], line.name, "posted")
        spreads = [table.street_shares if town in streets else table.town_shares for town in ids]
        shares = [
            Share(choice(spread, town, line.name, "posted"), 0, total)
            for town, spread in zip(ids, spreads, strict=True)
        ]
        counts[line.name] = dict(zip(ids, apportion(total, shares), strict=True))
    return counts
