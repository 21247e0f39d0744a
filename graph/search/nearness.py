"""What is near a text that finds nothing: what sounds like it, and what one slip of the hand leads to."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import ne

from graph.engines import Value
from graph.query import Query
from graph.rows import Found
from graph.search.addresses import at_address
from graph.search.edits import Slip, mended, slip
from graph.search.matching import Class, held, matches, place
from graph.search.normal_form import characters, plain
from graph.search.once import Once
from graph.search.pinyin import readings
from graph.search.segments import divisions
from graph.search.spellings import Closeness, Spelling
from graph.search.syllables import whole_syllables
from graph.search.terms import BEGIN, END, MANY, NUMBER, ORDER, SHARING, counted, mark
from graph.vocabulary import AREA_KINDS, PEOPLE, Kind


class FoundNear(Found):
    """What may be near a text, with the terms that tell how near."""

    terms: str


_NEAR = Query("search/near", FoundNear)
_CANDIDATES = 1000
_MOST = 50
_LONGEST = 40
_WAYS = 3
_PLACES = [kind for kind in ORDER if kind in AREA_KINDS and kind not in MANY]
# What no compound's name ends in.
_ENDS_ABOVE = re.compile(r"(?:街道|社区|(?<!小)[省市区县旗州盟镇乡村])$")
_MENDED = 12
"""Spellings that a slip in pinyin may have been meant to be, and that are each looked for."""
_SHORTEST_PINYIN = 5
_SHORTEST_NAME_IN_LETTERS = 8
# What so many names hold that it tells none from the others.
_COMMON = frozenset("社区街道村镇乡市县党支部小组网格号楼单元委员会工中心户第公司局院园路家屯")
_COMMON_SYLLABLES = frozenset(
    (
        *(
            "she",
            "qu",
            "jie",
            "dao",
            "cun",
            "zhen",
            "xiang",
            "shi",
            "xian",
            "dang",
            "zhi",
            "bu",
            "xiao",
            "zu",
            "wang",
            "ge",
        ),
        *("hao", "lou", "dan", "yuan", "wei", "hui", "gong", "di", "si", "ju", "lu", "jia"),
    )
)
_ENOUGH = 2.0
_LEAST = 1.0

Look = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Tokens that stand together in a name, and others that each do."""


def near(engine: Once, text: str, kinds: Collection[Kind], *, limit: int) -> list[Found]:
    """Return at most ``limit`` standing entities near a plain text, the nearest first; empty when nothing is.

    What sounds the same is nearest, and then nothing else is looked for. Ids, numbers and people are never near, nor is what
    differs by one of two characters without sounding alike.
    """
    asked = [kind for kind in kinds if kind not in PEOPLE]
    tokens = counted(text)
    # What has a number and no Chinese is an id or a code.
    if not asked or len(tokens) > _LONGEST or (text.isascii() and any(map(str.isdigit, text))):
        return []
    found = _at_address(engine, text, asked)[:limit] or _sounding_alike(engine, text, asked, limit)
    if found:
        return found
    # Few entities of the greater kinds tell most names; of a hundred buildings' names one tells no more.
    for some in ([kind for kind in asked if kind not in MANY], [kind for kind in asked if kind in MANY]):
        found = _mispelled(engine, text, some) if text.isascii() else _slipped(engine, tokens, some)
        if found:
            return found[:limit]
    # A name in letters may be no pinyin: Saint-Etiene.
    is_long = text.isascii() and len(tokens) >= _SHORTEST_NAME_IN_LETTERS
    return _slipped(engine, tokens, [kind for kind in asked if kind not in MANY])[:limit] if is_long else []


