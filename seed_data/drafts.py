"""Each CSV file as typed columns, cell by cell; ``None`` where a cell is empty or at fault.

Columns, not rows: the rules over the whole then see every sound cell of a row that has a fault elsewhere.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from graph.engines import Value
from graph.vocabulary import (
    MODEL,
    AllianceLevel,
    Comparison,
    Kind,
    LeadingGroupLevel,
    Role,
    Source,
    Tie,
    UnitCategory,
)
from seed_data.sheets import Sheet

Level = AllianceLevel | LeadingGroupLevel


@dataclass(frozen=True, slots=True)
class Span:
    """Where the rows come from, and when they begin and end.

    ``ended`` is the text of ``valid_to``, empty for a row that stands: whether it has ended shows in a bad date too.
    """

    source: list[Source | None]
    valid_from: list[date | None]
    valid_to: list[date | None]
    ended: list[str]


@dataclass(frozen=True, slots=True)
class OwnDraft:
    """The columns that follow from the model: a list of ids a row for each tie, none where its cell is empty or at fault."""

    targets: Mapping[Tie, list[tuple[str, ...]]]
    properties: Mapping[str, Sequence[Value]]


@dataclass(frozen=True, slots=True)
class LedgerDraft:
    """The file of one kind."""

    sheet: Sheet
    kind: Kind
    id: list[str | None]
    name: list[str | None]
    own: OwnDraft
    span: Span


@dataclass(frozen=True, slots=True)
class AreaDraft:
    """areas.csv."""

    sheet: Sheet
    id: list[str | None]
    kind: list[Kind | None]
    name: list[str | None]
    parent_id: list[str | None]
    code: list[str | None]
    category: list[str | None]
    span: Span


@dataclass(frozen=True, slots=True)
class OrgDraft:
    """orgs.csv."""

    sheet: Sheet
    id: list[str | None]
    kind: list[Kind | None]
    name: list[str | None]
    parent_id: list[str | None]
    area_ids: list[tuple[str, ...]]
    title: list[str | None]
    own: OwnDraft
    span: Span


@dataclass(frozen=True, slots=True)
class UnitDraft:
    """units.csv."""

    sheet: Sheet
    id: list[str | None]
    name: list[str | None]
    category: list[UnitCategory | None]
    line: list[str | None]
    own: OwnDraft
    span: Span


@dataclass(frozen=True, slots=True)
class AllianceDraft:
    """alliances.csv."""

    sheet: Sheet
    id: list[str | None]
    kind: list[Kind | None]
    name: list[str | None]
    level: list[Level | None]
    lead_id: list[str | None]
    guided_by: list[str | None]
    span: Span


@dataclass(frozen=True, slots=True)
class MembershipDraft:
    """memberships.csv."""

    sheet: Sheet
    unit_id: list[str | None]
    alliance_id: list[str | None]
    role: list[Role | None]
    span: Span


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """figures.csv."""

    sheet: Sheet
    key: list[str | None]
    section: list[str | None]
    phrase: list[str | None]
    value: list[int | float | None]
    unit: list[str | None]
    what_it_counts: list[str | None]
    comparison: list[Comparison | None]
    statement: list[str | None]
    note: list[str | None]


@dataclass(frozen=True, slots=True)
class Drafts:
    """All files."""

    areas: AreaDraft
    orgs: OrgDraft
    units: UnitDraft
    alliances: AllianceDraft
    memberships: MembershipDraft
    figures: FigureDraft
    ledgers: tuple[LedgerDraft, ...]

    def sheet_of(self, kind: Kind) -> Sheet:
        """Return the sheet the rows of a kind stand in."""
        file = MODEL[kind].file
        sheets = [self.areas.sheet, self.orgs.sheet, self.units.sheet, self.alliances.sheet]
        return next(sheet for sheet in (*sheets, *(draft.sheet for draft in self.ledgers)) if sheet.layout.file == file)

    def ledger(self, kind: Kind) -> LedgerDraft:
        """Return the file of a kind that has its own."""
        return next(draft for draft in self.ledgers if draft.kind is kind)
