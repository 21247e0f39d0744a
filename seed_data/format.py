"""The format of a data set, as types: what dataset.toml says and what a row of each CSV file holds.

``docs/dataset.md`` explains it to those who write one. Rows here are whole: what a file may leave empty and the
data set knows (the first day, the title and tier of an organisation) is filled in.
"""

from dataclasses import dataclass
from datetime import date

from graph.loading import Published
from graph.vocabulary import AllianceLevel, AreaCategory, Kind, LeadingGroupLevel, Role, Source, UnitCategory

DATASET_FILE = "dataset.toml"


@dataclass(frozen=True, slots=True)
class Layout:
    """One CSV file: its name, its columns in the order they are written in, and which of them may be missing."""

    file: str
    columns: tuple[str, ...]
    optional: frozenset[str]


_SPAN = ("source", "valid_from", "valid_to")
_SPAN_OPTIONAL = frozenset({"valid_from", "valid_to"})

AREAS = Layout(
    "areas.csv",
    ("id", "kind", "name", "parent_id", "code", "category", *_SPAN),
    _SPAN_OPTIONAL | {"code", "category"},
)
ORGS = Layout(
    "orgs.csv",
    ("id", "kind", "name", "parent_id", "area_id", "title", *_SPAN),
    _SPAN_OPTIONAL | {"title"},
)
UNITS = Layout("units.csv", ("id", "name", "category", "line", *_SPAN), _SPAN_OPTIONAL | {"line"})
ALLIANCES = Layout(
    "alliances.csv",
    ("id", "kind", "name", "level", "lead_id", "guided_by", *_SPAN),
    _SPAN_OPTIONAL | {"guided_by"},
)
MEMBERSHIPS = Layout("memberships.csv", ("unit_id", "alliance_id", "role", *_SPAN), _SPAN_OPTIONAL)
FIGURES = Layout(
    "figures.csv",
    ("key", "section", "phrase", "value", "unit", "what_it_counts", "statement", "note"),
    frozenset({"statement", "note"}),
)
LAYOUTS = (AREAS, ORGS, UNITS, ALLIANCES, MEMBERSHIPS, FIGURES)


@dataclass(frozen=True, slots=True)
class AreaKind:
    """A kind of territory; ``within`` is empty for a root, ``categories`` for a kind that has none."""

    kind: Kind
    title: str
    within: tuple[Kind, ...]
    categories: tuple[AreaCategory, ...]


@dataclass(frozen=True, slots=True)
class OrgKind:
    """A kind of Party organisation; ``tier`` is ``None`` above the chain, ``under`` is empty for a root."""

    kind: Kind
    title: str
    tier: int | None
    under: tuple[Kind, ...]
    covers: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A piece of territory."""

    id: str
    kind: Kind
    name: str
    parent_id: str | None
    code: str | None
    category: AreaCategory | None
    source: Source
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class OrgRow:
    """A Party organisation; ``tier`` comes from the table of kinds, and ``title`` where the file gives none."""

    id: str
    kind: Kind
    name: str
    parent_id: str | None
    area_id: str
    title: str
    tier: int | None
    source: Source
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A body outside the chain; only a department has a ``line``."""

    id: str
    name: str
    category: UnitCategory
    line: str | None
    source: Source
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class AllianceRow:
    """An alliance or a leading group, the organisation that leads it and the one a level up that guides it."""

    id: str
    kind: Kind
    name: str
    level: AllianceLevel | LeadingGroupLevel
    lead_id: str
    guided_by: str | None
    source: Source
    valid_from: date
    valid_to: date | None


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A unit's part in an alliance over one span of time; unit, alliance and ``valid_from`` tell it from others."""

    unit_id: str
    alliance_id: str
    role: Role
    source: Source
    valid_from: date
    valid_to: date | None


FigureRow = Published
"""A published figure: what the file states is what a load takes."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set that has been read and checked whole.

    Every row stands after the rows it names: areas and organisations in the order of their kinds in the table,
    alliances from the city's leading group down, rows of one kind in the order of the file.
    """

    name: str
    title: str
    source: str
    first_day: date
    lines: tuple[str, ...]
    area_kinds: tuple[AreaKind, ...]
    org_kinds: tuple[OrgKind, ...]
    areas: tuple[AreaRow, ...]
    orgs: tuple[OrgRow, ...]
    units: tuple[UnitRow, ...]
    alliances: tuple[AllianceRow, ...]
    memberships: tuple[MembershipRow, ...]
    figures: tuple[FigureRow, ...]
