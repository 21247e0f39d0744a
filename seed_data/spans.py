"""The rules on time: a row ends on or after the day it begins, a unit is in an alliance once at a time."""

from datetime import date

from seed_data.drafts import MembershipDraft, Span
from seed_data.faults import Fault
from seed_data.sheets import Sheet
from words import said

_MOST_PAIRS = 20


def check_span(sheet: Sheet, span: Span, faults: list[Fault]) -> None:
    """Add a fault for each row that ends before it begins."""
    for place, end in enumerate(span.valid_to):
        begin = span.valid_from[place]
        if end is not None and begin is not None and end < begin:
            expected = said("a day not before {day}, on which the row begins", day=begin.isoformat())
            faults.append(Fault(sheet.layout.file, sheet.lines[place], "valid_to", end.isoformat(), expected))


def check_memberships(draft: MembershipDraft, faults: list[Fault]) -> None:
    """Add a fault for each row that puts a unit into an alliance while another row has it there already."""
    places: dict[tuple[str, str], list[int]] = {}
    for place, (unit, alliance) in enumerate(zip(draft.unit_id, draft.alliance_id, strict=True)):
        if unit is not None and alliance is not None and _is_sound(draft.span, place):
            places.setdefault((unit, alliance), []).append(place)
    for (unit, _), rows in places.items():
        if len(rows) > 1:
            faults.extend(_overlap(draft, unit, *pair) for pair in _overlaps(draft.span, rows))


def _is_sound(span: Span, place: int) -> bool:
    """Return whether a row's days can be told: one whose end is at fault makes no other row an overlap."""
    begin, end = span.valid_from[place], span.valid_to[place]
    if begin is None or (end is None and span.ended[place]):
        return False
    return end is None or begin <= end


def _overlaps(span: Span, places: list[int]) -> list[tuple[int, int]]:
    """Return the pairs of places, the earlier in the file first, whose times overlap.

    A place that overlaps many before it is paired with those of them that last longest.
    """
    pairs: list[tuple[int, int]] = []
    under_way: list[int] = []
    for place in sorted(places, key=lambda at: _times(span, at)):
        begin, _ = _times(span, place)
        under_way = [other for other in under_way if _times(span, other)[1] > begin or _times(span, other)[0] == begin]
        # Rows repeated by the thousand would make pairs by the million.
        under_way = sorted(under_way, key=lambda at: _times(span, at)[1], reverse=True)[:_MOST_PAIRS]
        pairs.extend((min(place, other), max(place, other)) for other in under_way)
        under_way.append(place)
    return sorted(pairs)


def _times(span: Span, place: int) -> tuple[date, date]:
    end = span.valid_to[place] or date.max
    return span.valid_from[place] or date.min, end


def _overlap(draft: MembershipDraft, unit: str, first: int, second: int) -> Fault:
    begin, end = _times(draft.span, first)
    line = draft.sheet.lines[first]
    expected = (
        said("a unit once in an alliance at a time; line {line} has it there from {begin} on", line=line, begin=begin)
        if end == date.max
        else said(
            "a unit once in an alliance at a time; line {line} has it there from {begin} to {end}",
            line=line,
            begin=begin,
            end=end,
        )
    )
    return Fault(draft.sheet.layout.file, draft.sheet.lines[second], "unit_id", unit, expected)
