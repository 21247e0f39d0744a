"""From the text of a sheet to typed columns: which reader reads which column, as the model declares it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from graph.engines import Value
from graph.tables import AreaKind
from graph.vocabulary import MODEL, AreaCategory, Kind, Property, Scheme, Source, Type
from seed_data import cells, damage
from seed_data.faults import DataSetFault, cautioned
from seed_data.frame import Frame
from seed_data.sheets import Sheet
from seed_data.tables import area_categories, code_schemes
from seed_data.typed_sheets import TypedSheet
from words import said

T = TypeVar("T")

_SOURCES = {source.value: source for source in Source}


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one sheet, read with the reader of each; a fault is added for every cell that does not fit."""

    sheet: Sheet
    faults: list[DataSetFault]
    day: Callable[[str], date]
    frame: Frame
    cautions: list[DataSetFault] = field(default_factory=list[DataSetFault])

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
                self.faults.append(DataSetFault(self.sheet.layout.file, line, column, text, unfit.expected))
        return values

    def _caution(self, place: int, column: str, text: str) -> None:
        if not text.isascii() and (character := damage.private_use(text)) is not None:
            file, line = self.sheet.layout.file, self.sheet.lines[place]
            self.cautions.append(DataSetFault(file, line, column, text, cautioned(character)))

    def maybe(self, column: str, read: Callable[[str], T]) -> list[T | None]:
        """Return the values of a column whose cells may be empty."""
        return self.of(column, cells.optional(read))


def typed_sheet(columns: Columns) -> TypedSheet:
    """Return a file of entities or links; a row that states no first day begins on the data set's."""
    layout, is_named = columns.sheet.layout, bool(columns.sheet.layout.kinds)
    nothing: list[str | None] = [None] * len(columns.sheet.lines)
    ids = columns.of("id", cells.code) if is_named else nothing
    kinds = _kinds(columns)
    names = _names(columns) if is_named else nothing
    targets, properties = _declared(columns, kinds)
    sources = columns.of("source", cells.one_of(_SOURCES))
    begun = columns.maybe("valid_from", columns.day)
    texts, first_day = columns.sheet.columns.get("valid_from", ()), columns.frame.first_day
    return TypedSheet(
        sheet=columns.sheet,
        kind=kinds,
        id=ids,
        name=names,
        targets={tie.column: targets[tie.column] for tie in layout.ties},
        properties={prop.key: properties[prop.key] for prop in layout.properties},
        source=sources,
        valid_from=[day if text else first_day for text, day in zip(texts, begun, strict=True)],
        valid_to=columns.maybe("valid_to", columns.day),
        ended=columns.sheet.columns.get("valid_to", ()),
        ended_with=[*nothing],
    )


def _names(columns: Columns) -> list[str | None]:
    kind = columns.sheet.layout.kinds[0]
    return columns.of(MODEL[kind].name_column, cells.foreign_code if kind is Kind.IDENTIFIER else cells.name)


def _kinds(columns: Columns) -> list[Kind | None]:
    kinds = columns.sheet.layout.kinds
    if len(kinds) > 1:
        return columns.of("kind", cells.one_of({kind.value: kind for kind in columns.frame.kinds_among(kinds)}))
    return [kinds[0] if kinds else None] * len(columns.sheet.lines)


def _declared(
    columns: Columns, kinds: Sequence[Kind | None]
) -> tuple[dict[str, list[tuple[str, ...]]], dict[str, Sequence[Value]]]:
    """Return the ids and the values of the columns that the model declares, read in the order of the file's layout."""
    layout = columns.sheet.layout
    ties, stated = {tie.column: tie for tie in layout.ties}, {prop.key: prop for prop in layout.properties}
    targets: dict[str, list[tuple[str, ...]]] = {}
    properties: dict[str, Sequence[Value]] = {}
    for column in layout.columns:
        if column in ties:
            read = cells.several(cells.code) if ties[column].several else _single(cells.code)
            targets[column] = [ids or () for ids in columns.maybe(column, read)]
        elif column in stated:
            properties[column] = _values(columns, stated[column], kinds)
    return targets, properties


def _single(read: Callable[[str], str]) -> Callable[[str], tuple[str, ...]]:
    return lambda text: (read(text),)


def _values(columns: Columns, prop: Property, kinds: Sequence[Kind | None]) -> Sequence[Value]:
    if AreaCategory in prop.words:
        return columns.each(prop.key, _category_readers(kinds, columns.frame))
    read = _reader(prop, columns)
    return columns.of(prop.key, read) if prop.is_required else columns.maybe(prop.key, read)


def _reader(prop: Property, columns: Columns) -> Callable[[str], Value]:
    """Return the reader of a property's values."""
    match prop.type:
        case Type.TEXT:
            return cells.code if prop.is_code else cells.name
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
            description = columns.frame.description
            return cells.name if description is None else cells.one_of({line: line for line in description.lines})
        case Type.WORD if Scheme in prop.words:
            description = columns.frame.description
            return cells.name if description is None else cells.one_of(code_schemes(description))
        case Type.WORD:
            return cells.one_of({word.value: word.value for words in prop.words for word in words})


def _category_readers(kinds: Sequence[Kind | None], frame: Frame) -> list[Callable[[str], str | None]]:
    """Return, for each row, the reader of the categories that an area of its kind may have."""
    # Without a dataset.toml that can be read nobody knows which categories it adds.
    of_any = cells.name if frame.description is None else cells.one_of(area_categories(frame.description))
    readers: Mapping[Kind | None, Callable[[str], str | None]] = {
        entry.kind: cells.optional(_category_of(entry)) for entry in (frame.area_kinds or {}).values()
    }
    unsure = cells.optional(of_any)
    return [readers.get(kind, unsure) for kind in kinds]


def _category_of(entry: AreaKind) -> Callable[[str], str]:
    allowed = {category: category for category in entry.categories}
    kind = entry.kind.value
    called = said("{words}, or an empty cell, for a {kind}", words=cells.listed(allowed), kind=kind)
    return cells.one_of(allowed, called if allowed else said("an empty cell; a {kind} has no category", kind=kind))