def _at_address(engine: Once, text: str, kinds: Sequence[Kind]) -> list[Found]:
    """Return what stands at an address of which one part names no place, but is near the name of one."""
    ways = divisions(text)[:_WAYS]
    names = [*dict.fromkeys(segment for way in ways for segment in way if not segment.is_numbered)]
    known = dict(zip(names, held(engine, [[name.spelling] for name in names], ORDER), strict=True))
    for way in ways:
        words = ["".join(segment.tokens).replace(NUMBER, "") for segment in way]
        for at, segment in enumerate(way):
            if known.get(segment, True):
                continue
            for name in _names_near(engine, words[at]):
                found = at_address(engine, " ".join([*words[:at], name, *words[at + 1 :]]))
                if fit := [one for one in found if one.kind in kinds]:
                    return fit
    return []


def _names_near(engine: Once, word: str) -> list[str]:
    if word.isascii():
        similar = _mispelled(engine, word, _PLACES)
    else:
        similar = _sounding_alike(engine, word, _PLACES, _WAYS) or _slipped(engine, counted(word), _PLACES)
        if not similar and not _ENDS_ABOVE.search(word):
            similar = _sounding_alike(engine, word, [Kind.COMPOUND], _WAYS)
    return list(dict.fromkeys(plain(one.name) for one in similar))[:_WAYS]


def _sounding_alike(engine: Once, text: str, kinds: Sequence[Kind], limit: int) -> list[Found]:
    read = [Spelling(reading) for reading in readings(text)]
    if not read:
        return []
    classes: list[Class] = [(read, Closeness.EXACT), (read, Closeness.PREFIX)]
    written = characters(text)
    if len(written) > 2:
        classes.append((read, Closeness.PART))
    found = matches(engine, classes, kinds, seen=[], limit=limit)
    # Of two characters one at least must be right: many names begin with any two syllables.
    return found if len(written) > 2 else [one for one in found if set(written) & set(one.name)]


def _slipped(engine: Once, tokens: tuple[str, ...], kinds: Sequence[Kind]) -> list[Found]:
    """Return what a slip in the tokens of a name leads to."""
    if len(tokens) < 3:
        return []
    ranked: list[tuple[tuple[int, ...], Found]] = []
    for found in _looked_up(engine, _looks(tokens), kinds):
        ways = [(way, len(line)) for line in _lines(found) if (way := slip(tokens, line)) is not None]
        if ways:
            (kind, start, _), length = min(ways)
            ranked.append(((start > 0, kind, start, length), found))
    return [found for _, found in sorted(ranked, key=lambda one: (*one[0], *place(one[1])))]


def _lines(found: FoundNear) -> Iterator[list[str]]:
    for line in found.terms.split("\n"):
        tokens = line.split(mark(found.kind))
        if tokens[0] == BEGIN and tokens[-1] == END:
            yield tokens[1:-1]


def _mispelled(engine: Once, text: str, kinds: Sequence[Kind]) -> list[Found]:
    """Return what a slip in pinyin leads to."""
    letters = "".join(one for one in text if one.isalpha())
    if not text.isascii() or len(letters) < _SHORTEST_PINYIN or len(letters) > _LONGEST:
        return []
    meant = dict.fromkeys(
        (kind, reading) for kind, other in mended(letters) if (reading := whole_syllables(other)) and len(reading) > 1
    )
    whole = whole_syllables(letters)
    parts = _looks(whole) if len(whole) > 1 else []
    # What differs by one syllable is found by its other parts; of the rest the fewest syllables are the likeliest.
    others = dict.fromkeys(reading for _, reading in meant if not parts or not _differ_by_one(reading, whole))
    looks = [*((reading, ()) for reading in sorted(others, key=len)[:_MENDED]), *parts]
    ranked = [
        (rank, found) for found in _looked_up(engine, looks, kinds) if (rank := _rank(found, meant, whole)) is not None
    ]
    return [found for _, found in sorted(ranked, key=lambda one: (*one[0], *place(one[1])))]


def _differ_by_one(reading: Sequence[str], whole: Sequence[str]) -> bool:
    return len(reading) == len(whole) and sum(map(ne, reading, whole)) == 1


