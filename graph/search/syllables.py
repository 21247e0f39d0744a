"""Where syllables begin in pinyin that is written together."""

import re
from heapq import nsmallest
from itertools import islice, product

from graph.search.pinyin import Reading, without_umlaut

MAX_LETTERS = 60
"""Letters of one word of pinyin that are taken apart."""

_MOST = 4
_WORD = re.compile(r"\d+|[a-z]+")
_INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]"
_FINAL = "iang|iong|uang|ang|eng|ian|iao|ing|ong|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u"
_SYLLABLE = re.compile(rf"(?:{_INITIAL})(?:{_FINAL})|ang|eng|ai|an|ao|ei|en|er|ou|a|e|o")


def syllables(text: str) -> list[Reading]:
    """Return how a plain text may be read as pinyin, the likeliest first; empty when it is none.

    Spaces and apostrophes end a syllable; a letter that is in no syllable stands alone, and the last may be unfinished.
    """
    bare = without_umlaut(text.replace("\u0308", ""))
    if not re.fullmatch(r"[a-z0-9\s'’·-]*[a-z][a-z0-9\s'’·-]*", bare):
        return []
    words = [[(word,)] if word.isdecimal() else _divided(word) for word in _WORD.findall(bare)]
    return [tuple(token for part in parts for token in part) for parts in islice(product(*words), _MOST)]


def _divided(word: str) -> list[Reading]:
    """Return the divisions of a word into the fewest syllables, or none when it is too long."""
    if len(word) > MAX_LETTERS:
        return []
    ways: list[list[Reading]] = [[()]]
    for end in range(1, len(word) + 1):
        longer = [
            (*way, word[start:end])
            for start in range(max(0, end - 6), end)
            if end - start == 1 or _SYLLABLE.fullmatch(word, start, end) or _is_begun(word, start, end)
            for way in ways[start]
        ]
        ways.append(nsmallest(_MOST, longer, key=lambda way: (_effort(way), [-len(token) for token in way])))
    return [way for way in ways[-1] if _effort(way) <= _effort(ways[-1][0]) + 1]


def _effort(way: Reading) -> int:
    # Few long syllables are likelier than many short ones, and letters that are no syllable the least likely.
    return sum(1 if _SYLLABLE.fullmatch(token) else 2 for token in way)


def _is_begun(word: str, start: int, end: int) -> bool:
    # zh, ch and sh of a syllable not yet typed to its end.
    return end == len(word) and word[start:end] in {"zh", "ch", "sh"}


_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan ue uo",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan ue un uo",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un",
    "w": "a ai an ang ei en eng o u",
}
_SPOKEN = frozenset(initial + final for initial, finals in _FINALS.items() for final in finals.split())
_LONGEST = 6


def whole_syllables(letters: str) -> Reading:
    """Return letters as the fewest syllables of spoken Chinese; empty when they are none."""
    if not _are_syllables(letters):
        return ()
    fewest: list[Reading | None] = [()]
    for end in range(1, len(letters) + 1):
        ways = [
            (*way, letters[start:end])
            for start in range(max(0, end - _LONGEST), end)
            if (way := fewest[start]) is not None and letters[start:end] in _SPOKEN
        ]
        fewest.append(min(ways, key=lambda way: (len(way), [-len(syllable) for syllable in way]), default=None))
    return fewest[-1] or ()


def _are_syllables(letters: str) -> bool:
    """Tell by far sooner than it takes to find the fewest: most letters that are tried are none."""
    reached, size = {0}, len(letters)
    for start in range(size):
        if start in reached:
            reached.update(
                end for end in range(start + 1, min(start + _LONGEST, size) + 1) if letters[start:end] in _SPOKEN
            )
        elif max(reached) < start:
            return False
    return size in reached
