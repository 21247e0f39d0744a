"""From the text of each sheet to its draft: which reader reads which column."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from graph.engines import Value
from graph.tables import AreaKind
from graph.vocabulary import (
    AREA_KINDS,
    PARTY_ORG_KINDS,
    AllianceLevel,
    Comparison,
    Kind,
    LeadingGroupLevel,
    Property,
    Role,
    Source,
    Type,
    UnitCategory,
)
from seed_data import cells, damage
from seed_data.drafts import (
    AllianceDraft,
    AreaDraft,
    FigureDraft,
    LedgerDraft,
    Level,
    MembershipDraft,
    OrgDraft,
    OwnDraft,
    Span,
    UnitDraft,
)
from seed_data.faults import Fault, cautioned
from seed_data.frame import Frame
from seed_data.sheets import Sheet
from seed_data.tables import area_categories
from words import said

T = TypeVar("T")

_SOURCES = {source.value: source for source in Source}
_UNIT_CATEGORIES = {category.value: category for category in UnitCategory}
_ALLIANCE_KINDS = {kind.value: kind for kind in (Kind.ALLIANCE, Kind.LEADING_GROUP)}
_LEVELS: dict[str, Level] = {level.value: level for level in (*AllianceLevel, *LeadingGroupLevel)}
_ROLES = {role.value: role for role in Role}
_COMPARISONS = {comparison.value: comparison for comparison in Comparison}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one sheet, read with the reader of each; a fault is added for every cell that does not fit."""

    sheet: Sheet
    faults: list[Fault]
    day: Callable[[str], date]
    first_day: date | None
    cautions: list[Fault] = field(default_factory=list[Fault])

    def of(self, column: str, read: Callable[[str], T]) -> list[T | None]:
        """Return the values of a column whose cells may not be empty."""
        return self.each(column, [read] * len(self.sheet.lines))

    def each(self, column: str, readers: Sequence[Callable[[str], T]]) -> list[T | None]:
        """Return the values of a column that each row has its own reader for."""
        texts = self.sheet.columns.get(column)
        if texts is None:
            return [None] * len(self.sheet.lines)
        values: list[T | None] = []
        for place, (text, read) in enumerate(zip(texts, readers, strict=True)):
            try:
                cells.check_whole(text)
                values.append(read(text))
                self._caution(place, column, text)
            except cells.UnfitError as unfit:
                values.append(None)
                line = self.sheet.lines[place]
                self.faults.append(Fault(self.sheet.layout.file, line, column, text, unfit.expected))
        return values

    def _caution(self, place: int, column: str, text: str) -> None:
        if not text.isascii() and (character := damage.private_use(text)) is not None:
            file, line = self.sheet.layout.file, self.sheet.lines[place]
            self.cautions.append(Fault(file, line, column, text, cautioned(character)))

    def maybe(self, column: str, read: Callable[[str], T]) -> list[T | None]:
        """Return the values of a column whose cells may be empty."""
        return self.of(column, cells.optional(read))

    def span(self) -> Span:
        """Return source and dates; a row that states no first day begins on the data set's."""
        begun = self.maybe("valid_from", self.day)
        texts = self.sheet.columns.get("valid_from", ())
        return Span(
            source=self.of("source", cells.one_of(_SOURCES)),
            valid_from=[start if text else self.first_day for text, start in zip(texts, begun, strict=True)],
            valid_to=self.maybe("valid_to", self.day),
            ended=list(self.sheet.columns.get("valid_to", ())),
        )


def area_draft(columns: Columns, frame: Frame) -> AreaDraft:
    """Return areas.csv, its kinds those of the table."""
    kinds = columns.of("kind", cells.one_of(_by_label(frame.area_kinds or AREA_KINDS)))
    of_a_kind = {entry.kind: _category_of(entry) for entry in (frame.area_kinds or {}).values()}
    # Without a dataset.toml that can be read nobody knows which categories it adds.
    of_any = cells.name if frame.description is None else cells.one_of(area_categories(frame.description))
    return AreaDraft(
        sheet=columns.sheet,
        id=columns.of("id", cells.code),
        kind=kinds,
        name=columns.of("name", cells.name),
        parent_id=columns.maybe("parent_id", cells.code),
        code=columns.maybe("code", cells.code),
        category=columns.each(
            "category", [cells.optional(of_any if kind is None else of_a_kind.get(kind, of_any)) for kind in kinds]
        ),
        span=columns.span(),
    )


def _category_of(entry: AreaKind) -> Callable[[str], str]:
    """Return a reader of the categories an area of a kind may have."""
    allowed = {category: category for category in entry.categories}
    kind = entry.kind.value
    called = said("{words}, or an empty cell, for a {kind}", words=cells.listed(allowed), kind=kind)
    return cells.one_of(allowed, called if allowed else said("an empty cell; a {kind} has no category", kind=kind))


