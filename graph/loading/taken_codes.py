"""Codes of other systems that a load would give to one entity on days on which the graph has them as those of another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.engines import Engine
from graph.errors import LoadRefusedError
from graph.kind_words import KindWords
from graph.loading.facts import Fact
from graph.loading.publication import Contents, held_data_set
from graph.query import Query
from graph.rows import Row
from graph.vocabulary import Kind, masked
from words import Message, said, sentences

_MOST_SAID = 20


class HeldCode(Row):
    """A code as the graph holds it: ``was`` are its former values, each with its scheme and its days.

    ``row_digest`` is empty where no row states it any more, ``None`` where no load has written it. ``is_masked``: it is a
    person's, or was.
    """

    id: str
    scheme: str | None
    value: str | None
    holder: str | None
    valid_from: date
    valid_to: date | None
    row_digest: str | None
    is_masked: bool
    was: list[tuple[str | None, str | None, date, date]]


@dataclass(frozen=True, slots=True)
class _Hold:
    """That something has a code of a scheme between two days; ``is_past`` where no row could state another end.

    The row of a former value speaks of the code that followed.
    """

    id: str
    holder: str
    scheme: str
    value: str
    begin: date
    end: date
    is_past: bool = False
    is_masked: bool = False

    def meets(self, other: "_Hold") -> bool:
        """Whether both have one day, and are of two rows."""
        return self.id != other.id and max(self.begin, other.begin) < min(self.end, other.end)


_HELD = Query("load/held_codes", HeldCode)


def refuse_taken(engine: Engine, contents: Contents, *, today: date) -> None:
    """Raise LoadRefusedError where the graph would have one code of one scheme twice on one day.

    What the graph has and no row states ends on the day of the load; a row that is new there holds from its first day.
    """
    stated = {fact.id: fact for fact in contents.facts if fact.kind is Kind.IDENTIFIER}
    data_set = held_data_set(engine) if stated else None
    if not stated or (data_set is not None and data_set.name != contents.name):
        return
    held = {one.id: one for one in _HELD.all(engine)}
    there: dict[tuple[str, str], list[_Hold]] = defaultdict(list)
    for one in held.values():
        for hold in _held(one, stated.get(one.id), today):
            there[hold.scheme, hold.value].append(hold)
    taken = [
        (mine, other)
        for fact in stated.values()
        for mine in (_stated(fact, held.get(fact.id), today),)
        for other in there[mine.scheme, mine.value]
        if mine.meets(other)
    ]
    if taken:
        raise LoadRefusedError(_refusal(taken, contents))


def _stated(fact: Fact, held: HeldCode | None, today: date) -> _Hold:
    """Return from when on a row would hold its code, given what the graph has of it."""
    scheme, value = _code(fact)
    begin = fact.valid_from
    if held is not None and fact.valid_to is None:
        if held.valid_to is not None and held.row_digest == "":
            begin = begin if begin >= held.valid_to else today
        elif (held.scheme, held.value) != (scheme, value):
            begin = max(begin, today)
        else:
            # Its row speaks of a former life as well, and of days on which the code was another.
            lives = [held.valid_from for *_, end in held.was if begin < end <= held.valid_from]
            others = [end for *code, _, end in held.was if code != [scheme, value]]
            begin = max([begin, *lives, *others])
    return _Hold(fact.id, _holder(fact), scheme, value, begin, fact.valid_to or date.max)


def _held(one: HeldCode, fact: Fact | None, today: date) -> Iterator[_Hold]:
    """Yield what the graph will go on saying of a code beside what its row states."""
    holder = one.holder or ""
    for scheme, value, begin, end in one.was:
        if scheme is not None and value is not None:
            yield _Hold(one.id, holder, scheme, value, begin, end, is_past=True, is_masked=one.is_masked)
    if one.scheme is None or one.value is None:
        return
    if fact is None:
        # What was made by other means is closed by no load.
        end = one.valid_to or (today if one.row_digest is not None else date.max)
        yield _Hold(one.id, holder, one.scheme, one.value, one.valid_from, end, is_masked=one.is_masked)
    elif fact.valid_to is None and (one.valid_to is not None or _code(fact) != (one.scheme, one.value)):
        end = min(one.valid_to or date.max, today)
        yield _Hold(one.id, holder, one.scheme, one.value, one.valid_from, end, is_past=True, is_masked=one.is_masked)


def _code(fact: Fact) -> tuple[str, str]:
    return str(fact.properties["scheme"]), str(fact.properties.get("full_value") or fact.properties["name"])


def _holder(fact: Fact) -> str:
    return next((link.target for link in fact.links), "")


def _refusal(taken: Sequence[tuple[_Hold, _Hold]], contents: Contents) -> Message:
    names = {fact.id: fact.name for fact in contents.facts if fact.kind is Kind.IDENTIFIER}
    titles = KindWords(contents.tables).schemes
    told = [
        _told(
            mine,
            other,
            masked(names[mine.id]) if other.is_masked else names[mine.id],
            titles.get(mine.scheme, mine.scheme),
        )
        for mine, other in taken[:_MOST_SAID]
    ]
    return said("{taken} Nothing is loaded.", taken=sentences(told))


def _told(mine: _Hold, other: _Hold, seen: str, scheme: str) -> Message:
    given = said(
        "{id} gives {code} ({scheme}) to {holder} from {begin} on",
        id=mine.id,
        code=seen,
        scheme=scheme,
        holder=mine.holder,
        begin=mine.begin,
    )
    if other.end == date.max:
        return said(
            "{given}, and the graph has it as that of {other} ({other_id}), which no load has written: end it there first.",
            given=given,
            other=other.holder,
            other_id=other.id,
        )
    had = said(
        "the graph has it as that of {other} ({other_id}) until {end}",
        other=other.holder,
        other_id=other.id,
        end=other.end,
    )
    if other.is_past:
        # The valid_to of its row would end the code that it has now.
        return said(
            "{given}, and {had}, by what its row said before: state that day, or a later one, as the valid_from of {id}.",
            given=given,
            had=had,
            id=mine.id,
        )
    if other.holder == mine.holder:
        return said(
            "{given}, and {had}: it is the same, so its row keeps the id {other_id}.",
            given=given,
            had=had,
            other_id=other.id,
        )
    return said(
        "{given}, and {had}: state as the valid_from of {id} the day from which {holder} has it, and that day as the valid_to "
        "of {other_id}.",
        given=given,
        had=had,
        id=mine.id,
        holder=mine.holder,
        other_id=other.id,
    )
