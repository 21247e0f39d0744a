"""Sets up the chain from the city committee to the grids: some grids get a branch, some a group, some neither."""

from graph.vocabulary import Kind
from seed_data.synthesis.chain import Chain
from seed_data.synthesis.recipe import Recipe, SizedNameTable
from seed_data.synthesis.rows import AreaRow
from seed_data.synthesis.spreading import Share, apportion, choice, shuffled
from seed_data.synthesis.territory import Territory
from seed_data.synthesis.totals import Totals


def set_up_committees(chain: Chain, territory: Territory) -> None:
    """Set up the committees of the city, its counties and its streets."""
    city = chain.set_up(Kind.CITY_COMMITTEE, territory.root(), "")
    for county in territory.counties():
        chain.set_up(Kind.COUNTY_COMMITTEE, county, city.id)
    for street in territory.streets():
        chain.set_up(Kind.STREET_COMMITTEE, street, chain.on(territory.holder(street, Kind.COUNTY)).id)


def set_up_grids(chain: Chain, territory: Territory, recipe: Recipe, totals: Totals) -> None:
    """Set up the communities' organisations, and on their grids the branches and the groups, so many in all."""
    communities = territory.all_communities()
    grids = [_spread_out(territory.parts(community, Kind.GRID), community) for community in communities]
    branches = _divide(totals.grid_branches, grids, 1, recipe.chain.branch_shares)
    free = [part[count:] for part, count in zip(grids, branches, strict=True)]
    groups = _divide(totals.grid_groups, free, 0, recipe.chain.grid_group_shares)
    for i, community in enumerate(communities):
        superior = chain.on(territory.holder(community, Kind.TOWN))
        rule = _by_size(recipe.chain.community_names, branches[i])
        org = chain.set_up(Kind.COMMUNITY_ORG, community, superior.id, rule=rule)
        with_branch, with_group = _in_order(grids[i][: branches[i]]), _in_order(free[i][: groups[i]])
        for grid in with_branch:
            chain.set_up(Kind.GRID_BRANCH, grid, org.id, called=_branch_name(territory, recipe, grid))
        for grid in with_group:
            chain.set_up(Kind.GRID_GROUP, grid, chain.on(_nearest(with_branch, grid)).id)


def _divide(total: int, grids: list[list[AreaRow]], least: int, spread: list[int]) -> list[int]:
    """Divide a total over the communities by the grids each may have it on, more of them here and fewer there."""
    shares = [
        Share(len(part) * choice(spread, "divide", *(grid.id for grid in part)), least, len(part)) for part in grids
    ]
    return apportion(total, shares)


def _by_size(rules: list[SizedNameTable], branches: int) -> SizedNameTable:
    return next(rule for rule in rules if branches >= rule.branches)


def _spread_out(grids: list[AreaRow], community: AreaRow) -> list[AreaRow]:
    """Return a community's grids in the order in which they get an organisation of their own."""
    by_id = {grid.id: grid for grid in grids}
    return [by_id[grid_id] for grid_id in shuffled(list(by_id), community.id)]


def _in_order(grids: list[AreaRow]) -> list[AreaRow]:
    return sorted(grids, key=lambda grid: grid.id)


def _nearest(grids: list[AreaRow], grid: AreaRow) -> AreaRow:
    """Return the grid whose number is nearest: neighbours are numbered one after the other."""
    return min(grids, key=lambda other: (abs(int(other.id) - int(grid.id)), other.id))


def _branch_name(territory: Territory, recipe: Recipe, grid: AreaRow) -> str:
    """Return what a branch is called after: mostly its grid, now and then the one compound the grid is."""
    compounds = territory.parts(grid, Kind.COMPOUND)
    if len(compounds) == 1 and choice(recipe.chain.branches_named_for_compound, grid.id, "branch"):
        return compounds[0].name
    return grid.name
