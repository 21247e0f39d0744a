"""Enters the officers: posted to streets, towns and grids, stationed in communities, and paired."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from graph.vocabulary import Assignment, Kind, PostRole
from seed_data.synthesis.city import City
from seed_data.synthesis.departments import ServingDepartments
from seed_data.synthesis.numbering import numbered
from seed_data.synthesis.police_seats import PoliceSeats
from seed_data.synthesis.police_stations import Station
from seed_data.synthesis.policing_recipe import PolicingRecipe
from seed_data.synthesis.posting import Posting
from seed_data.synthesis.rows import AreaRow, Cells, EntryRow, OrgRow
from seed_data.synthesis.spreading import Share, apportion, choice, evenly

_FIGURES = ("station_chiefs", "sunk_officers", "community_police", "bureau_police_pairs")


class OfficerEntries:
    """The officers, and the posts of those who sit on committees, as they are entered."""

    def __init__(self, city: City, recipe: PolicingRecipe) -> None:
        self._city = city
        self._recipe = recipe
        self._enforcers = city.total("street_enforcers_avg") * len(city.territory.streets())
        self._ids = iter(numbered("F", sum(city.total(key) for key in _FIGURES) + self._enforcers))
        self.posts: list[EntryRow] = []
        self.entries: list[EntryRow] = []

    def enter_chiefs(self, stations: Iterable[Station]) -> None:
        """Enter the chief of each leading station, with a post in the leadership of its street."""
        for station in (one for one in stations if one.is_lead):
            post_id = self._post(self._city.chain.on(station.town), "chief", self._recipe.posts.chief)
            place = {"area_id": station.town.id, "station_id": station.id, "line": station.unit.line}
            self._enter(Assignment.STATION_CHIEF, (station.town.id, "chief"), {**place, "post_ids": [post_id]})

    def enter_posted(self, postings: Iterable[Posting]) -> None:
        """Enter the officers whom departments post to streets and towns; of some lines, many also serve a grid there."""
        for posting in postings:
            line = posting.unit.line
            cells = {
                "area_id": posting.town.id,
                "unit_id": posting.unit.id,
                "line": line,
                "posted_on": posting.posted_on,
            }
            for turn in range(posting.count):
                key = (posting.town.id, line, str(turn))
                is_in_grid = posting.grids and choice(self._recipe.posted.in_a_grid, *key, "in a grid")
                grid = {"grid_id": choice(posting.grids, *key, "grid").id} if is_in_grid else {}
                self._enter(Assignment.POSTED, key, {**cells, **grid})

    def enter_police(self, stations: Sequence[Station], counts: Mapping[str, int], serving: ServingDepartments) -> None:
        """Enter the police of the communities, each with a post there, then the officers paired with them one to one."""
        seats = PoliceSeats(self._city, counts)
        police = {station.id: list(self._community_police(station, counts, seats)) for station in stations}
        urban = [station for station in stations if station.is_urban]
        shares = [Share(len(police[station.id]), 1, len(police[station.id])) for station in urban]
        pairs = apportion(self._city.total("bureau_police_pairs"), shares)
        for station, count in zip(urban, pairs, strict=True):
            for turn, officer in enumerate(evenly(police[station.id], count, station.name, "pairs")):
                self._enter_paired(station, turn, officer, serving)

    def enter_enforcers(self) -> None:
        """Enter the streets' own enforcers: more of them where there are more grids."""
        streets, table = self._city.territory.streets(), self._recipe.enforcers
        grids = [sum(1 for _ in self._city.territory.within(street, Kind.GRID)) for street in streets]
        counts = apportion(self._enforcers, [Share(count, table.least, table.most) for count in grids])
        for street, count in zip(streets, counts, strict=True):
            for turn in range(count):
                self._enter(Assignment.STREET_ENFORCER, (street.id, "enforcer", str(turn)), {"area_id": street.id})

    def _community_police(self, station: Station, counts: Mapping[str, int], seats: PoliceSeats) -> Iterator[EntryRow]:
        for beat in station.beats:
            for turn in range(1, counts[beat.id] + 1):
                # A village has no committee to sit on, so its officer serves one of the county's communities.
                seat = (beat, turn) if station.communities else seats.further(station.county)
                cells = {"area_id": beat.id, "station_id": station.id, "line": station.unit.line}
                if seat:
                    cells |= {"area_id": seat[0].id, "post_ids": [self._police_post(*seat)]}
                yield self._enter(Assignment.COMMUNITY_POLICE, (beat.id, "police", str(turn)), cells)

    def _police_post(self, community: AreaRow, turn: int) -> str:
        return self._post(self._city.chain.on(community), f"police-{turn}", self._recipe.posts.community)

    def _enter_paired(self, station: Station, turn: int, officer: EntryRow, serving: ServingDepartments) -> None:
        key, line = (station.name, "bureau", str(turn)), station.unit.line
        root = self._city.territory.root()
        owner = root if choice(self._recipe.pairs.from_the_city, *key) else station.county
        cells = {"unit_id": serving.of(line, owner).id, "paired_id": officer.id, "line": line}
        self._enter(Assignment.BUREAU_POLICE, key, cells)

    def _post(self, org: OrgRow, which: str, name: str) -> str:
        cells: Cells = {"body_id": org.id, "role": PostRole.COMMITTEE_MEMBER}
        self.posts.append(EntryRow(Kind.POST, f"P{org.id}-{which}", name.format(org=org.name), cells))
        return self.posts[-1].id

    def _enter(self, assignment: Assignment, key: tuple[str, ...], cells: Cells) -> EntryRow:
        """Enter an officer, named after the key: where another comes or goes, no one else is renamed."""
        name = self._city.people.name("officer", *key)
        self.entries.append(EntryRow(Kind.OFFICER, next(self._ids), name, {"assignment": assignment, **cells}))
        return self.entries[-1]
