"""What belongs to an area is the same whichever way it is looked for: down from the area, or up from those of a kind."""

from collections.abc import Sequence
from typing import NamedTuple

import pytest

from graph.engines import Engine
from graph.errors import NotFoundError
from graph.kind_words import KindWords
from graph.pages import Page, Paging, every
from graph.questions import breadth, lists
from graph.questions.conditions import condition
from graph.questions.lists import Wanted, entities
from graph.shapes import AnyEntity
from graph.vocabulary import Kind, Relationship

CITY, COUNTY, STREET, COMMUNITY = "220200000000", "220202000000", "220202006000", "220202006001"


class Asked(NamedTuple):
    """A question, all of whose pages are asked for."""

    area_id: str
    kind: Kind
    size: int = 1000
    q: str | None = None
    where: Sequence[str] = ()
    lacks: Sequence[Relationship] = ()
    related_to: str | None = None


FILTERED = [
    Asked(CITY, Kind.POST, lacks=[Relationship.HOLDS]),
    Asked(CITY, Kind.POST, size=7, q="新华"),
    Asked(CITY, Kind.POST, where=["role:secretary"]),
    Asked(STREET, Kind.UNIT, where=["category:department"]),
    Asked(CITY, Kind.UNIT, related_to="A060"),
    Asked(STREET, Kind.POST, related_to="D220202006000"),
]
UNFILTERED = [Asked(area, kind) for area in (CITY, COUNTY, STREET, COMMUNITY) for kind in Kind]


def answered(engine: Engine, asked: Asked) -> tuple[int, list[AnyEntity]]:
    wanted = Wanted(
        kinds=[asked.kind],
        area_id=asked.area_id,
        q=asked.q,
        conditions=[condition(asked.kind, text, KindWords()) for text in asked.where],
        lacks=asked.lacks,
        related_to=asked.related_to,
    )

    def page(paging: Paging) -> Page[AnyEntity]:
        return entities(engine, wanted=wanted, paging=paging).value

    return page(Paging(1)).total, every(page, size=asked.size)


def both_ways(engine: Engine, monkeypatch: pytest.MonkeyPatch, asked: Asked) -> list[tuple[int, list[AnyEntity]]]:
    found: list[tuple[int, list[AnyEntity]]] = []
    for least in (0, 1_000_000):
        # As if every area were broad, and then as if none were.
        monkeypatch.setattr(
            lists, "is_broad_area", lambda engine, id, least=least: breadth.is_broad_area(engine, id=id, least=least)
        )
        found.append(answered(engine, asked))
    return found


@pytest.mark.parametrize("asked", [*UNFILTERED, *FILTERED], ids=str)
def test_both_ways_find_the_same(mini: Engine, monkeypatch: pytest.MonkeyPatch, asked: Asked) -> None:
    up, down = both_ways(mini, monkeypatch, asked)
    assert up == down
    assert up[0] == len(up[1])


def test_what_is_filtered_is_found_at_all(mini: Engine) -> None:
    found = {str(asked): answered(mini, asked)[0] for asked in FILTERED}
    assert 0 not in found.values(), found


@pytest.mark.parametrize(
    "asked", [Asked(COUNTY, kind) for kind in (Kind.POST, Kind.UNIT, Kind.ACTIVITY)] + FILTERED[:2], ids=str
)
def test_both_ways_find_the_same_in_a_city(jilin: Engine, monkeypatch: pytest.MonkeyPatch, asked: Asked) -> None:
    up, down = both_ways(jilin, monkeypatch, asked)
    assert up == down
    assert up[0] > 0


def test_breadth_is_that_of_an_area(mini: Engine) -> None:
    assert breadth.is_broad_area(mini, id=STREET, least=10)
    assert not breadth.is_broad_area(mini, id=STREET)
    for id in ("no such", "D220202006000"):
        with pytest.raises(NotFoundError, match="No area has the id"):
            breadth.is_broad_area(mini, id=id)
