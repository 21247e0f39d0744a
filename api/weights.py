"""What each question costs, declared once: the lane it is answered in follows from it.

Measured on ``jilin`` with nothing else going on: a light question takes up to 25 ms, a middling one up to 100, a heavy one
more. What a question costs follows from its route, how many items it asks for, and whether the organisation or the area it
is about is broad (``graph.questions.breadth``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

Asked = Mapping[str, str]
"""What a request says, by the names of its parameters, those of its path among them."""

_LONG = 200
"""A page, or a neighbourhood, of more items than this is long."""


class Weight(IntEnum):
    """How much a question costs."""

    LIGHT = 0
    MIDDLING = 1
    HEAVY = 2


@dataclass(frozen=True, slots=True)
class Cost:
    """What the questions of a route cost: ``least``, or more where one of the other fields says so.

    ``broad``: the parameters that name an organisation or an area, which make a question heavy when it is broad.
    ``long``: what an answer of many items is at least. ``sifting``: the parameters by which very many are looked through,
    unless one of ``narrow`` says among which few; ``sifted``: what such a question is at least, and ``sorted``: one that sorts
    all those.
    """

    least: Weight = Weight.LIGHT
    broad: tuple[str, ...] = ()
    long: Weight = Weight.MIDDLING
    sifting: tuple[str, ...] = ()
    sifted: Weight = Weight.MIDDLING
    sorted: Weight = Weight.MIDDLING
    narrow: tuple[str, ...] = ()

    def weight(self, asked: Asked) -> Weight:
        """Return what a question costs that is about nothing broad."""
        weights = [self.least]
        if any(_is_long(asked.get(name, "")) for name in ("page_size", "limit")):
            weights.append(self.long)
        if not any(name in asked for name in self.narrow):
            weights += [self.sifted] * any(name in asked for name in self.sifting)
            weights += [self.sorted] * ("sort" in asked)
        return max(weights)

    def about(self, asked: Asked) -> list[str]:
        """Return the ids whose breadth makes a question heavy."""
        return [asked[name] for name in self.broad if asked.get(name)]


_FEW = Cost()
_WALK = Cost(broad=("id",))
_LIST = Cost(broad=("area_id",), sifting=("q",), sorted=Weight.HEAVY, narrow=("area_id", "identifier"))

COSTS: Mapping[str, Cost] = {
    **{f"get_{word}": _FEW for word in ("org", "area", "alliance", "unit", "entity")},
    **{f"list_{word}s": _LIST for word in ("org", "area", "alliance", "unit")},
    **{f"list_{word}_children": _FEW for word in ("org", "area")},
    **{f"list_{word}_ancestors": _FEW for word in ("org", "area")},
    **{f"list_{word}_descendants": _WALK for word in ("org", "area")},
    **{f"get_{word}_tree": _WALK for word in ("org", "area")},
    **{f"get_{word}_counts": _WALK for word in ("org", "area")},
    "list_entities": Cost(
        broad=("area_id",),
        long=Weight.HEAVY,
        sifting=("q", "where", "lacks"),
        sifted=Weight.HEAVY,
        sorted=Weight.HEAVY,
        narrow=("area_id", "related_to", "identifier"),
    ),
    "get_entity_neighbours": _FEW,
    "list_org_alliances": _FEW,
    "list_alliance_members": _FEW,
    "list_unit_alliances": _FEW,
    "list_area_responsible": _FEW,
    "get_area_profile": _WALK,
    "list_area_powers": _FEW,
    "list_area_duties": _FEW,
    "list_area_services": _WALK,
    "get_nearest_service": _WALK,
    "search": Cost(Weight.MIDDLING),
    "get_path": Cost(Weight.MIDDLING),
    "get_vocabulary": Cost(Weight.MIDDLING),
    "list_reconciliation": Cost(Weight.HEAVY),
}
"""What the questions of each operation cost, by its id; a test goes through all routes."""


def _is_long(size: str) -> bool:
    # What is no number is refused by its route, and costs nothing.
    return size.isascii() and size.isdigit() and int(size[:10]) > _LONG
