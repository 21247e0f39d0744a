"""Whether Neo4j Browser writes the whole of a caption into a circle of the style, as it fills circles with lines."""

import math
from functools import cache

from cypher.kit import style
from graph.vocabulary import Kind

# Of a character that is not Chinese, and of the space that Browser keeps free beside each word: of the fonts there are, the wide ones.
_NARROW = 0.62
_SPACE = 0.32


@cache
def room(kind: Kind) -> float:
    """Return the radius of the circles of a kind, in characters of its captions."""
    rule = style()[f"node.{kind}"]
    return float(rule["diameter"].removesuffix("px")) / 2 / float(rule["font-size"].removesuffix("px"))


def fits(caption: str, radius: float) -> bool:
    """Return whether a caption is written whole in a circle of a radius in characters.

    Browser tries one line, then two and so on. It fills them from the top with as many words as have room, and takes no
    number of lines that leaves one of them empty.
    """
    if len(caption) > math.floor(radius * radius * math.pi):
        return False
    widths = [sum(1 if _is_wide(character) else _NARROW for character in word) for word in caption.split(" ")]
    return any(_fill(widths, lines, radius) for lines in range(1, math.floor(2 * radius) + 1))


def _fill(widths: list[float], lines: int, radius: float) -> bool:
    written = 0
    for line in range(lines):
        left, before = _width(line, lines, radius), written
        while written < len(widths) and widths[written] < left - _SPACE:
            left -= widths[written] + _SPACE
            written += 1
        if written == before:
            return False
    return written == len(widths)


def _width(line: int, lines: int, radius: float) -> float:
    """Return how wide a line is where the circle is narrowest along it."""
    baseline = 1 + line - lines / 2
    edge = baseline - 0.5 if line < lines / 2 else baseline + 0.5
    return 2 * math.sqrt(max(0.0, radius * radius - edge * edge))


def _is_wide(character: str) -> bool:
    return character >= "\u2e80" or character in "“”·—"