def org_draft(columns: Columns, frame: Frame) -> OrgDraft:
    """Return orgs.csv, its kinds those of the table."""
    return OrgDraft(
        sheet=columns.sheet,
        id=columns.of("id", cells.code),
        kind=columns.of("kind", cells.one_of(_by_label(frame.org_kinds or PARTY_ORG_KINDS))),
        name=columns.of("name", cells.name),
        parent_id=columns.maybe("parent_id", cells.code),
        area_ids=[ids or () for ids in columns.maybe("area_id", cells.several(cells.code))],
        title=columns.maybe("title", cells.name),
        own=_own_draft(columns, frame),
        span=columns.span(),
    )


def unit_draft(columns: Columns, frame: Frame) -> UnitDraft:
    """Return units.csv, its lines those of the data set."""
    return UnitDraft(
        sheet=columns.sheet,
        id=columns.of("id", cells.code),
        name=columns.of("name", cells.name),
        category=columns.of("category", cells.one_of(_UNIT_CATEGORIES)),
        line=columns.maybe("line", _line(frame)),
        own=_own_draft(columns, frame),
        span=columns.span(),
    )


def alliance_draft(columns: Columns) -> AllianceDraft:
    """Return alliances.csv."""
    return AllianceDraft(
        sheet=columns.sheet,
        id=columns.of("id", cells.code),
        kind=columns.of("kind", cells.one_of(_ALLIANCE_KINDS)),
        name=columns.of("name", cells.name),
        level=columns.of("level", cells.one_of(_LEVELS)),
        lead_id=columns.maybe("lead_id", cells.code),
        guided_by=columns.maybe("guided_by", cells.code),
        span=columns.span(),
    )


def membership_draft(columns: Columns) -> MembershipDraft:
    """Return memberships.csv."""
    return MembershipDraft(
        sheet=columns.sheet,
        unit_id=columns.maybe("unit_id", cells.code),
        alliance_id=columns.maybe("alliance_id", cells.code),
        role=columns.of("role", cells.one_of(_ROLES)),
        span=columns.span(),
    )


def figure_draft(columns: Columns, statements: frozenset[str]) -> FigureDraft:
    """Return figures.csv, its statements among those there are."""
    return FigureDraft(
        sheet=columns.sheet,
        key=columns.of("key", cells.code),
        section=columns.of("section", cells.name),
        phrase=columns.of("phrase", cells.prose),
        value=columns.of("value", cells.number),
        unit=columns.of("unit", cells.name),
        what_it_counts=columns.of("what_it_counts", cells.prose),
        comparison=columns.maybe("comparison", cells.one_of(_COMPARISONS)),
        statement=columns.maybe("statement", cells.one_of({name: name for name in sorted(statements)})),
        note=columns.maybe("note", cells.prose),
    )


def ledger_draft(columns: Columns, kind: Kind, frame: Frame) -> LedgerDraft:
    """Return the file of a kind that has its own."""
    return LedgerDraft(
        sheet=columns.sheet,
        kind=kind,
        id=columns.of("id", cells.code),
        name=columns.of("name", cells.name),
        own=_own_draft(columns, frame),
        span=columns.span(),
    )


def _own_draft(columns: Columns, frame: Frame) -> OwnDraft:
    layout = columns.sheet.layout
    return OwnDraft(
        targets={
            tie: [
                targets or ()
                for targets in columns.maybe(
                    tie.column, cells.several(cells.code) if tie.several else _single(cells.code)
                )
            ]
            for tie in layout.ties
        },
        properties={
            one.key: columns.of(one.key, _value(one, columns, frame))
            if one.is_required
            else columns.maybe(one.key, _value(one, columns, frame))
            for one in layout.properties
        },
    )


def _single(read: Callable[[str], str]) -> Callable[[str], tuple[str, ...]]:
    return lambda text: (read(text),)


def _value(one: Property, columns: Columns, frame: Frame) -> Callable[[str], Value]:
    """Return the reader of a property's values."""
    match one.type:
        case Type.TEXT:
            return cells.name
        case Type.PROSE:
            return cells.prose
        case Type.COUNT:
            return cells.count
        case Type.FLAG:
            return cells.flag
        case Type.DAY:
            return columns.day
        case Type.DUE:
            return cells.any_day
        case Type.TEXTS:
            return lambda text: list(cells.several(cells.name)(text))
        case Type.LINE:
            return _line(frame)
        case Type.WORD:
            return cells.one_of({word.value: word.value for words in one.words for word in words})


def _line(frame: Frame) -> Callable[[str], str]:
    lines = None if frame.description is None else frame.description.lines
    return cells.name if lines is None else cells.one_of({line: line for line in lines})


def _by_label(kinds: Iterable[Kind]) -> Mapping[str, Kind]:
    return {kind.value: kind for kind in kinds}
