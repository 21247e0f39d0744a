"""Moves public institutions down to streets and towns."""

from datetime import date

from graph.vocabulary import AreaCategory, Kind, UnitCategory
from seed_data.synthesis.city import City
from seed_data.synthesis.rows import AreaRow, UnitRow
from seed_data.synthesis.spreading import Share, apportion, choice, shuffled
from seed_data.synthesis.table import Some, Table, read_table


class SortsTable(Table):
    """The institutions that towns of some categories may get."""

    categories: Some[AreaCategory]
    names: Some[str]


class InstitutionRecipe(Table):
    """``institutions.toml``: which institutions are moved down where and when, and how their posts are spread."""

    name: str
    least: int
    moved_down_on: Some[date]
    post_shares: Some[int]
    staff_shares: Some[int]
    sorts: Some[SortsTable]

    def names_for(self, town: AreaRow) -> list[str]:
        """Return the names of the institutions a town may get; none where no sort is for its category."""
        return [name for sort in self.sorts if town.category in sort.categories for name in sort.names]


def add_institutions(city: City) -> None:
    """Add the published number of institutions to the units, each with the town it was moved down to."""
    recipe = read_table(city.folder / "institutions.toml", InstitutionRecipe)
    moved = _moved(city, recipe)
    keys = [f"{town.id} {name}" for town, name in moved]
    all_posts, all_staff = city.total("posts_down"), city.total("staff_down")
    posts = apportion(all_posts, [Share(choice(recipe.post_shares, key, "posts"), 1, all_posts) for key in keys])
    shares = [
        Share(most * choice(recipe.staff_shares, key, "staff"), 0, most) for key, most in zip(keys, posts, strict=True)
    ]
    for (town, name), count, staff in zip(moved, posts, apportion(all_staff, shares), strict=True):
        unit = _unit(city, recipe, town, name)
        city.units.append(unit)
        moved_down_on = choice(recipe.moved_down_on, city.territory.holder(town, Kind.COUNTY).id, "institutions")
        place = {"area_id": town.id, "moved_down_to_id": town.id}
        city.note(unit.id, {**place, "moved_down_on": moved_down_on, "posts": count, "staff": staff})


def _moved(city: City, recipe: InstitutionRecipe) -> list[tuple[AreaRow, str]]:
    """Return each town with the name of each institution it gets, town by town, in the recipe's order."""
    towns = city.territory.towns()
    names = {town.id: recipe.names_for(town) for town in towns}
    shares = [
        Share(len(city.territory.parts(town, Kind.NEIGHBOURHOOD)), recipe.least, len(names[town.id])) for town in towns
    ]
    moved = list[tuple[AreaRow, str]]()
    for town, count in zip(towns, apportion(city.total("institutions_down"), shares), strict=True):
        chosen = shuffled(names[town.id], town.id, "institutions")[:count]
        moved.extend((town, name) for name in names[town.id] if name in chosen)
    return moved


def _unit(city: City, recipe: InstitutionRecipe, town: AreaRow, name: str) -> UnitRow:
    # Towns of two counties may share a name: the county's stands before it.
    county = city.territory.holder(town, Kind.COUNTY)
    called = recipe.name.format(county=city.names.full(county), town=city.names.full(town), name=name)
    return UnitRow(f"U{len(city.units) + 1:04}", called, UnitCategory.INSTITUTION)
