"""Places are found by their readings as published, all of them."""

import csv
from pathlib import Path

import pytest

from graph.search import places
from graph.search.normal_form import plain
from graph.search.pinyin import readings
from graph.search.spellings import Closeness, spellings
from graph.search.terms import terms
from graph.vocabulary import Kind

with Path(places.__file__).with_name("place_readings.csv").open(encoding="utf-8", newline="") as file:
    PUBLISHED = list(csv.DictReader(file))

LEFT_OUT: dict[str, str] = {}
"""Places not found by their published reading, and why. Those of disputed reading (``places.ALSO``) are found by both."""


def is_found(name: str, text: str) -> bool:
    made = terms(Kind.COUNTY, id="X1", name=name, code=None)
    return any(
        needle in made
        for spelling in spellings(plain(text))
        if (needle := spelling.needle(Kind.COUNTY, Closeness.PREFIX))
    )


def test_every_place_is_found_by_its_reading_written_together_and_apart() -> None:
    missed = {
        row["name"]
        for row in PUBLISHED
        for name in (row["name"], row["short_name"])
        for text in (row["reading"], row["reading"].replace(" ", "").replace("v", "ü"))
        if not is_found(name, text)
    }
    assert len(PUBLISHED) == 3639
    assert missed == set(LEFT_OUT)


def test_every_place_of_disputed_reading_is_found_by_the_other_as_well() -> None:
    assert [name for name, reading in places.ALSO.items() if not is_found(name, reading)] == []
    assert set(places.ALSO) - {"六枝"} <= {row["short_name"] for row in PUBLISHED}


@pytest.mark.parametrize(
    ("name", "reading"),
    [
        ("珲春街道", "hunchunjiedao"),
        ("六合区委", "luhequwei"),
        ("六合社区", "liuheshequ"),
        ("什邡市方亭街道", "shifangshifangting"),
        ("马尾区罗星街道党工委", "maweiqu"),
        ("南京市六合区", "nanjingshiluhequ"),
        ("漯河市郾城区", "luohe"),
        ("浚县公安局", "xunxian"),
        ("乾安縣", "qiananxian"),
        ("农业银行唐山支行", "nongyeyinhangtangshanzhihang"),
        ("蚌埠路社区", "bengbu"),
        ("長春路街道", "changchunlu"),
    ],
)
def test_a_longer_name_is_read_with_the_place_in_it(name: str, reading: str) -> None:
    assert is_found(name, reading)


def test_a_name_without_a_place_is_read_as_before() -> None:
    assert readings("长岗") == [("chang", "gang"), ("zhang", "gang")]
