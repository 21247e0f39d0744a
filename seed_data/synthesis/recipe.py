"""What a city says of how its data set is spread and named: ``recipe.toml`` and ``names.toml``, typed."""

from typing import Annotated

from pydantic import Field

from graph.vocabulary import AreaCategory, Kind
from seed_data.synthesis.table import Some, Table


class TerritoryTable(Table):
    """Which part of the register is taken, and which of its towns and neighbourhoods have the chain."""

    root: str
    town_categories: list[AreaCategory]
    neighbourhood_categories: list[AreaCategory]


class GridTable(Table):
    """How many grids a community has."""

    least: int
    most: int
    shares: Annotated[list[int], Field(min_length=2)]
    name: str


class CompoundTable(Table):
    """How many compounds a grid has."""

    of_a_grid: Some[int]


class BuildingTable(Table):
    """How many buildings stand together, and how many stairwells they have."""

    without_compound: Some[int]
    in_an_only_compound: Some[int]
    in_one_of_several: Some[int]
    stairwells: Some[int]
    name: str
    name_without_compound: str


class NameTable(Table):
    """How an organisation is called after the area it covers."""

    name: str
    title: str = ""


class SizedNameTable(NameTable):
    """How an organisation with at least so many branches is called."""

    branches: int


class ChainTable(Table):
    """How the organisations of the chain are spread over the grids and below, and how they are called."""

    branch_shares: Some[int]
    grid_group_shares: Some[int]
    building_group_shares: Some[int]
    household_shares: Some[int]
    branches_named_for_compound: Some[bool]
    compounds_as_one: Some[bool]
    names: dict[Kind, dict[str, NameTable]]
    community_names: Some[SizedNameTable]


class ShortTable(Table):
    """How an area is called in short."""

    suffixes: list[str]
    instead: dict[str, str]


class Recipe(Table):
    """``recipe.toml``: how the territory and the chain are spread."""

    territory: TerritoryTable
    grids: GridTable
    compounds: CompoundTable
    buildings: BuildingTable
    chain: ChainTable
    called: dict[str, str]
    short: ShortTable


class CompoundPattern(Table):
    """One way to name a compound: a first and a second, and whether it may be of several phases."""

    share: int
    firsts: Some[str]
    seconds: Some[str]
    phases: bool = False


class CompoundWords(Table):
    """The words compounds are named with."""

    phases: Some[str]
    one_in_phases: int
    patterns: Some[CompoundPattern]


class UnitWords(Table):
    """The words units are named with."""

    own_seat: list[AreaCategory]
    first_syllables: Some[str]
    second_syllables: Some[str]


class PeopleWords(Table):
    """The words people are named with: what stands twice is twice as likely."""

    surnames: Some[str]
    given: Some[str]


class Words(Table):
    """``names.toml``: the words names are made of."""

    compounds: CompoundWords
    units: UnitWords
    people: PeopleWords
