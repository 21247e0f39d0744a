"""Divides the communities into grids, and puts compounds and buildings into them."""

from collections.abc import Iterator

from graph.vocabulary import Kind
from seed_data.synthesis.compounds import CompoundNames
from seed_data.synthesis.naming import Names, chinese_number
from seed_data.synthesis.recipe import CompoundWords, Recipe
from seed_data.synthesis.rows import AreaRow
from seed_data.synthesis.spreading import Share, apportion, choice, shuffled
from seed_data.synthesis.territory import Territory


def settle(territory: Territory, recipe: Recipe, words: CompoundWords, grids: int) -> None:
    """Add the grids of the whole city, that many, and what stands in each."""
    names = Names(recipe)
    for community, count in grid_counts(territory, recipe, grids).items():
        territory.add(_grids(community, count, recipe))
    for street in territory.streets():
        compound_names = CompoundNames(words, names)
        for community in territory.communities(street):
            fresh = compound_names.of(community)
            for grid in territory.parts(community, Kind.GRID):
                territory.add(_compounds(grid, recipe, fresh))
    for grid in list(territory.within(territory.root(), Kind.GRID)):
        territory.add(_buildings(grid, territory.parts(grid, Kind.COMPOUND), recipe))


def grid_counts(territory: Territory, recipe: Recipe, grids: int) -> dict[AreaRow, int]:
    """Return how many grids each community has: the spread of sizes falls to the communities evenly."""
    table, communities = recipe.grids, {area.id: area for area in territory.all_communities()}
    ranks = {community: rank for rank, community in enumerate(shuffled(list(communities), "size"))}
    shares = [
        Share(_on_curve(table.shares, ranks[community], len(ranks)), table.least, table.most)
        for community in communities
    ]
    return dict(zip(communities.values(), apportion(grids, shares), strict=True))


def _on_curve(curve: list[int], rank: int, ranks: int) -> int:
    """Return the height of a curve in the middle of a rank's stretch of it, in whole numbers: twice the ranks fold."""
    place, further = divmod((2 * rank + 1) * (len(curve) - 1), 2 * ranks)
    return curve[place] * 2 * ranks + (curve[place + 1] - curve[place]) * further


def stairwells(building: AreaRow, recipe: Recipe) -> int:
    """Return how many stairwells, 单元, a building has."""
    return choice(recipe.buildings.stairwells, building.id, "stairwells")


def _grids(community: AreaRow, count: int, recipe: Recipe) -> Iterator[AreaRow]:
    for place in range(1, count + 1):
        name = recipe.grids.name.format(community=community.name, ordinal=chinese_number(place))
        yield AreaRow(f"{community.id}{place:03}", Kind.GRID, name, community.id)


def _compounds(grid: AreaRow, recipe: Recipe, names: Iterator[str]) -> Iterator[AreaRow]:
    for place in range(1, choice(recipe.compounds.of_a_grid, grid.id, "compounds") + 1):
        yield AreaRow(f"{grid.id}{place:02}", Kind.COMPOUND, next(names), grid.id)


def _buildings(grid: AreaRow, compounds: list[AreaRow], recipe: Recipe) -> Iterator[AreaRow]:
    table = recipe.buildings
    if not compounds:
        count = choice(table.without_compound, grid.id, "buildings")
        yield from _row_of_buildings(grid, f"{grid.id}00", count, table.name_without_compound)
    spread = table.in_an_only_compound if len(compounds) == 1 else table.in_one_of_several
    for compound in compounds:
        count = choice(spread, compound.id, "buildings")
        yield from _row_of_buildings(compound, compound.id, count, table.name)


def _row_of_buildings(whole: AreaRow, prefix: str, count: int, name: str) -> Iterator[AreaRow]:
    for place in range(1, count + 1):
        yield AreaRow(f"{prefix}{place:03}", Kind.BUILDING, name.format(number=place), whole.id)
