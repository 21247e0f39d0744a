"""What a city says of its new economic and social organisations: ``new_orgs.toml``, typed."""

from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from graph.vocabulary import BranchMode, Kind
from seed_data.synthesis.alliance_recipe import SortTable
from seed_data.synthesis.table import Some, Table


class FurtherTable(Table):
    """How many there are beside the alliances' units, and of which sorts."""

    of_a_community: Some[int]
    sorts: Some[str]
    in_every_street: list[str]


class ProfileTable(Table):
    """What a new organisation is like; without sorts, any."""

    sorts: tuple[str, ...] = ()
    share: int
    qualifies: bool = False
    employees: tuple[int, int]
    has_premises: Some[bool]
    is_operating: Some[bool]
    members: Some[int]
    applicants: Some[int]


class ModeTable(Table):
    """How often branches are set up in a mode, and how they are called."""

    share: int
    name: str


class BranchTable(Table):
    """When branches were set up, by mode, and of how many units."""

    first: date
    last: date
    joint_units: Some[int]
    units: Some[int]
    single: ModeTable
    joint: ModeTable
    regional: ModeTable
    sector: ModeTable
    sectors: dict[str, list[str]]

    def of_mode(self, mode: BranchMode) -> ModeTable:
        """Return what is said of a mode."""
        return {
            BranchMode.SINGLE: self.single,
            BranchMode.JOINT: self.joint,
            BranchMode.REGIONAL: self.regional,
            BranchMode.SECTOR: self.sector,
        }[mode]


Local = Literal[Kind.COMMUNITY_ORG, Kind.STREET_COMMITTEE]


class DispatchTable(Table):
    """When branches were dispatched, and by whom."""

    first: date
    last: date
    name: str
    key_employees: int
    one_to_one_by: Some[Literal[Kind.STREET_COMMITTEE, Kind.COUNTY_COMMITTEE, Kind.UNIT]]
    fallback: Some[Local]
    lines: dict[str, str]


class NewOrgRecipe(Table):
    """``new_orgs.toml``: the new organisations and their branches."""

    of_the_state: list[str]
    further: FurtherTable
    sorts: dict[str, SortTable]
    profiles: Some[ProfileTable]
    branches: BranchTable
    dispatched: DispatchTable

    @model_validator(mode="after")
    def _any_sort_has_a_profile(self) -> Self:
        if all(profile.sorts for profile in self.profiles):
            raise ValueError("every profile names sorts: there is none for the others")
        return self
