"""What a city says of the life of its alliances: ``alliance_life.toml``, typed."""

from datetime import date
from typing import Annotated

from pydantic import Field

from seed_data.synthesis.table import Some, Table

Month = Annotated[int, Field(ge=1, le=12)]


class VenueTable(Table):
    """A venue that a unit may open, what is in it and what items it may offer, by their names."""

    name: str
    facilities: Some[str]
    items: list[str]


class VenuesTable(Table):
    """When venues were opened, how they are called, and what the units of each sort may open."""

    first: date
    last: date
    name: str
    offers: Some[bool]
    of_sort: dict[str, Some[VenueTable]]


class StretchTable(Table):
    """Days from the first to the last, both a part of it."""

    first: date
    last: date


class ActivityTable(Table):
    """A kind of activity; without needs, any alliance may hold one."""

    theme: str
    name: str
    months: Some[Month]
    crowd: Some[int]
    is_indoors: bool
    needs: tuple[str, ...] = ()


class ActivitiesTable(Table):
    """How many activities the alliances hold, when, and how many take part in one."""

    first: date
    last: date
    of_an_alliance: Some[int]
    name: str
    least: int
    most: int
    at_venue: Some[bool]
    without: list[StretchTable]
    kinds: Some[ActivityTable]


class AllianceLifeRecipe(Table):
    """``alliance_life.toml``: the venues and the activities."""

    venues: VenuesTable
    activities: ActivitiesTable
