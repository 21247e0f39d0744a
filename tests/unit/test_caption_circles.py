"""Captions are written whole in the circles of the style, as Neo4j Browser fills circles with lines."""

from collections import Counter
from datetime import date

import pytest

from graph.captions.circle import fits, room
from graph.loading.captioning import Captions
from graph.vocabulary import PEOPLE
from seed_data.opening import open_data_set


@pytest.mark.parametrize(
    ("caption", "radius", "is_whole"),
    [
        ("第一网格 党支部", 2.7, True),
        # Five characters have room in the middle of three lines alone, and the first of three must not be empty.
        ("第十一网格 党支部", 2.6, False),
        ("第十一网格 党支部", 2.88, True),
        ("1单元 党员中心户", 2.95, False),
        ("1单元 党员 中心户", 2.95, True),
        ("王*", 1.5, True),
        ("九个字写在一行里面了", 3, False),
    ],
)
def test_a_caption_fits_as_chromium_showed_it(caption: str, radius: float, is_whole: bool) -> None:
    assert fits(caption, radius) is is_whole


def test_nearly_every_caption_of_a_street_is_written_whole() -> None:
    facts = open_data_set("mini", today=date.today()).facts
    captions = Captions(facts)
    written, whole = Counter[str](), Counter[str]()
    for fact in facts:
        caption = captions.of(fact)
        assert caption is not None
        written[fact.kind] += 1
        whole[fact.kind] += fits(caption, room(fact.kind))
    assert {kind: whole[kind] / written[kind] for kind in written if whole[kind] < 0.98 * written[kind]} == {}
    assert {kind for kind in PEOPLE if whole[kind] < written[kind]} == set()
