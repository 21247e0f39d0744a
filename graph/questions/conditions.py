"""Conditions on the properties of a kind, as people write them: ``ought_branch:true``, ``next_election<2027-01-01``."""

import re
from dataclasses import dataclass
from datetime import date

from graph.errors import ConditionError
from graph.kind_words import KindWords
from graph.plain_text import is_plain
from graph.vocabulary import MODEL, Kind, Property, Type
from words import Said, enumerated, said

_WRITTEN = re.compile(r"([^:<>]*)([:<>])(.*)", re.DOTALL)
_HOLDS = "holds"
AMONG = "among"
_MEASURED = frozenset({Type.COUNT, Type.DAY, Type.DUE})
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Condition:
    """That a property is, is below, is above (``:``, ``<``, ``>``) or, of several texts, ``holds`` a value.

    Of several values it is ``among`` them.
    """

    key: str
    comparison: str
    value: bool | int | str | date | tuple[str, ...]


def condition(kind: Kind | None, text: str, words: KindWords) -> Condition:
    """Return the condition that a text states for a kind; raise ConditionError, which says what could be stated.

    ``words`` are those of the graph that is asked: what a property may be.
    """
    if kind is None:
        raise ConditionError(said("A condition is on a property of a kind: say which kind as well."))
    written = _WRITTEN.fullmatch(text)
    if written is None:
        raise ConditionError(said("A condition is KEY:VALUE, or of counts and days also KEY<VALUE or KEY>VALUE."))
    key, comparison, value = written.groups()
    one = next((one for one in MODEL[kind].shown if one.key == key), None)
    if one is None:
        raise ConditionError(said("{kind} has no such property; it has {keys}.", kind=kind.value, keys=_keys(kind)))
    if comparison != ":" and one.type not in _MEASURED:
        raise ConditionError(said("{key} is neither a count nor a day: it is compared with a colon alone.", key=key))
    return Condition(key, _HOLDS if one.type is Type.TEXTS else comparison, _value(one, value, words))


def _keys(kind: Kind) -> Said:
    keys = [one.key for one in MODEL[kind].shown]
    return enumerated(keys) if keys else said("none that is shown")


def _value(one: Property, text: str, known: KindWords) -> bool | int | str | date:
    match one.type:
        case Type.COUNT:
            if re.fullmatch(r"[0-9]{1,19}", text) and int(text) <= _LARGEST:
                return int(text)
            raise ConditionError(said("{key} is compared with a whole number, such as 3.", key=one.key))
        case Type.FLAG:
            if text in {"true", "false"}:
                return text == "true"
            raise ConditionError(said("{key} is true or false.", key=one.key))
        case Type.DAY | Type.DUE:
            return _day(one, text)
        case Type.WORD:
            words = known.values(one)
            if text in words:
                return text
            raise ConditionError(said("{key} is one of {words}.", key=one.key, words=enumerated(words)))
        case Type.TEXT | Type.PROSE | Type.TEXTS | Type.LINE:
            if text and is_plain(text):
                return text
            raise ConditionError(
                said("{key} is compared with a text that is not empty and has no control character.", key=one.key)
            )


def _day(one: Property, text: str) -> date:
    try:
        # fromisoformat also takes 20270101 and 2027-W01-1.
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ConditionError(said("{key} is compared with a day, such as 2027-01-01.", key=one.key))
