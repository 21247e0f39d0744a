"""Sets up the police stations of streets and towns, their headcounts, and the police rooms of communities."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import DataSetError
from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.departments import ServingDepartments
from seed_data.synthesis.numbering import numbered
from seed_data.synthesis.policing_recipe import StationsTable
from seed_data.synthesis.rows import AreaRow, EntryRow, UnitRow
from seed_data.synthesis.spreading import Share, apportion, choice, evenly
from words import said


@dataclass(frozen=True, slots=True)
class Station:
    """A police station of a town, the department it is a part of, and the communities it looks after.

    The leading one of a street is the one whose chief sits in the street's leadership. Its communities' police go to its
    ``beats``: the communities, and in a street of villages alone, one of these, which stands for a community elsewhere.
    """

    id: str
    name: str
    town: AreaRow
    county: AreaRow
    unit: UnitRow
    communities: list[AreaRow]
    beats: list[AreaRow]
    is_lead: bool
    is_urban: bool


def set_up_stations(city: City, table: StationsTable, serving: ServingDepartments) -> list[Station]:
    """Return the stations, town by town, the leading one of a street first."""
    streets = {street.id for street in city.territory.streets()}
    counts = _counts(city, table)
    ids, taken, stations = iter(numbered("PS", sum(count for _, count in counts))), set[str](), list[Station]()
    for town, count in counts:
        county, is_street = city.territory.holder(town, Kind.COUNTY), town.id in streets
        unit, communities = serving.of(table.line, county), city.territory.communities(town) if is_street else []
        for place in range(count):
            part = communities[place * len(communities) // count : (place + 1) * len(communities) // count]
            name = _name(city, table, unit, [town, *part], taken)
            is_urban = county.category in table.urban
            beats = part or (city.territory.parts(town, Kind.NEIGHBOURHOOD)[:1] if is_street else [])
            is_lead = is_street and not place
            stations.append(Station(next(ids), name, town, county, unit, part, beats, is_lead, is_urban))
            taken.add(name)
    return stations


def station_rows(
    city: City, table: StationsTable, stations: list[Station], posted: Mapping[str, int]
) -> Iterator[EntryRow]:
    """Yield the stations with their headcounts: each has its communities' police and a chief at least.

    ``posted`` is how many police each beat has. Over all, these are the published part of a station's police.
    """
    # The part is published in hundredths of a per cent.
    hundredths = round(city.totals["community_police_share"] * 100)
    total = (city.total("community_police") * 10_000 + hundredths // 2) // hundredths
    own = [sum(posted[beat.id] for beat in station.beats) for station in stations]
    weights = [choice(table.police_shares, station.name, "police") for station in stations]
    shares = [Share(weight, count + 1, total) for weight, count in zip(weights, own, strict=True)]
    for station, police in zip(stations, apportion(total, shares), strict=True):
        place = {"town_id": station.town.id, "unit_id": station.unit.id}
        cells = {**place, "is_lead": station.is_lead, "police": police}
        yield EntryRow(Kind.POLICE_STATION, station.id, station.name, cells)


def police_rooms(city: City, table: StationsTable, stations: Sequence[Station]) -> Iterator[EntryRow]:
    """Yield the published number of rooms, one at most in a community, each a part of the station that looks after it."""
    looking_after = [station for station in stations if station.communities]
    shares = [Share(len(station.communities), 1, len(station.communities)) for station in looking_after]
    counts = apportion(city.total("police_rooms"), shares)
    ids = iter(numbered("PR", sum(counts)))
    for station, count in zip(looking_after, counts, strict=True):
        for community in evenly(station.communities, count, station.name, "rooms"):
            name = table.room.format(community=city.names.full(community))
            yield EntryRow(Kind.POLICE_ROOM, next(ids), name, {"community_id": community.id, "station_id": station.id})


def _counts(city: City, table: StationsTable) -> list[tuple[AreaRow, int]]:
    """Return the towns that have a station, and how many.

    In the urban counties the published number stands in the streets, more of them where there are more communities;
    elsewhere every town has one.
    """
    territory = city.territory
    urban = [one for one in territory.streets() if territory.holder(one, Kind.COUNTY).category in table.urban]
    sizes = [len(territory.communities(street)) for street in urban]
    shares = [Share(size, 1, max(1, min(size, table.of_an_urban_street))) for size in sizes]
    counts = dict(zip((one.id for one in urban), apportion(city.total("paired_stations"), shares), strict=True))
    return [
        (town, counts.get(town.id, 1))
        for town in territory.towns()
        if town.id in counts or territory.holder(town, Kind.COUNTY).category not in table.urban
    ]


def _name(city: City, table: StationsTable, unit: UnitRow, places: list[AreaRow], taken: set[str]) -> str:
    """Return the name of a station after the first of the places that no station of the department is called after."""
    names = [table.name.format(unit=unit.name, place=city.names.short(place)) for place in places]
    if not (free := [name for name in names if name not in taken]):
        raise DataSetError(
            said("There is already a station called {name}: no place is left to call another after.", name=names[0])
        )
    return free[0]
