"""A caption: a name without the names of what it is inside, with spaces at which Neo4j Browser breaks it into lines.

Browser breaks a caption at spaces alone, and a Chinese name has none: whole, it has to be written so small that it cannot
be read once forty circles are drawn.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.captions.circle import fits, room
from graph.meanings import VALUES
from graph.vocabulary import AREA_KINDS, PARTY_ORG_KINDS, PEOPLE, Kind, Role

FORM = "2"
"""Which form of captions this release writes; another's are written anew. Raise it when a caption changes."""

_LINES = (4, 5, 3, 6, 2)
"""Characters a line has at most where the name lets itself be broken so: the first with which the caption fits its circle."""
# A caption of fewer would name no more than the kind: 社区, 支部.
_LEAST_OF_TREES = 3
_LEAST = 2
_TREES = frozenset({*AREA_KINDS, *PARTY_ORG_KINDS})
# Where a name falls into parts, so that a line ends with one: places, then bodies.
_PART_ENDS = re.compile(
    r"街道|社区|网格|小区|号楼|单元|党员(?=中心户)|党工委|党总支|党支部|党小组|党建|联盟|委员会|派出所|公司|银行|派驻|专项|[区县市镇乡村]|[）”]|.(?=[（“])"
)
_INSIDE_ITS_OWN = frozenset({Kind.MEMBER_HOUSEHOLD, Kind.VENUE, Kind.ENFORCEMENT_RESULT})
_WHOLE = re.compile(r"[0-9A-Za-z.\-]+号?|[^0-9A-Za-z]")


def caption(kind: Kind, name: str, *, inside: Iterable[str]) -> str:
    """Return the caption of an entity; ``inside`` are the names of what it is inside, in any order.

    A person's name is masked already, and is its own caption.
    """
    if kind in PEOPLE:
        return name
    return _broken(_shortened(name, inside, _LEAST_OF_TREES if kind in _TREES else _LEAST), room(kind))


def inside(kind: Kind, around: Iterable[str], own: Iterable[str]) -> set[str]:
    """Return the names a caption leaves out, of all ``around`` an entity: not of what it stands for itself, its ``own``.

    A branch's caption keeps the grid it covers, and loses the community that lies in. Only a household is inside what it
    covers, its building; and what serves a place, or is a part of a body, is inside it.
    """
    return {*around} - (set() if kind in _INSIDE_ITS_OWN else {*own})


def role_caption(role: Role) -> str:
    """Return the caption of a membership: what the unit is in the alliance."""
    return VALUES[Role][role]


def _shortened(name: str, inside: Iterable[str], least: int) -> str:
    """Return a name without those at its beginning: the longest each time, while enough is left."""
    names = sorted({text for text in inside if len(text) > 1}, key=len, reverse=True)
    while found := next((text for text in names if name.startswith(text) and len(name) - len(text) >= least), None):
        name = name.removeprefix(found)
    return name


@lru_cache(maxsize=20_000)
def _broken(name: str, radius: float) -> str:
    """Return a name with spaces where lines may end, so that all of it is written in a circle where that can be."""
    pieces = [piece for piece in _WHOLE.findall(name) if not piece.isspace()]
    tried = (_in_lines(pieces, longest) for longest in _LINES)
    return next((text for text in tried if fits(text, radius)), _in_lines(pieces, _LINES[0]))


def _in_lines(pieces: list[str], longest: int) -> str:
    """Return pieces with spaces where lines may end: as few lines as will do, about as long as each other."""
    lines = -(-len(pieces) // longest)
    ends = _part_ends(pieces)
    starts = [0]
    for line in range(1, lines):
        ideal = round(starts[-1] + (len(pieces) - starts[-1]) / (lines - line + 1))
        near = (ideal, ideal - 1, ideal + 1, ideal + 2)
        fit = [at for at in near if at in ends and 1 < at - starts[-1] <= longest + 1 and at < len(pieces)]
        at = fit[0] if fit else ideal
        if not starts[-1] < at < len(pieces):
            # The lines before were longer than their share, and left nothing for this one.
            break
        starts.append(at + 1 if pieces[at] == "）" and at + 1 < len(pieces) else at)
    return " ".join("".join(pieces[at:end]).strip() for at, end in zip(starts, [*starts[1:], len(pieces)], strict=True))


def _part_ends(pieces: list[str]) -> set[int]:
    """Return after how many pieces a part of the name ends."""
    places: dict[int, int] = {}
    length = 0
    for count, piece in enumerate(pieces, 1):
        length += len(piece)
        places[length] = count
    return {places[found.end()] for found in _PART_ENDS.finditer("".join(pieces)) if found.end() in places}
