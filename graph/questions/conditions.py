"""Conditions on the properties of a kind, as people write them: ``ought_branch:true``, ``next_election<2027-01-01``."""

import re
from dataclasses import dataclass
from datetime import date

from graph.errors import ConditionError
from graph.kind_words import KindWords
from graph.plain_text import is_plain
from graph.vocabulary import MODEL, Kind, Property, Type

_WRITTEN = re.compile(r"([^:<>]*)([:<>])(.*)", re.DOTALL)
_HOLDS = "holds"
_MEASURED = frozenset({Type.COUNT, Type.DAY, Type.DUE})
_LARGEST = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Condition:
    """That a property is, is below, is above (``:``, ``<``, ``>``) or, of several texts, ``holds`` a value."""

    key: str
    comparison: str
    value: bool | int | str | date


def condition(kind: Kind | None, text: str, words: KindWords) -> Condition:
    """Return the condition that a text states for a kind; raise ConditionError, which says what could be stated.

    ``words`` are those of the graph that is asked: what a property may be.
    """
    if kind is None:
        raise ConditionError("A condition is on a property of a kind: say which kind as well.")
    written = _WRITTEN.fullmatch(text)
    if written is None:
        raise ConditionError("A condition is KEY:VALUE, or of counts and days also KEY<VALUE or KEY>VALUE.")
    key, comparison, value = written.groups()
    one = next((one for one in MODEL[kind].shown if one.key == key), None)
    if one is None:
        raise ConditionError(f"{kind.value} has no such property; it has {_keys(kind)}.")
    if comparison != ":" and one.type not in _MEASURED:
        raise ConditionError(f"{key} is neither a count nor a day: it is compared with a colon alone.")
    return Condition(key, _HOLDS if one.type is Type.TEXTS else comparison, _value(one, value, words))


def _keys(kind: Kind) -> str:
    return ", ".join(one.key for one in MODEL[kind].shown) or "none that is shown"


def _value(one: Property, text: str, known: KindWords) -> bool | int | str | date:
    match one.type:
        case Type.COUNT:
            if re.fullmatch(r"[0-9]{1,19}", text) and int(text) <= _LARGEST:
                return int(text)
            raise ConditionError(f"{one.key} is compared with a whole number, such as 3.")
        case Type.FLAG:
            if text in {"true", "false"}:
                return text == "true"
            raise ConditionError(f"{one.key} is true or false.")
        case Type.DAY | Type.DUE:
            return _day(one, text)
        case Type.WORD:
            words = known.values(one)
            if text in words:
                return text
            raise ConditionError(f"{one.key} is one of {', '.join(words)}.")
        case Type.TEXT | Type.PROSE | Type.TEXTS | Type.LINE:
            if text and is_plain(text):
                return text
            raise ConditionError(f"{one.key} is compared with a text that is not empty and has no control character.")


def _day(one: Property, text: str) -> date:
    try:
        # fromisoformat also takes 20270101 and 2027-W01-1.
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise ConditionError(f"{one.key} is compared with a day, such as 2027-01-01.")
