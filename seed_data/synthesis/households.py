"""Sets up the building groups under the branches, and the member households under all groups."""

from graph.vocabulary import Kind
from seed_data.synthesis.chain import Chain
from seed_data.synthesis.grids import stairwells
from seed_data.synthesis.recipe import Recipe
from seed_data.synthesis.rows import AreaRow, OrgRow
from seed_data.synthesis.spreading import Share, apportion, choice, evenly
from seed_data.synthesis.territory import Territory


def set_up_building_groups(chain: Chain, territory: Territory, recipe: Recipe, total: int) -> None:
    """Set up so many groups in all, each on a building or a compound of the grid of its branch."""
    areas = {area.id: area for area in territory.all()}
    branches = chain.of_kind(Kind.GRID_BRANCH)
    places = [_places(territory, recipe, areas[branch.area_id]) for branch in branches]
    shares = [
        Share(choice(recipe.chain.building_group_shares, branch.id, "groups"), 0, len(at))
        for branch, at in zip(branches, places, strict=True)
    ]
    for branch, at, count in zip(branches, places, apportion(total, shares), strict=True):
        for place in evenly(at, count, branch.id, "where"):
            whole = areas[place.parent_id]
            called = f"{whole.name}{place.name}" if place.kind is Kind.BUILDING else place.name
            chain.set_up(Kind.BUILDING_GROUP, place, branch.id, called=called)


def choose_households(chain: Chain, territory: Territory, recipe: Recipe, total: int) -> None:
    """Choose so many households in all, at most one a stairwell, under the group that stands on it."""
    areas = {area.id: area for area in territory.all()}
    groups = [*chain.of_kind(Kind.BUILDING_GROUP), *chain.of_kind(Kind.GRID_GROUP)]
    slots = [_stairwells(territory, recipe, areas[group.area_id]) for group in groups]
    shares = [_share(recipe, group, len(at)) for group, at in zip(groups, slots, strict=True)]
    for group, at, count in zip(groups, slots, apportion(total, shares), strict=True):
        for building, stairwell in evenly(at, count, group.id, "where"):
            chain.choose_household(building, stairwell, group)


def _places(territory: Territory, recipe: Recipe, grid: AreaRow) -> list[AreaRow]:
    """Return where a branch may have groups: a compound as one, or each of its buildings, never both."""
    compounds = territory.parts(grid, Kind.COMPOUND)
    places = territory.parts(grid, Kind.BUILDING)
    for compound in compounds:
        as_one = len(compounds) > 1 and choice(recipe.chain.compounds_as_one, compound.id, "group")
        places.extend([compound] if as_one else territory.parts(compound, Kind.BUILDING))
    return places


def _stairwells(territory: Territory, recipe: Recipe, area: AreaRow) -> list[tuple[AreaRow, int]]:
    """Return every stairwell in an area, as its building and its number there."""
    buildings = [area] if area.kind is Kind.BUILDING else list(territory.within(area, Kind.BUILDING))
    return [(building, number) for building in buildings for number in range(1, stairwells(building, recipe) + 1)]


def _share(recipe: Recipe, group: OrgRow, most: int) -> Share:
    return Share(most * choice(recipe.chain.household_shares, group.id, "households"), 1, most)
