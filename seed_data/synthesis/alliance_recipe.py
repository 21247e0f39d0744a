"""What a city says of its alliances and their units: ``alliances.toml``, typed."""

from graph.vocabulary import AreaCategory, UnitCategory
from seed_data.synthesis.table import Some, Table


class LeadingGroupTable(Table):
    """How a leading group is called."""

    name: str


class StreetAllianceTable(Table):
    """What sits in a street's alliance."""

    name: str
    further_lines: Some[int]
    community_units: Some[int]
    has_lead: Some[bool]
    streets_of_a_city_department: int
    city_departments_in: list[AreaCategory]


class CommunityAllianceTable(Table):
    """How many alliances a community has, and what sits in them."""

    has_lead: Some[bool]
    in_both: Some[bool]
    units_least: int


class LineTable(Table):
    """A line, and what its department is called in the city and, by category, in a county."""

    name: str
    everywhere: bool = False
    city: str
    district: str = ""
    county: str = ""
    county_level_city: str = ""
    dev_zone: str = ""

    def of_county(self, category: str) -> str:
        """Return how the department of a county of that category is called; empty where it has none of its own."""
        names = {
            AreaCategory.DISTRICT: self.district,
            AreaCategory.COUNTY: self.county,
            AreaCategory.COUNTY_LEVEL_CITY: self.county_level_city,
            AreaCategory.DEV_ZONE: self.dev_zone,
        }
        return names[AreaCategory(category)]


class ThemeTable(Table):
    """A sort of community alliance, and the sorts of unit it takes in."""

    name: str
    sorts: Some[str]


class SortTable(Table):
    """A sort of unit."""

    category: UnitCategory
    names: Some[str]


class AllianceRecipe(Table):
    """``alliances.toml``: the alliances and their units."""

    leading_groups: LeadingGroupTable
    street: StreetAllianceTable
    community: CommunityAllianceTable
    lines: list[LineTable]
    themes: Some[ThemeTable]
    sorts: dict[str, SortTable]
