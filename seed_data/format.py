"""The format of a data set, as types: what dataset.toml says and what a row of each CSV file holds.

``docs/dataset.md`` explains it to those who write one. Rows here are whole: what a file may leave empty and the
data set knows (the first day, the title and tier of an organisation) is filled in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from graph.engines import Value
from graph.loading import Published
from graph.tables import AreaKind, CategoryWord, OrgKind
from graph.vocabulary import (
    LEDGERS,
    MODEL,
    PARTY_ORG_KINDS,
    PEOPLE,
    AllianceLevel,
    Kind,
    LeadingGroupLevel,
    Property,
    Role,
    Source,
    Tie,
    UnitCategory,
)


@dataclass(frozen=True, slots=True)
class Layout:
    """One CSV file: its name, its columns in the order they are written in, and which of them may be missing.

    A file that ``may_lack`` in the folder says nothing where it does. ``ties`` and ``properties`` are those columns that are
    read as the model of the rows' kinds has them.
    """

    file: str
    columns: tuple[str, ...]
    optional: frozenset[str]
    may_lack: bool = False
    ties: tuple[Tie, ...] = ()
    properties: tuple[Property, ...] = ()


_SPAN = ("source", "valid_from", "valid_to")
_SPAN_OPTIONAL = frozenset({"valid_from", "valid_to"})


def _laid_out(file: str, own: tuple[str, ...], kinds: Iterable[Kind], optional: Iterable[str] = ()) -> Layout:
    """Return the layout of a file with some columns of its own and all others of its kinds' models."""
    models = [MODEL[kind] for kind in kinds]
    ties = {tie.column: tie for model in models for tie in model.ties if tie.column not in own}
    stated = {one.key: one for model in models for one in model.properties if one.is_stated and one.key not in own}
    may_lack = {*optional, *(tie.column for tie in ties.values() if not tie.is_required)}
    may_lack |= {one.key for one in stated.values() if not one.is_required}
    columns = (*own, *ties, *stated, *_SPAN)
    return Layout(
        file, columns, _SPAN_OPTIONAL | may_lack, ties=tuple(ties.values()), properties=tuple(stated.values())
    )


AREAS = Layout(
    "areas.csv",
    ("id", "kind", "name", "parent_id", "code", "category", *_SPAN),
    _SPAN_OPTIONAL | {"code", "category"},
)
ORGS = _laid_out("orgs.csv", ("id", "kind", "name", "parent_id", "area_id", "title"), PARTY_ORG_KINDS, {"title"})
UNITS = _laid_out("units.csv", ("id", "name", "category", "line"), (Kind.UNIT,), {"line"})
ALLIANCES = Layout(
    "alliances.csv",
    ("id", "kind", "name", "level", "lead_id", "guided_by", *_SPAN),
    _SPAN_OPTIONAL | {"guided_by"},
)
MEMBERSHIPS = Layout("memberships.csv", ("unit_id", "alliance_id", "role", *_SPAN), _SPAN_OPTIONAL)
FIGURES = Layout(
    "figures.csv",
    ("key", "section", "phrase", "value", "unit", "what_it_counts", "statement", "note", "comparison"),
    frozenset({"comparison", "statement", "note"}),
)
LEDGER_LAYOUTS = {
    kind: replace(_laid_out(MODEL[kind].file, ("id", "name"), (kind,)), may_lack=True) for kind in LEDGERS
}
"""The files that a data set may lack, by the kind whose rows stand in each."""

PEOPLE_FILES = frozenset(MODEL[kind].file for kind in PEOPLE)
"""The files in which names of people stand in full: a fault shows such a name masked."""

LAYOUTS = (AREAS, ORGS, UNITS, ALLIANCES, MEMBERSHIPS, FIGURES, *LEDGER_LAYOUTS.values())


@dataclass(frozen=True, slots=True)
class Stated:
    """What a row states in the columns of its kind's model: the ids of each tie by its column, and the values of properties."""

    targets: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    properties: Mapping[str, Value] = field(default_factory=dict[str, Value])


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A piece of territory."""

    id: str
    kind: Kind
    name: str
    parent_id: str | None
    code: str | None
    category: str | None
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
    area_ids: tuple[str, ...]
    title: str
    tier: int | None
    source: Source
    valid_from: date
    valid_to: date | None
    stated: Stated = field(default_factory=Stated)


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
    stated: Stated = field(default_factory=Stated)


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


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A row of the file of its kind; a person's name stands in full."""

    id: str
    kind: Kind
    name: str
    source: Source
    valid_from: date
    valid_to: date | None
    stated: Stated


FigureRow = Published
"""A published figure: what the file states is what a load takes."""


@dataclass(frozen=True, slots=True)
class DataSet:
    """A data set that has been read and checked whole.

    Every row stands after the rows it names: areas and organisations in the order of their kinds in the table,
    alliances from the city's leading group down, ledgers kind by kind, rows of one kind in the order of the file. A new
    organisation with fewer than ``least_employees`` need not have a branch.
    """

    name: str
    title: str
    source: str
    first_day: date
    lines: tuple[str, ...]
    area_kinds: tuple[AreaKind, ...]
    org_kinds: tuple[OrgKind, ...]
    categories: tuple[CategoryWord, ...]
    areas: tuple[AreaRow, ...]
    orgs: tuple[OrgRow, ...]
    units: tuple[UnitRow, ...]
    alliances: tuple[AllianceRow, ...]
    memberships: tuple[MembershipRow, ...]
    ledgers: tuple[LedgerRow, ...]
    figures: tuple[FigureRow, ...]
    least_employees: int
