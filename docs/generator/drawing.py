"""The skeleton drawn: territory, the chain and the alliances as three columns, and what joins them.

What works through it, some thirty kinds more, is told in the tables of the page: lines between so many would hide each other.
"""

from html import escape

from docs.generator.model import Edge, Model
from graph.vocabulary import KINDS, Family, Kind, Relationship

_WIDTH, _HEIGHT = 1180, 760
_BOX_WIDTH, _BOX_HEIGHT = 190, 48
_FILL = {Family.AREA: "#e3f1e3", Family.PARTY_ORG: "#fbe4e1", Family.ALLIANCE: "#e3ebf7"}
_STROKE = {Family.AREA: "#4c8b4c", Family.PARTY_ORG: "#c0392b", Family.ALLIANCE: "#3b6aa8"}
_COLOUR = {
    Relationship.UNDER: "#c0392b",
    Relationship.COVERS: "#8a6d3b",
    Relationship.WITHIN: "#4c8b4c",
    Relationship.LEADS: "#7d3c98",
    Relationship.MEMBER_OF: "#3b6aa8",
    Relationship.GUIDED_BY: "#1f8a8a",
}
# Where each kind's box stands: its column's middle and its row. An organisation stands beside what it covers.
_PLACES: dict[Kind, tuple[int, float]] = {
    Kind.CITY: (150, 0),
    Kind.COUNTY: (150, 1),
    Kind.TOWN: (150, 2),
    Kind.NEIGHBOURHOOD: (150, 3),
    Kind.GRID: (150, 4),
    Kind.COMPOUND: (150, 5),
    Kind.BUILDING: (150, 6),
    Kind.CITY_COMMITTEE: (600, 0),
    Kind.COUNTY_COMMITTEE: (600, 1),
    Kind.STREET_COMMITTEE: (600, 2),
    Kind.COMMUNITY_ORG: (600, 3),
    Kind.GRID_BRANCH: (600, 4),
    Kind.BUILDING_GROUP: (490, 5),
    Kind.GRID_GROUP: (720, 5),
    Kind.MEMBER_HOUSEHOLD: (600, 6),
    Kind.LEADING_GROUP: (1040, 0.5),
    Kind.ALLIANCE: (1040, 2.5),
    Kind.UNIT: (1040, 4.5),
}


def drawing(model: Model) -> str:
    """Return the drawing as SVG; the viewer's own font draws the Chinese."""
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif">\n',
            f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#ffffff"/>\n',
            *[_marker(one) for one in _COLOUR],
            *[_line(edge) for edge in sorted(model.edges) if _is_drawn(edge)],
            *[_box(kind, model) for kind in _PLACES],
            *_legend(),
            "</svg>\n",
        ]
    )


def _is_drawn(edge: Edge) -> bool:
    source, type, target = edge
    return type in _COLOUR and source in _PLACES and target in _PLACES


def _middle(kind: Kind) -> tuple[float, float]:
    x, row = _PLACES[kind]
    return x, 50 + row * 95


def _box(kind: Kind, model: Model) -> str:
    x, y = _middle(kind)
    family = KINDS[kind].family
    title = escape(KINDS[kind].chinese)
    return (
        f'<rect x="{x - _BOX_WIDTH / 2:g}" y="{y - _BOX_HEIGHT / 2:g}" width="{_BOX_WIDTH}" height="{_BOX_HEIGHT}" rx="8" '
        f'fill="{_FILL[family]}" stroke="{_STROKE[family]}"/>\n'
        f'<text x="{x:g}" y="{y - 4:g}" font-size="15" text-anchor="middle">{title}</text>\n'
        f'<text x="{x:g}" y="{y + 15:g}" font-size="12" text-anchor="middle" fill="#555555">'
        f"{kind} · {model.kinds[kind]:,}</text>\n"
    )


def _line(edge: Edge) -> str:
    source, type, target = edge
    if source is target:
        return _loop(source, type)
    if (source, target) == (Kind.BUILDING, Kind.GRID):
        return _past_one(source, target, type)
    x1, y1, x2, y2 = _joined(_middle(source), _middle(target))
    return (
        f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{_COLOUR[type]}" stroke-width="1.6" '
        f'marker-end="url(#{type})"/>\n'
    )


def _joined(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float, float, float]:
    """Return a line between two boxes: from side to side where they stand apart, else from top to bottom."""
    (x1, y1), (x2, y2) = start, end
    if abs(x1 - x2) > _BOX_WIDTH + 60:
        aside = _BOX_WIDTH / 2 if x1 < x2 else -_BOX_WIDTH / 2
        return x1 + aside, y1, x2 - aside, y2
    down = _BOX_HEIGHT / 2 if y1 < y2 else -_BOX_HEIGHT / 2
    return x1, y1 + down, x2, y2 - down


def _loop(kind: Kind, type: Relationship) -> str:
    x, y = _middle(kind)
    right = x + _BOX_WIDTH / 2
    return (
        f'<path d="M {right:g} {y - 12:g} C {right + 36:g} {y - 18:g} {right + 36:g} {y + 18:g} {right:g} {y + 12:g}" '
        f'fill="none" stroke="{_COLOUR[type]}" stroke-width="1.6" marker-end="url(#{type})"/>\n'
    )


def _past_one(source: Kind, target: Kind, type: Relationship) -> str:
    """Draw around the box that stands between two of one column."""
    (x, y1), (_, y2) = _middle(source), _middle(target)
    left = x - _BOX_WIDTH / 2
    return (
        f'<path d="M {left:g} {y1:g} C {left - 50:g} {y1 - 40:g} {left - 50:g} {y2 + 40:g} {left:g} {y2:g}" '
        f'fill="none" stroke="{_COLOUR[type]}" stroke-width="1.6" marker-end="url(#{type})"/>\n'
    )


def _marker(type: Relationship) -> str:
    return (
        f'<marker id="{type}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M 0 0 L 10 5 L 0 10 z" fill="{_COLOUR[type]}"/></marker>\n'
    )


def _legend() -> list[str]:
    y = _HEIGHT - 40
    parts: list[str] = []
    for place, type in enumerate(_COLOUR):
        x = 60 + place * 185
        parts.append(
            f'<line x1="{x}" y1="{y}" x2="{x + 40}" y2="{y}" stroke="{_COLOUR[type]}" stroke-width="2" '
            f'marker-end="url(#{type})"/>\n<text x="{x + 50}" y="{y + 5}" font-size="13">{type}</text>\n'
        )
    return parts
