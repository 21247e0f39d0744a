"""What a city says of its police and of the officers sent down: ``policing.toml``, typed."""

from datetime import date

from graph.vocabulary import AreaCategory, ResultCategory
from seed_data.synthesis.table import Some, Table


class StationsTable(Table):
    """Where there are stations beside the leading ones, how all are called, and how their headcounts are spread."""

    line: str
    urban: Some[AreaCategory]
    of_an_urban_street: int
    name: str
    room: str
    police_shares: Some[int]


class PostedLineTable(Table):
    """A line that sends officers down, how many beside the others, and whether they also serve a grid."""

    name: str
    share: int
    in_grids: bool = False


class PostedTable(Table):
    """Which lines send officers to streets and towns, and how they are spread."""

    urban_management: str
    in_a_grid: Some[bool]
    street_shares: Some[int]
    town_shares: Some[int]
    posted_on: Some[date]
    lines: Some[PostedLineTable]


class PolicePostsTable(Table):
    """How the posts of police on committees are called."""

    chief: str
    community: str


class PairsTable(Table):
    """Which of the paired officers come from the city's own bureau."""

    from_the_city: Some[bool]


class EnforcersTable(Table):
    """How many enforcers of its own a street has."""

    least: int
    most: int


class ResultTable(Table):
    """How a result is called, and what it is counted in."""

    name: str
    unit: str


class ResultsTable(Table):
    """How far streets differ in their results, and the results by category."""

    shares: Some[int]
    categories: dict[ResultCategory, ResultTable]


class PolicingRecipe(Table):
    """``policing.toml``: stations, officers and what they brought about."""

    stations: StationsTable
    posted: PostedTable
    posts: PolicePostsTable
    pairs: PairsTable
    enforcers: EnforcersTable
    results: ResultsTable
