"""Sets up the service places and the catalogue of what they offer."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.vocabulary import Kind, ServiceCentreCategory
from seed_data.synthesis.city import City
from seed_data.synthesis.rows import AreaRow, EntryRow
from seed_data.synthesis.service_recipe import CatalogueTable, ServicesRecipe
from seed_data.synthesis.spreading import Share, apportion, choice, evenly, shuffled
from seed_data.synthesis.table import read_table


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The items by name, each with its id, category by category."""

    recipe: ServicesRecipe
    ids: dict[str, str]

    def of_centre(self, place: AreaRow) -> list[str]:
        """Return what a centre offers: all of most categories, and of the others what is offered everywhere."""
        offered = list[str]()
        for one in self.recipe.categories:
            whole = choice(self.recipe.offers.centre, place.id, one.name)
            offered.extend(one.items() if whole else one.everywhere)
        return self._ids(offered)

    def of_station(self, place: AreaRow) -> list[str]:
        """Return what a station offers: what is offered everywhere, and a part of what stations may offer."""
        spread = self.recipe.offers.grid if place.kind is Kind.GRID else self.recipe.offers.community
        offered = list[str]()
        for one in self.recipe.categories:
            offered.extend(one.everywhere)
            offered.extend(item for item in one.stations if choice(spread, place.id, item))
        return self._ids(offered)

    def of_red_post(self, compound: AreaRow) -> list[str]:
        """Return the few items that a red post offers."""
        table = self.recipe.red_posts
        return self._ids(shuffled(table.items, compound.id, "items")[: choice(table.of_a_post, compound.id, "count")])

    def _ids(self, items: list[str]) -> list[str]:
        return sorted(self.ids[item] for item in items)


def add_services(city: City) -> None:
    """Add the catalogue, then the centres and stations, then the red posts."""
    recipe = read_table(city.folder / "services.toml", ServicesRecipe)
    for place, table in enumerate(recipe.categories, 1):
        city.add([EntryRow(Kind.SERVICE_CATEGORY, f"SC{place:02}", table.name, {"position": place})])
    items = list(_items(recipe.categories))
    city.add(items)
    catalogue = Catalogue(recipe, {item.name: item.id for item in items})
    city.add(_places(city, catalogue, city.total("service_centres")))
    city.add(_red_posts(city, catalogue, city.total("red_posts")))


def _items(categories: list[CatalogueTable]) -> Iterator[EntryRow]:
    names = [(f"SC{place:02}", name) for place, one in enumerate(categories, 1) for name in one.items()]
    for place, (category_id, name) in enumerate(names, 1):
        yield EntryRow(Kind.SERVICE_ITEM, f"SI{place:02}", name, {"category_id": category_id})


def _places(city: City, catalogue: Catalogue, total: int) -> Iterator[EntryRow]:
    """Yield so many places: a centre a street, a station a community, and the rest in towns and in grids."""
    streets, communities = city.territory.streets(), city.territory.all_communities()
    towns = [town for town in city.territory.within(city.territory.root(), Kind.TOWN) if town not in streets]
    table = catalogue.recipe.places
    in_towns, in_grids = apportion(
        total - len(streets) - len(communities),
        [Share(table.town_shares, 0, len(towns)), Share(table.grid_shares, 0, len(communities))],
    )
    centres = [*streets, *evenly(towns, in_towns, "towns")]
    stations = [*communities, *_grids(city, communities, in_grids)]
    for place, area in enumerate([*centres, *stations], 1):
        is_centre = place <= len(centres)
        yield EntryRow(
            Kind.SERVICE_CENTRE,
            f"SP{place:03}",
            (table.centre if is_centre else table.station).format(area=city.names.full(area)),
            {
                "area_id": area.id,
                "category": ServiceCentreCategory.CENTRE if is_centre else ServiceCentreCategory.STATION,
                "item_ids": catalogue.of_centre(area) if is_centre else catalogue.of_station(area),
            },
        )


def _grids(city: City, communities: list[AreaRow], count: int) -> list[AreaRow]:
    """Return a grid of each of the largest communities, so many."""
    grids = [city.territory.parts(community, Kind.GRID) for community in communities]
    largest = sorted(grids, key=lambda parts: (-len(parts), parts[0].id))[:count]
    return sorted((choice(parts, parts[0].id, "station") for parts in largest), key=lambda grid: grid.id)


def _red_posts(city: City, catalogue: Catalogue, total: int) -> Iterator[EntryRow]:
    """Yield so many red posts, each in a compound of its own, the more the more compounds a street has."""
    compounds = [list(city.territory.within(street, Kind.COMPOUND)) for street in city.territory.streets()]
    counts = apportion(total, [Share(len(of_street), 0, len(of_street)) for of_street in compounds])
    chosen = [
        compound
        for of_street, count in zip(compounds, counts, strict=True)
        for compound in evenly(of_street, count, "red posts")
    ]
    for place, compound in enumerate(chosen, 1):
        yield EntryRow(
            Kind.RED_POST,
            f"RP{place:02}",
            catalogue.recipe.red_posts.name.format(area=compound.name),
            {"compound_id": compound.id, "item_ids": catalogue.of_red_post(compound)},
        )
