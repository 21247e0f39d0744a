"""From drafts without a fault to the rows of a data set, superiors before subordinates."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from graph.tables import AreaKind, OrgKind
from graph.vocabulary import MODEL, AllianceLevel, Comparison, Kind, LeadingGroupLevel
from seed_data.drafts import (
    AllianceDraft,
    AreaDraft,
    FigureDraft,
    LedgerDraft,
    Level,
    MembershipDraft,
    OrgDraft,
    OwnDraft,
    UnitDraft,
)
from seed_data.format import (
    AllianceRow,
    AreaRow,
    FigureRow,
    LedgerRow,
    MembershipRow,
    OrgRow,
    Stated,
    UnitRow,
)

T = TypeVar("T")
Placed = TypeVar("Placed", AreaRow, OrgRow)

_LEVELS_FROM_THE_TOP: tuple[Level, ...] = (
    LeadingGroupLevel.PROVINCE,
    LeadingGroupLevel.CITY,
    LeadingGroupLevel.COUNTY,
    AllianceLevel.STREET,
    AllianceLevel.COMMUNITY,
)


def area_rows(draft: AreaDraft, kinds: Sequence[AreaKind]) -> tuple[AreaRow, ...]:
    """Return the areas in the order of their kinds, those of one kind in the order of the file."""
    rows = map(
        AreaRow,
        _filled(draft.id),
        _filled(draft.kind),
        _filled(draft.name),
        draft.parent_id,
        draft.code,
        draft.category,
        _filled(draft.span.source),
        _filled(draft.span.valid_from),
        draft.span.valid_to,
    )
    return _from_the_top(rows, [entry.kind for entry in kinds])


def org_rows(draft: OrgDraft, kinds: Sequence[OrgKind]) -> tuple[OrgRow, ...]:
    """Return the organisations in the order of their kinds, with the title and tier the table gives them."""
    entries = {entry.kind: entry for entry in kinds}
    stands_as = [entries[kind] for kind in _filled(draft.kind)]
    rows = map(
        OrgRow,
        _filled(draft.id),
        _filled(draft.kind),
        _filled(draft.name),
        draft.parent_id,
        draft.area_ids,
        [title or entry.title for title, entry in zip(draft.title, stands_as, strict=True)],
        [entry.tier for entry in stands_as],
        _filled(draft.span.source),
        _filled(draft.span.valid_from),
        draft.span.valid_to,
        _stated(draft.own, len(draft.id)),
    )
    return _from_the_top(rows, [*entries])


def _from_the_top(rows: Iterable[Placed], kinds: Sequence[Kind]) -> tuple[Placed, ...]:
    """Return the rows in the order of their kinds, of one kind those first that hang on none of their own."""
    place = {kind: place for place, kind in enumerate(kinds)}
    placed = [*rows]
    by_id = {row.id: row for row in placed}
    depths: dict[str, int] = {}

    def depth(row: Placed) -> int:
        above = by_id.get(row.parent_id or "")
        if row.id not in depths:
            depths[row.id] = depth(above) + 1 if above is not None and above.kind is row.kind else 0
        return depths[row.id]

    return tuple(sorted(placed, key=lambda row: (place[row.kind], depth(row))))


def unit_rows(draft: UnitDraft) -> tuple[UnitRow, ...]:
    """Return the units in the order of the file."""
    return tuple(
        map(
            UnitRow,
            _filled(draft.id),
            _filled(draft.name),
            _filled(draft.category),
            draft.line,
            _filled(draft.span.source),
            _filled(draft.span.valid_from),
            draft.span.valid_to,
            _stated(draft.own, len(draft.id)),
        )
    )


def alliance_rows(draft: AllianceDraft) -> tuple[AllianceRow, ...]:
    """Return leading groups and alliances from the city's level down, those of one level in the order of the file."""
    rows = map(
        AllianceRow,
        _filled(draft.id),
        _filled(draft.kind),
        _filled(draft.name),
        _filled(draft.level),
        _filled(draft.lead_id),
        draft.guided_by,
        _filled(draft.span.source),
        _filled(draft.span.valid_from),
        draft.span.valid_to,
    )
    return tuple(sorted(rows, key=lambda row: _LEVELS_FROM_THE_TOP.index(row.level)))


def membership_rows(draft: MembershipDraft) -> tuple[MembershipRow, ...]:
    """Return the memberships in the order of the file."""
    return tuple(
        map(
            MembershipRow,
            _filled(draft.unit_id),
            _filled(draft.alliance_id),
            _filled(draft.role),
            _filled(draft.span.source),
            _filled(draft.span.valid_from),
            draft.span.valid_to,
        )
    )


def figure_rows(draft: FigureDraft) -> tuple[FigureRow, ...]:
    """Return the figures in the order of the file."""
    return tuple(
        map(
            FigureRow,
            _filled(draft.key),
            _filled(draft.section),
            _filled(draft.phrase),
            _filled(draft.value),
            _filled(draft.unit),
            _filled(draft.what_it_counts),
            draft.statement,
            draft.note,
            [comparison or Comparison.EQUAL for comparison in draft.comparison],
        )
    )


def ledger_rows(drafts: Iterable[LedgerDraft]) -> tuple[LedgerRow, ...]:
    """Return the rows of the ledgers kind by kind, of one kind those first that name none of their own kind."""
    rows: list[LedgerRow] = []
    for draft in drafts:
        of_kind = map(
            LedgerRow,
            _filled(draft.id),
            [draft.kind] * len(draft.id),
            _filled(draft.name),
            _filled(draft.span.source),
            _filled(draft.span.valid_from),
            draft.span.valid_to,
            _stated(draft.own, len(draft.id)),
        )
        rows += sorted(of_kind, key=_names_its_kind)
    return tuple(rows)


def _names_its_kind(row: LedgerRow) -> bool:
    return any(row.kind in tie.targets and tie.column in row.stated.targets for tie in MODEL[row.kind].ties)


def _stated(own: OwnDraft, size: int) -> list[Stated]:
    return [
        Stated(
            {tie.column: targets[place] for tie, targets in own.targets.items() if targets[place]},
            {key: values[place] for key, values in own.properties.items() if values[place] is not None},
        )
        for place in range(size)
    ]


def _filled(values: Iterable[T | None]) -> list[T]:
    """Return a column whose every cell has been checked to hold a value."""
    return [value for value in values if value is not None]
