"""Posts officers to streets, communities and grids, and sets up stations, rooms and pairs of police."""

from collections.abc import Iterator

from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.departments import ServingDepartments
from seed_data.synthesis.numbering import numbered
from seed_data.synthesis.officers import OfficerEntries
from seed_data.synthesis.police_stations import Station, police_rooms, set_up_stations, station_rows
from seed_data.synthesis.policing_recipe import PolicingRecipe, ResultsTable
from seed_data.synthesis.posting import postings
from seed_data.synthesis.rows import Cells, EntryRow
from seed_data.synthesis.spreading import Share, apportion, choice
from seed_data.synthesis.table import read_table


def add_policing(city: City) -> None:
    """Add them to the city, and what the officers brought about."""
    recipe = read_table(city.folder / "policing.toml", PolicingRecipe)
    serving = ServingDepartments(city.departments, city.territory.root())
    stations = set_up_stations(city, recipe.stations, serving)
    counts = _community_police(city, stations)
    city.add(station_rows(city, recipe.stations, stations, counts))
    city.add(police_rooms(city, recipe.stations, stations))

    officers = OfficerEntries(city, recipe)
    officers.enter_chiefs(stations)
    officers.enter_posted(postings(city, recipe.posted, serving))
    officers.enter_police(stations, counts, serving)
    officers.enter_enforcers()
    city.add(officers.posts)
    city.add(officers.entries)
    city.add(_results(city, recipe.results))


def _community_police(city: City, stations: list[Station]) -> dict[str, int]:
    """Return how many police each beat has: one at least, and more the larger the community."""
    total, beats = city.total("community_police"), [beat for station in stations for beat in station.beats]
    shares = [Share(len(city.territory.parts(beat, Kind.GRID)), 1, total) for beat in beats]
    return dict(zip((beat.id for beat in beats), apportion(total, shares), strict=True))


def _results(city: City, table: ResultsTable) -> Iterator[EntryRow]:
    """Yield the results category by category, street by street: over all, the published amounts."""
    streets = city.territory.streets()
    grids = [sum(1 for _ in city.territory.within(street, Kind.GRID)) for street in streets]
    ids = iter(numbered("ER", len(streets) * len(table.categories)))
    for category, result in table.categories.items():
        total = city.total(f"result_{category}")
        weights = [count * choice(table.shares, one.id, category) for one, count in zip(streets, grids, strict=True)]
        amounts = apportion(total, [Share(weight, 1, total) for weight in weights])
        for street, amount in zip(streets, amounts, strict=True):
            name = result.name.format(street=city.names.full(street))
            cells: Cells = {"town_id": street.id, "category": category, "amount": amount, "unit": result.unit}
            yield EntryRow(Kind.ENFORCEMENT_RESULT, next(ids), name, cells)
