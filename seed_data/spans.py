"""The rules on time: a row ends on or after the day it begins, a unit is in an alliance once at a time."""

from datetime import date

from seed_data.faults import DataSetFault
from seed_data.typed_sheets import TypedSheet
from words import said

_MOST_PAIRS = 20


def check_span(rows: TypedSheet, faults: list[DataSetFault]) -> None:
    """Add a fault for each row that ends before it begins."""
    for place, end in enumerate(rows.valid_to):
        begin = rows.valid_from[place]
        if end is not None and begin is not None and end < begin:
            expected = said("a day not before {day}, on which the row begins", day=begin.isoformat())
            faults.append(rows.fault(place, "valid_to", end.isoformat(), expected))


def check_memberships(rows: TypedSheet, faults: list[DataSetFault]) -> None:
    """Add a fault for each row that puts a unit into an alliance while another row has it there already."""
    places: dict[tuple[str, str], list[int]] = {}
    for place, (units, alliances) in enumerate(zip(rows.targets["unit_id"], rows.targets["alliance_id"], strict=True)):
        if units and alliances and is_sound(rows, place):
            places.setdefault((units[0], alliances[0]), []).append(place)
    for (unit, _), alike in places.items():
        if len(alike) > 1:
            faults.extend(_overlap(rows, unit, *pair) for pair in overlaps(rows, alike))


def is_sound(rows: TypedSheet, place: int) -> bool:
    """Return whether a row's days can be told: one whose end is at fault makes no other row an overlap."""
    begin, end = rows.valid_from[place], rows.valid_to[place]
    if begin is None or (end is None and rows.ended[place]):
        return False
    return end is None or begin <= end


def overlaps(rows: TypedSheet, places: list[int]) -> list[tuple[int, int]]:
    """Return the pairs of places, the earlier in the file first, whose times overlap.

    A place that overlaps many before it is paired with those of them that last longest.
    """
    pairs: list[tuple[int, int]] = []
    under_way: list[int] = []
    for place in sorted(places, key=lambda at: times(rows, at)):
        begin, _ = times(rows, place)
        under_way = [other for other in under_way if times(rows, other)[1] > begin or times(rows, other)[0] == begin]
        # Rows repeated by the thousand would make pairs by the million.
        under_way = sorted(under_way, key=lambda at: times(rows, at)[1], reverse=True)[:_MOST_PAIRS]
        pairs.extend((min(place, other), max(place, other)) for other in under_way)
        under_way.append(place)
    return sorted(pairs)


def times(rows: TypedSheet, place: int) -> tuple[date, date]:
    """Return the first day of a row and the day it ends, the last there is where it stands."""
    end = rows.valid_to[place] or date.max
    return rows.valid_from[place] or date.min, end


def _overlap(rows: TypedSheet, unit: str, first: int, second: int) -> DataSetFault:
    begin, end = times(rows, first)
    line = rows.sheet.lines[first]
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
    return rows.fault(second, "unit_id", unit, expected)
