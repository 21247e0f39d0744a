"""What ends with what it names: a row that must name something ends with the last of what it needs, as the model declares."""

from collections.abc import Mapping
from datetime import date

from graph.vocabulary import AtEnd
from seed_data.typed_sheets import TypedSheet, TypedSheets


def settle_ends(sheets: TypedSheets) -> dict[str, date]:
    """Give the rows that end with what they name that day as their own, and return the days on which rows end, by their ids.

    What a row must name stands in a file before its own.
    """
    past: dict[str, date] = {}
    stating: dict[str, str] = {}
    for rows in sheets:
        for place, identity in enumerate(rows.id):
            if past and not rows.ended[place] and (last := _end(rows, place, past)) is not None:
                end, target = last
                rows.valid_to[place] = max(end, rows.valid_from[place] or date.min)
                # Where that ended with another as well, the day stands in the row of the other.
                rows.ended_with[place] = stating.get(target, target)
            end, cause = rows.valid_to[place], rows.ended_with[place]
            if identity is not None and end is not None and identity not in past:
                past[identity] = end
                if cause is not None:
                    stating[identity] = cause
    return past


def _end(rows: TypedSheet, place: int, past: Mapping[str, date]) -> tuple[date, str] | None:
    """Return the day on which too little is left of what a row must name, and what ended on it; ``None`` while enough stands."""
    days: list[tuple[date, str]] = []
    for tie in rows.ties(place):
        targets = rows.targets[tie.column][place]
        ends = sorted((past[target], target) for target in targets if target in past)
        if ends and tie.at_end(len(targets) - len(ends)) is AtEnd.CLOSES:
            # One more than it can do without.
            days.append(ends[max(len(targets) - tie.least, 0)])
    return min(days, default=None)
