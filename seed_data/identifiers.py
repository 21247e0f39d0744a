"""The rules over the codes of other systems: each is written as its scheme says, and no two rows hold one at a time."""

from dataclasses import dataclass

from graph.kind_words import KindWords
from graph.tables import Tables
from graph.vocabulary import MODEL, PEOPLE, Kind, masked
from graph.vocabulary.schemes import LONGEST_CODE, CodeRule
from seed_data.damage import code_damage, is_excel_number
from seed_data.faults import DataSetFault, shown
from seed_data.frame import Frame
from seed_data.index import Index
from seed_data.spans import is_sound, overlaps, times
from seed_data.tables import own_schemes
from seed_data.typed_sheets import TypedSheet
from words import Said, said

_MODEL = MODEL[Kind.IDENTIFIER]
_TIE = _MODEL.ties[0]
_PEOPLE = {kind.value for kind in PEOPLE}


@dataclass(frozen=True, slots=True)
class _Codes:
    """The rows, by their places: what they state, and how a code of one is shown."""

    rows: TypedSheet
    index: Index

    def holder(self, place: int) -> str | None:
        return next(iter(self.rows.targets[_TIE.column][place]), None)

    def seen(self, place: int, code: str) -> str:
        """Return a code as a message shows it: what is printed is kept in logs and sent around."""
        holder = self.index.rows.get(self.holder(place) or "")
        return masked(code) if holder is not None and holder.sort in _PEOPLE else code

    def fault(self, place: int, code: str, expected: Said) -> DataSetFault:
        return self.rows.fault(place, _MODEL.name_column, self.seen(place, code), expected)


def check_identifiers(rows: TypedSheet, frame: Frame, index: Index, faults: list[DataSetFault]) -> None:
    """Add a fault for each code that is not written as its scheme says, and for each that another row has at the time."""
    own = () if frame.description is None else own_schemes(frame.description)
    words, codes = KindWords(Tables(schemes=own)), _Codes(rows, index)
    places: dict[tuple[str, str], list[int]] = {}
    for place, (scheme, code) in enumerate(zip(rows.properties["scheme"], rows.name, strict=True)):
        if not isinstance(scheme, str) or code is None or scheme not in words.rules:
            continue
        rule = words.rules[scheme]
        wish = _wish(code, codes.seen(place, rule.normal(code) or code), words.schemes[scheme], rule)
        if wish is not None:
            faults.append(codes.fault(place, code, wish))
        # What ends on its first day never has the code.
        if is_sound(rows, place) and times(rows, place)[0] < times(rows, place)[1]:
            places.setdefault((scheme, code), []).append(place)
    for (_, code), alike in places.items():
        if len(alike) > 1:
            faults.extend(codes.fault(second, code, _taken(codes, first)) for first, second in overlaps(rows, alike))


def _wish(code: str, meant: str, scheme: str, rule: CodeRule) -> Said | None:
    """Return what is expected instead of a code, ``None`` where it is written as it should be.

    ``meant`` is its normal form as a message shows it.
    """
    normal = rule.normal(code)
    if is_excel_number(code):
        return code_damage(code)
    if not rule.is_fit(normal):
        return said("a {scheme} of 1 to {most} characters, as its system writes it", scheme=scheme, most=LONGEST_CODE)
    if (right := rule.right_check(normal)) is not None:
        return said(
            "a {scheme} whose last character follows from the others, here {right}; a digit or a letter before it may be "
            "the wrong one",
            scheme=scheme,
            right=right,
        )
    if normal == code:
        return None
    return said("a {scheme} as it is kept; perhaps {code} is meant", scheme=scheme, code=shown(meant))


def _taken(codes: _Codes, place: int) -> Said:
    begin, end = times(codes.rows, place)
    line, holder = codes.rows.sheet.lines[place], codes.holder(place) or ""
    if codes.rows.valid_to[place] is None:
        return said(
            "a code that nothing else has at the time; line {line} gives it to {holder} from {begin} on",
            line=line,
            holder=holder,
            begin=begin,
        )
    return said(
        "a code that nothing else has at the time; line {line} gives it to {holder} from {begin} to {end}",
        line=line,
        holder=holder,
        begin=begin,
        end=end,
    )
