"""Gives the grids their workers."""

from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.rows import AreaRow, EntryRow
from seed_data.synthesis.spreading import Share, apportion, choice
from seed_data.synthesis.table import Some, Table, read_table


class GridWorkerRecipe(Table):
    """``grid_workers.toml``: how many workers a grid may have, and which of them are full-time."""

    least: int
    most: int
    further_full_time: Some[bool]


def add_grid_workers(city: City) -> None:
    """Add the published number of workers to the city: each serves one grid."""
    recipe = read_table(city.folder / "grid_workers.toml", GridWorkerRecipe)
    total, grids = city.total("grid_workers"), list(city.territory.within(city.territory.root(), Kind.GRID))
    shares = [Share(_buildings(city, grid), recipe.least, recipe.most) for grid in grids]
    counts = zip(grids, apportion(total, shares), strict=True)
    served = [(grid.id, place) for grid, count in counts for place in range(count)]
    width = len(str(total))
    city.add(_worker(city, recipe, f"G{number:0{width}}", *serving) for number, serving in enumerate(served, 1))


def _buildings(city: City, grid: AreaRow) -> int:
    return sum(1 for _ in city.territory.within(grid, Kind.BUILDING))


def _worker(city: City, recipe: GridWorkerRecipe, id: str, grid_id: str, place: int) -> EntryRow:
    # Named after the grid and the place there, so that a worker more elsewhere renames nobody here.
    key = (grid_id, "worker", str(place))
    is_full_time = not place or choice(recipe.further_full_time, *key, "full-time")
    return EntryRow(Kind.GRID_WORKER, id, city.people.name(*key), {"grid_id": grid_id, "is_full_time": is_full_time})
