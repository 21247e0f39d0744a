"""What a city says of the powers, offices and platforms of its streets: ``powers.toml``, typed."""

from datetime import date

from graph.vocabulary import AreaCategory
from seed_data.synthesis.table import Some, Table


class PowerTable(Table):
    """A power or an enforcement item, and the line whose city department delegates it."""

    name: str
    line: str
    basis: str
    delegated_on: date


class RightTable(Table):
    """A right that streets are granted."""

    name: str
    basis: str
    granted_on: date


class DutyTable(Table):
    """A duty of streets, the names of what backs it, and in counties of which categories it is borne: in all by default."""

    name: str
    basis: str
    backed_by: tuple[str, ...] = ()
    borne_in: tuple[AreaCategory, ...] = ()


class OfficesTable(Table):
    """How the offices added to streets are called, and when they were added."""

    name: str
    names: Some[str]
    added_on: Some[date]


class PlatformsTable(Table):
    """How the platforms of streets are called, and what fields they are for."""

    name: str
    fields: Some[str]


class PowersRecipe(Table):
    """``powers.toml``: what is delegated and granted to streets, what they must do, and what they do it with."""

    powers: list[PowerTable]
    enforcement_items: list[PowerTable]
    rights: list[RightTable]
    duties: list[DutyTable]
    offices: OfficesTable
    platforms: PlatformsTable
    admin_posts: Some[int]
