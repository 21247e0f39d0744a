"""What the files of a data set mean of one place: who answers for it, what is offered there, and where the nearest offer is."""

from collections.abc import Iterator

from city_rows import CityRows
from profile_oracle import PLACES

from graph.vocabulary import AREA_KINDS, Kind

LEADING = ("secretary", "group_leader", "household_member")
OFFICERS = {"posted": "officer"}


def org_role(kind: Kind) -> str:
    names = {"MemberHousehold": "household", "BuildingGroup": "group", "GridGroup": "group", "GridBranch": "branch"}
    return names.get(kind, "organisation")


def answering(rows: CityRows, area: str) -> Iterator[tuple[str, str]]:
    """Yield who answers for one area itself, each with its role; a post that nobody holds is not among them."""
    for org in rows.at(area, "COVERS"):
        yield org_role(rows.kind[org]), org
        for post in rows.posts(org, *LEADING):
            if holder := rows.holder(post):
                yield rows.by_id[post]["role"], holder
        yield from (("committee", id) for id in rows.at(org, "PART_OF", kind=Kind.COMMITTEE))
        yield from (("leading_group", id) for id in rows.to(org, "LEADS") if rows.kind[id] is Kind.LEADING_GROUP)
    yield from (("grid_worker", id) for id in rows.at(area, "SERVES", kind=Kind.GRID_WORKER))
    yield from (("police_room", id) for id in rows.at(area, "SERVES", kind=Kind.POLICE_ROOM))
    yield from (("cadre", id) for id in rows.at(area, "CONTACTS"))
    for station in rows.at(area, "SERVES", kind=Kind.POLICE_STATION):
        yield "lead_station" if rows.by_id[station]["is_lead"] == "true" else "police_station", station
    for officer in rows.officers(area):
        assignment = rows.by_id[officer]["assignment"]
        yield OFFICERS.get(assignment, assignment), officer


def offered(city: CityRows, area: str) -> list[tuple[str, str]]:
    """Return what the places in an area and in its parts offer."""
    parts = {*city.parts(area)}
    places = [place for place in city.of_kind(*PLACES) if home(city, place) in parts]
    return sorted((place, item) for place in places for item in city.to(place, "OFFERS"))


def home(city: CityRows, place: str) -> str:
    return city.to(place, "SERVES", "LOCATED_IN")[0]


def nearest(city: CityRows, area: str, item: str) -> tuple[int, str] | None:
    """Return how far up and which place: of the smallest area around that has any, the one in the lowest kind."""
    for steps, whole in enumerate(city.levels(area)):
        places = [place for place, one in offered(city, whole) if one == item]
        if places:
            return steps, min(places, key=lambda place: (-AREA_KINDS.index(city.kind[home(city, place)]), place))
    return None
