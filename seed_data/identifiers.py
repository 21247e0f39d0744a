"""The rules over the codes of other systems: each is written as its scheme says, and no two rows hold one at a time."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from graph.kind_words import KindWords
from graph.tables import Tables
from graph.vocabulary import MODEL, PEOPLE, Kind, masked
from graph.vocabulary.schemes import LONGEST_CODE, CodeRule
from seed_data.damage import excel_damage
from seed_data.faults import DataSetFault, shown
from seed_data.frame import Frame
from seed_data.index import Index
from seed_data.spans import is_sound, overlaps, times
from seed_data.tables import own_schemes
from seed_data.typed_sheets import TypedSheet
from words import Said, said

_MODEL = MODEL[Kind.IDENTIFIER]
_TIE = _MODEL.ties[0]
_PEOPLE_FILES = {MODEL[kind].file for kind in PEOPLE}


@dataclass(frozen=True, slots=True)
class _Codes:
    """The rows, by their places: what they state, and how a code of one is shown."""

    rows: TypedSheet
    index: Index

    def holder(self, place: int) -> str | None:
        return next(iter(self.rows.targets[_TIE.column][place]), None)

    def is_nobodys(self, place: int) -> bool:
        """Whether the code of a row is known to be that of no person: only then a message shows it whole."""
        target = self.holder(place) or ""
        holder = None if target in self.index.repeated else self.index.rows.get(target)
        return holder is not None and holder.file not in _PEOPLE_FILES

    def seen(self, place: int, code: str) -> str:
        """Return a code as a message shows it: what is printed is kept in logs and sent around."""
        return code if self.is_nobodys(place) else masked(code)

    def fault(self, *places: int, code: str, expected: Said) -> DataSetFault:
        """Return a fault of the last of some rows that state a code: it is masked where it may be a person's by any of them."""
        fault = self.rows.fault(places[-1], _MODEL.name_column, code, expected)
        return replace(fault, is_nobodys=all(map(self.is_nobodys, places)))


def check_identifiers(rows: TypedSheet, frame: Frame, index: Index, faults: list[DataSetFault]) -> None:
    """Add a fault for each code that is not written as its scheme says, and for each that another row has at the time."""
    own = () if frame.description is None else own_schemes(frame.description)
    words, codes = KindWords(Tables(schemes=own)), _Codes(rows, index)
    places: dict[tuple[str, str], list[int]] = {}
    for place, (scheme, code) in enumerate(zip(rows.properties["scheme"], rows.name, strict=True)):
        if not isinstance(scheme, str) or code is None or scheme not in words.rules:
            continue
        rule = words.rules[scheme]
        wish = _wish(code, partial(codes.seen, place), words.schemes[scheme], rule)
        if wish is not None:
            faults.append(codes.fault(place, code=code, expected=wish))
        # What ends on its first day never has the code.
        if is_sound(rows, place) and times(rows, place)[0] < times(rows, place)[1]:
            places.setdefault((scheme, code), []).append(place)
    for (_, code), alike in places.items():
        if len(alike) > 1:
            faults.extend(
                codes.fault(first, second, code=code, expected=_taken(codes, first))
                for first, second in overlaps(rows, alike)
            )


def _wish(code: str, seen: Callable[[str], str], scheme: str, rule: CodeRule) -> Said | None:
    """Return what is expected instead of a code, ``None`` where it is written as it should be.

    ``seen`` returns a code as a message shows it.
    """
    normal = rule.normal(code)
    if (damage := excel_damage(code, seen)) is not None:
        return damage
    if not rule.is_fit(normal):
        form = said("1 to {most} characters, none of them a star or a semicolon", most=LONGEST_CODE)
        return said("a {scheme} of {form}", scheme=scheme, form=rule.form or form)
    if (right := rule.right_check(normal)) is not None:
        return said(
            "a {scheme} whose last character follows from the others, here {right}; a digit or a letter before it may be "
            "the wrong one",
            scheme=scheme,
            right=right,
        )
    if normal == code:
        return None
    return said("a {scheme} as it is kept; perhaps {code} is meant", scheme=scheme, code=shown(seen(normal)))


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
