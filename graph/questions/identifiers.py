"""What has a code of another system, as people type it."""

import unicodedata
from collections import defaultdict
from datetime import date

from graph.engines import Engine, Value
from graph.kind_words import KindWords, kind_words
from graph.query import Query
from graph.revision import present
from graph.rows import Answer
from graph.stated import STANDING
from graph.vocabulary import KINDS, Family, Kind
from graph.vocabulary.schemes import OWN_CODE, CodeRule, scheme_word

_AREA_CODE = CodeRule(has_capitals=True)
_AREA_KINDS = [kind.value for kind in Kind if KINDS[kind].family is Family.AREA]


class Holders(Answer):
    """The ids of what has a code, in order."""

    ids: list[str]


_HOLDERS = Query("identifiers/holders", Holders)


def holders(engine: Engine, *, identifier: str, day: date = STANDING) -> Holders:
    """Return what has a code on a day: ``VALUE`` of any scheme, or ``SCHEME:VALUE``.

    What stands before the first colon is a scheme where it is the key or the title of one, and else a part of the value:
    values may hold colons. The official code of areas is asked for as ``code``. Codes of people find nobody. Raise
    EngineError.
    """
    codes, areas = _sought(identifier, kind_words(engine))
    return present(_HOLDERS.first(engine, codes=codes, areas=areas, area_kinds=_AREA_KINDS, day=day))


def _sought(identifier: str, words: KindWords) -> tuple[list[Value], list[Value]]:
    """Return the codes to look for, each with the schemes it may be of, and the official codes of areas."""
    scheme, value = _divided(identifier, words)
    schemes: dict[str, list[str]] = defaultdict(list)
    for key in words.rules if scheme is None else {scheme} - {OWN_CODE}:
        code = words.rules[key].normal(value)
        if words.rules[key].is_fit(code):
            schemes[code].append(key)
    area = _AREA_CODE.normal(value)
    codes: list[Value] = [{"value": code, "schemes": [*keys]} for code, keys in schemes.items()]
    return codes, [area] if area and scheme in (None, OWN_CODE) else []


def _divided(identifier: str, words: KindWords) -> tuple[str | None, str]:
    """Return the scheme that an identifier names, ``None`` where it names none, and the value."""
    typed = unicodedata.normalize("NFKC", identifier)
    named, colon, value = typed.partition(":")
    known = {scheme_word(word): key for key, title in words.schemes.items() for word in (key, title)}
    key = {**known, OWN_CODE: OWN_CODE}.get(scheme_word(named)) if colon else None
    return (None, typed) if key is None else (key, value)
