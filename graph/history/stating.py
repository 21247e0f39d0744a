"""What a row says of an entity, as an edit of its history."""

from datetime import date

from graph.history.around import Around
from graph.history.edits import closed, corrected, reopened, restated, resumed
from graph.history.histories import History, Life, State


def begins_anew(history: History, life: Life, *, is_unstated: bool) -> bool:
    """Whether what a row says began after the entity ended, or its row was gone and is back without an end.

    A row that gives a later first day and an end as well speaks of a life that came and went since.
    """
    if history.valid_to is None or life.begun is None:
        return False
    begins_after = life.begun >= history.valid_to and life.begun != history.valid_from
    return begins_after or (is_unstated and life.ended is None)


def life_stated(history: History, life: Life, today: date, *, is_unstated: bool) -> Life:
    """Return the last life as a row leaves it; what begins anew begins today unless the row says when it did.

    A later life stays begun when it began; a row whose first day lies before the end of the former one speaks of both.
    Of a later life nothing is left by a row that states an end before it began.
    """
    is_anew = begins_anew(history, life, is_unstated=is_unstated)
    former_end = history.valid_to if is_anew else history.former_end
    if former_end is None or life.begun is None or life.begun >= former_end:
        return life
    first = today if is_anew or history.valid_from is None else history.valid_from
    return Life(first if life.ended is None else min(first, life.ended), life.ended)


def stated(history: History, state: State, life: Life, today: date, around: Around, *, is_unstated: bool) -> History:
    """Bring an entity to what its row states: ``life`` is the last one as the row has it."""
    after = life_stated(history, life, today, is_unstated=is_unstated)
    first = after.begun or today
    if begins_anew(history, life, is_unstated=is_unstated):
        again = reopened(history, state, first, today, around)
        return again if after.ended is None else closed(again, after.ended, around)
    if after.ended is not None:
        return corrected(history, state, first, after.ended, around)
    if history.valid_to is None:
        return restated(history, state, first, today, around)
    return resumed(history, state, first, today, around)
