"""A profile: all there is in an area or in any part of it, on one page."""

from datetime import date

from graph.rows import AboutOne, Found, Row
from graph.shapes import Area
from graph.vocabulary import (
    AllianceLevel,
    Assignment,
    BranchMode,
    CadreRank,
    DispatchAuthority,
    Kind,
    LeadingGroupLevel,
    PairingCategory,
    PostRole,
    ResultCategory,
    ServiceCentreCategory,
)


class CoveringOrg(Found):
    """An organisation that covers the area itself; ``secretary`` holds its leading post, whatever that is called.

    ``vacant``: nobody holds one. Where the graph has no posts at all, nothing is known of it, and it is not vacant.
    """

    tier: int | None
    title: str
    members: int | None
    last_election: date | None
    next_election: date | None
    superior: Found | None
    secretary: Found | None
    vacant: bool


class NamedAlliance(Found):
    """An alliance or a leading group by its name."""

    level: AllianceLevel | LeadingGroupLevel


class ProfileTally(Row):
    """How many there are of a subject, divided by a word and by a second one where it has them."""

    subject: str
    word: str | None
    line: str | None
    total: int


class ProfileAnswer(AboutOne):
    """What the graph says of an area, before it is put in order."""

    area: Area | None
    ancestors: list[Found]
    chain: list[CoveringOrg]
    alliances: list[NamedAlliance]
    tallies: list[ProfileTally]


class Alliances(Row):
    """The alliances and leading groups led there, by id, their memberships, and what they did."""

    total: int
    items: list[NamedAlliance]
    memberships: int
    member_units: int
    activities: int
    participants: int


class Posts(Row):
    """The posts of one role in the organisations there, and in their committees and working groups."""

    role: PostRole
    total: int
    vacant: int


class Officers(Row):
    """The officers sent there to do one thing; ``line`` is the line of work of those who sent them."""

    assignment: Assignment
    line: str | None
    total: int


class Forces(Row):
    """Who works there: ``lead_stations`` are among the ``police_stations``."""

    officers: list[Officers]
    grid_workers: int
    police_stations: int
    lead_stations: int
    police_rooms: int


class Powers(Row):
    """What the streets there may do, must do, and do it with; what several of them have in common counts once.

    An unbacked duty is one that a street bears without having a power behind it.
    """

    powers: int
    enforcement_items: int
    rights: int
    duties: int
    unbacked_duties: int
    offices: int
    platforms: int


class Places(Row):
    """The service places of one kind and size."""

    kind: Kind
    category: ServiceCentreCategory | None
    total: int


class Services(Row):
    """The service places there; ``items`` are the different things they offer."""

    places: list[Places]
    items: int


class NewOrgs(Row):
    """The new organisations there: those that ought to have a branch, that have one, and that ought to and have none."""

    units: int
    ought_branch: int
    have_branch: int
    lack_branch: int
    branches: dict[BranchMode, int]
    dispatched: dict[DispatchAuthority, int]


class Institutions(Row):
    """The institutions that were moved down to the towns there, with their posts and staff."""

    units: int
    posts: int
    staff: int


class Result(Row):
    """What enforcement brought about there."""

    category: ResultCategory
    amount: int
    unit: str


class Profile(Row):
    """An area on one page. All numbers are of the area or of any part of it, but for ``chain``: what covers itself."""

    area: Area
    ancestors: list[Found]
    chain: list[CoveringOrg]
    parts: dict[Kind, int]
    organisations: dict[Kind, int]
    alliances: Alliances
    posts: list[Posts]
    cadres: dict[CadreRank, int]
    forces: Forces
    powers: Powers
    services: Services
    new_orgs: NewOrgs
    institutions: Institutions
    pairings: dict[PairingCategory, int]
    volunteers: dict[str, int]
    results: list[Result]
