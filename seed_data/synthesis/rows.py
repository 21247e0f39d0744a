"""The rows of a data set while it is made: each class is one CSV file, each field one of its columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.vocabulary import Kind, Role, Source

Cell = str | int | bool | date | Sequence[str]
"""What stands in a cell before it is written: a sequence is several ids or texts."""

Cells = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class AreaRow:
    """A row of ``areas.csv``."""

    id: str
    kind: Kind
    name: str
    parent_id: str
    code: str = ""
    category: str = ""
    source: Source = Source.SYNTHETIC


@dataclass(frozen=True, slots=True)
class OrgRow:
    """A row of ``orgs.csv``; an empty title is the one of the data set's table."""

    id: str
    kind: Kind
    name: str
    parent_id: str
    area_id: str
    title: str = ""
    source: Source = Source.SYNTHETIC


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A row of ``units.csv``; only a department has a line."""

    id: str
    name: str
    category: str
    line: str = ""
    source: Source = Source.SYNTHETIC


@dataclass(frozen=True, slots=True)
class AllianceRow:
    """A row of ``alliances.csv``: an alliance or a leading group."""

    id: str
    kind: Kind
    name: str
    level: str
    lead_id: str
    guided_by: str = ""
    source: Source = Source.SYNTHETIC


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A row of ``memberships.csv``."""

    unit_id: str
    alliance_id: str
    role: Role
    source: Source = Source.SYNTHETIC


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row of ``figures.csv``: a published figure, and the statement that counts the same in the graph."""

    key: str
    section: str
    phrase: str
    value: str
    unit: str
    what_it_counts: str
    statement: str
    note: str
    comparison: str = ""


@dataclass(frozen=True, slots=True)
class EntryRow:
    """A row of the file of its kind (``graph.vocabulary.MODEL``); ``cells`` are its own columns by name, empty ones left out."""

    kind: Kind
    id: str
    name: str
    cells: Cells = field(default_factory=dict[str, Cell])
    source: Source = Source.SYNTHETIC


@dataclass(frozen=True, slots=True)
class DataSetRows:
    """What the folder of a data set holds: the text of its ``dataset.toml`` and the rows of its files.

    ``ledgers`` are the cells of organisations and units beside those of their own class, by id and column.
    """

    about: str
    areas: list[AreaRow]
    orgs: list[OrgRow]
    units: list[UnitRow]
    alliances: list[AllianceRow]
    memberships: list[MembershipRow]
    figures: list[FigureRow]
    entries: list[EntryRow] = field(default_factory=list[EntryRow])
    ledgers: Mapping[str, Cells] = field(default_factory=dict[str, Cells])
