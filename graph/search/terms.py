"""The terms of an entity: one text that says by what it is found, written with it and searched by its text index.

Each line is a spelling of its name (as written; with numbers in one spelling; pinyin; initials), its id or its code, as
tokens with a mark between them. The name of what is itself a code is one. Kinds of which a city has very many have a mark of their own, so that one look into the
index asks for one of them; the kinds between share one, so that few looks ask for all. Marks are circled letters and
numbers, which no plain text holds. A text index knows every three characters, and so with marks between them also a
single one.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from graph.search.normal_form import characters, numbered, plain
from graph.search.pinyin import Reading, readings
from graph.vocabulary import LEDGERS, PEOPLE, Kind, is_masked

FORM = "3"
"""Which form of the terms this release writes; another's are written anew. Raise it when the terms of a name change."""

ORDER: tuple[Kind, ...] = (
    Kind.COUNTRY,
    Kind.CENTRAL_COMMITTEE,
    Kind.PROVINCE,
    Kind.PROVINCE_COMMITTEE,
    Kind.CITY,
    Kind.CITY_COMMITTEE,
    Kind.COUNTY,
    Kind.COUNTY_COMMITTEE,
    Kind.LEADING_GROUP,
    Kind.TOWN,
    Kind.STREET_COMMITTEE,
    Kind.NEIGHBOURHOOD,
    Kind.COMMUNITY_ORG,
    Kind.ALLIANCE,
    Kind.GRID,
    Kind.GRID_BRANCH,
    Kind.GRID_GROUP,
    Kind.COMPOUND,
    Kind.BUILDING,
    Kind.BUILDING_GROUP,
    Kind.MEMBER_HOUSEHOLD,
    Kind.UNIT,
    *LEDGERS,
)
"""The kinds from the top down, each organisation after the territory it is on; what is outside the trees comes last."""

BEGIN, END = "Ⓑ", "Ⓔ"
# Before a number that is one token, so that 3号楼 is not found in 13号楼 as it is written.
NUMBER = "Ⓝ"
# Ids have ends of their own: half of all buildings' ends in 1, and 1 is what many people ask for.
ID = "Ⓘ"
# A code of another system has ends of its own as well: it is found whole, and not by what it begins with.
CODE = "Ⓒ"
MANY = frozenset(
    {
        Kind.GRID,
        Kind.GRID_BRANCH,
        Kind.GRID_GROUP,
        Kind.COMPOUND,
        Kind.BUILDING,
        Kind.BUILDING_GROUP,
        Kind.MEMBER_HOUSEHOLD,
        Kind.UNIT,
        Kind.POST,
    }
)
"""The kinds of which a city has very many; each has a mark of its own."""


def _share(kind: Kind) -> Kind | bool:
    return kind if kind in MANY else kind in PEOPLE


SHARING: tuple[tuple[Kind, ...], ...] = tuple(tuple(kinds) for _, kinds in groupby(ORDER, key=_share))
"""The kinds in their order, those together that share a mark: neighbours in it, and people with people alone."""

_MARKS = {kind: chr(ord("①") + place) for place, kinds in enumerate(SHARING) for kind in kinds}


def mark(kind: Kind) -> str:
    """Return the mark between the tokens of a kind's terms, which it may share with its neighbours."""
    return _MARKS[kind]


def terms(kind: Kind, *, id: str, name: str, code: str | None) -> str:
    """Return by what an entity is found: people by their ids alone, for their names are shown to nobody.

    A code of another system is found whole, and not where it is masked as that of a person.
    """
    ids = dict.fromkeys(word for word in (plain(id), plain(code or "")) if word)
    return "\n".join([*_named(kind, name), *(_line(kind, ID, [word], ID) for word in ids)])


def _named(kind: Kind, name: str) -> list[str]:
    if kind is Kind.IDENTIFIER:
        return [] if is_masked(name) else [_line(kind, CODE, [plain(name)], CODE)]
    return [] if kind in PEOPLE else [_of_name(kind, name)]


@lru_cache(maxsize=50_000)
def _of_name(kind: Kind, name: str) -> str:
    written = plain(name)
    read = readings(written)
    lines = [_line(kind, BEGIN, characters(written), END)]
    in_numbers = counted(written)
    if list(in_numbers) != characters(written):
        lines.append(_line(kind, BEGIN, in_numbers, END))
    lines += [_line(kind, BEGIN, reading, END) for reading in read]
    lines += [_line(kind, BEGIN, initials, END) for initials in dict.fromkeys(map(_initials, read))]
    return "\n".join(lines)


def counted(text: str) -> tuple[str, ...]:
    """Return the tokens of a plain text with its numbers in one spelling, each marked as one."""
    return tuple(f"{NUMBER}{token}" if token.isdecimal() else token for token in numbered(text))


def _initials(reading: Reading) -> Reading:
    return tuple(character for token in reading for character in (token if token.isdecimal() else token[0]))


def _line(kind: Kind, begin: str, tokens: Sequence[str], end: str) -> str:
    return mark(kind).join([begin, *tokens, end])
