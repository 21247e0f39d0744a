"""How names are read: pinyin without tones, several readings where it is not sure which is meant."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, product

from graph.search.heteronyms import CHARACTERS, WORDS
from graph.search.places import Reading, place_readings, places_in

MAX_READINGS = 4
"""Readings of one name that are kept."""
MAX_PLACED = 2
"""Those of them that come of the places named in it."""

_CHINESE = r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_HAN = re.compile(_CHINESE)
_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_PART = re.compile(rf"({_WORD})|((?:(?!{_WORD}){_CHINESE})+)|(\d+)|(\S)")


def readings(text: str) -> list[Reading]:
    """Return the readings of a plain text, the likeliest first, at most ``MAX_READINGS``; empty without Chinese.

    A place in it is read as places are (六合 as lu he), and also as a word is, since a name may mean that.
    """
    if _HAN.search(text) is None:
        return []
    places = list(places_in(text))
    placed = _combined(_with_places(text, places))[:MAX_PLACED] if places else []
    as_words = [reading for reading in _combined(_of_text(text)) if reading not in placed]
    return [*placed, *_varied(as_words, MAX_READINGS - len(placed))]


def _combined(choices: Iterable[list[Reading]]) -> list[Reading]:
    # The last doubtful character changes first: the beginning, by which names are asked for, should vary as well.
    combined = islice(product(*choices), 64)
    return list(dict.fromkeys(tuple(syllable for part in parts for syllable in part) for parts in combined))


def _varied(found: list[Reading], most: int) -> list[Reading]:
    """Return a few of many readings, spread over all of them."""
    if len(found) <= most:
        return found
    step = (len(found) - 1) / (most - 1)
    return [found[round(place * step)] for place in range(most)]


def _with_places(text: str, places: list[tuple[int, int]]) -> Iterator[list[Reading]]:
    known, done = place_readings(), 0
    for start, end in places:
        yield from _of_text(text[done:start])
        yield known[text[start:end]]
        done = end
    yield from _of_text(text[done:])


def _of_text(text: str) -> Iterator[list[Reading]]:
    for match in _PART.finditer(text):
        yield from _choices(match)


def _choices(match: re.Match[str]) -> Iterable[list[Reading]]:
    word, chinese, number, other = match.groups()
    if word:
        return [[tuple(reading.split()) for reading in WORDS[word]]]
    return _of_chinese(chinese) if chinese else [[(number or other,)]]


def _of_chinese(text: str) -> Iterator[list[Reading]]:
    # The library's dictionaries take a third of a second to import, and only what writes names needs them.
    from pypinyin.seg.mmseg import seg

    for word in seg.cut(text):
        yield from _of_word(word)


@lru_cache(maxsize=20_000)
def _of_word(word: str) -> list[list[Reading]]:
    """Return the choices a word leaves: one if the library knows it as a word, else those of each character."""
    from pypinyin import lazy_pinyin
    from pypinyin.constants import PHRASES_DICT

    if word in PHRASES_DICT:
        return [[tuple(map(without_umlaut, lazy_pinyin(word)))]]
    # A character it has no reading for is given back as it is.
    return [
        [(reading,) for reading in CHARACTERS.get(character, (without_umlaut(*lazy_pinyin(character)),))]
        for character in word
    ]


def without_umlaut(syllable: str) -> str:
    """Return pinyin with ü, which keyboards give as v, u or yu, written u."""
    return syllable.replace("ü", "u").replace("v", "u")