def _rank(
    found: FoundNear, meant: Collection[tuple[Slip, tuple[str, ...]]], whole: tuple[str, ...]
) -> tuple[int, int] | None:
    """Return how near a name is that holds what may be meant, or all syllables but a letter of one; ``None`` when it is not."""
    ranks = [
        (kind, closeness.value)
        for kind, reading in meant
        if _needle(reading, found.kind) in found.terms
        for closeness in (Closeness.EXACT, Closeness.PREFIX, Closeness.PART)
        if Spelling(reading).needle(found.kind, closeness) in found.terms
    ]
    for line in _lines(found) if whole else ():
        for start in _a_letter_off(whole, line):
            ranks.append((Slip.WRONG, Closeness.PREFIX.value if start == 0 else Closeness.PART.value))
    return min(ranks, default=None)


def _a_letter_off(whole: Sequence[str], line: Sequence[str]) -> Iterator[int]:
    """Yield where a part of a name begins of which one syllable alone is another than what was typed, by one letter."""
    for start in range(len(line) - len(whole) + 1):
        others = [pair for pair in zip(whole, line[start:], strict=False) if pair[0] != pair[1]]
        if len(others) == 1 and _is_a_letter_off(*others[0]):
            yield start


@lru_cache(maxsize=1000)
def _is_a_letter_off(asked: str, syllable: str) -> bool:
    return any(other == syllable for _, other in mended(asked))


def _looked_up(engine: Once, wanted: Iterable[Look], kinds: Sequence[Kind]) -> list[FoundNear]:
    looks: list[Value] = [
        {
            "kinds": together,
            "needle": _needle(tokens, together[0]),
            "others": [_needle(one, together[0]) for one in others],
        }
        for sharing in SHARING
        if (together := [kind for kind in sharing if kind in kinds])
        for tokens, others in wanted
    ]
    return _NEAR.all(engine, looks=looks, candidates=_CANDIDATES, most=_MOST, day=engine.day) if looks else []


@lru_cache(maxsize=5000)
def _needle(tokens: tuple[str, ...], kind: Kind) -> str:
    return Spelling(tokens).needle(kind, Closeness.PART)


def _looks(tokens: tuple[str, ...]) -> list[Look]:
    """Return by what parts a name is found that differs from tokens by one slip.

    One of two halves is whole, unless the two tokens where they meet are swapped. Where a half tells too little, the tokens
    before and behind the slip are looked for, at each place it may stand.
    """
    size = len(tokens)
    for half in sorted(range(1, size), key=lambda at: abs(2 * at - size)):
        if _weight(tokens[:half]) >= _ENOUGH and _weight(tokens[half:]) >= _ENOUGH:
            return [(tokens[:half], ()), (tokens[half:], ()), (_swapped(tokens, half - 1), ())]
    around = [(tokens[:at], tokens[at + 1 :]) for at in range(size) if not tokens[at].startswith(NUMBER)]
    looks: list[Look] = [
        (by, (other,) if other else ()) for one in around for by, other in [sorted(one, key=_telling, reverse=True)]
    ]
    swapped = [_swapped(tokens, at) for at in range(size - 1) if tokens[at] != tokens[at + 1]]
    return [look for look in [*looks, *((one, ()) for one in swapped)] if _weight(look[0]) >= _LEAST]


def _swapped(tokens: tuple[str, ...], at: int) -> tuple[str, ...]:
    return (*tokens[:at], tokens[at + 1], tokens[at], *tokens[at + 2 :])


def _telling(tokens: Sequence[str]) -> tuple[float, int]:
    return _weight(tokens), len(tokens)


def _weight(tokens: Sequence[str]) -> float:
    return sum(map(_weight_of, tokens))


def _weight_of(token: str) -> float:
    if token in _COMMON or token in _COMMON_SYLLABLES or token.startswith(NUMBER):
        return 0.2
    # A single letter tells little, a syllable as much as a character.
    return 0.35 if len(token) == 1 and token.isascii() else 1
