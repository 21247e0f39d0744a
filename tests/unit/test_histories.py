"""A history is a value: what an entity was on a day, and what an edit makes of it, without a graph."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.history import (
    Around,
    DatedLink,
    History,
    Life,
    State,
    Triple,
    begins_anew,
    closed,
    corrected,
    first_stated,
    life_stated,
    link_changes,
    moved,
    redated,
    reopened,
    restated,
    resumed,
    stated,
    version_changes,
)
from graph.vocabulary import Kind, Relationship

FIRST, PAST, SPRING, SUMMER, AUTUMN = (
    date(2022, 12, 31),
    date(2023, 6, 30),
    date(2024, 3, 1),
    date(2024, 6, 1),
    date(2024, 9, 1),
)
A, B = Triple(Relationship.UNDER, "D1", "A"), Triple(Relationship.UNDER, "D1", "B")
NOTHING_AROUND = Around({})


def state(name: str = "甲", *links: Triple) -> State:
    return State(Kind.GRID_BRANCH, {"name": name}, links or (A,))


def history() -> History:
    return first_stated("D1", state(), Life(FIRST), NOTHING_AROUND)


def name_on(found: History, day: date) -> object:
    there = found.at(day)
    return None if there is None else there.properties["name"]


def superiors_on(found: History, day: date) -> list[str]:
    there = found.at(day)
    return [] if there is None else [link.target for link in there.links]


def test_an_entity_is_nothing_before_it_began() -> None:
    assert history().at(FIRST - timedelta(1)) is None
    assert history().at(FIRST) == state()


def test_what_is_restated_was_otherwise_until_that_day() -> None:
    found = restated(history(), state("乙", B), FIRST, SPRING, NOTHING_AROUND)
    assert [name_on(found, day) for day in (FIRST, SPRING - timedelta(1), SPRING)] == ["甲", "甲", "乙"]
    assert [superiors_on(found, day) for day in (FIRST, SPRING - timedelta(1), SPRING)] == [["A"], ["A"], ["B"]]


def test_what_is_moved_is_otherwise_as_it_was() -> None:
    found = moved(history(), [B], SPRING, NOTHING_AROUND)
    assert (found.versions, found.properties, found.life) == ((), {"name": "甲"}, Life(FIRST))
    assert [(dated.link, dated.valid_from, dated.valid_to) for dated in found.links] == [
        (A, FIRST, SPRING),
        (B, SPRING, None),
    ]


def test_what_is_moved_from_a_superior_that_ended_was_moved_then() -> None:
    found = moved(history(), [B], SPRING, Around({"A": Life(FIRST, PAST), "B": Life(FIRST)}))
    assert [(dated.valid_from, dated.valid_to) for dated in found.links] == [(FIRST, PAST), (PAST, None)]


def test_what_is_moved_to_a_superior_that_began_later_waits_for_it() -> None:
    found = moved(history(), [B], SPRING, Around({"A": Life(FIRST, PAST), "B": Life(SUMMER)}))
    assert found.links[1].valid_from == SUMMER


def test_the_day_an_entity_ended_is_outside() -> None:
    found = closed(history(), SPRING, NOTHING_AROUND)
    assert name_on(found, SPRING - timedelta(1)) == "甲"
    assert found.at(SPRING) is None
    assert superiors_on(found, SPRING - timedelta(1)) == ["A"]


def test_between_two_lives_there_is_nothing() -> None:
    found = reopened(closed(history(), SPRING, NOTHING_AROUND), state("乙"), AUTUMN, AUTUMN, NOTHING_AROUND)
    assert [name_on(found, day) for day in (PAST, SUMMER, AUTUMN)] == ["甲", None, "乙"]
    assert found.lives == (Life(FIRST, SPRING), Life(AUTUMN))


def test_an_end_taken_back_was_none() -> None:
    before = history()
    found = resumed(closed(before, PAST, NOTHING_AROUND), state(), FIRST, SPRING, NOTHING_AROUND)
    assert found == before


def test_a_link_is_taken_up_again_once_the_end_of_what_it_led_to_was_none() -> None:
    located = [Triple(Relationship.LOCATED_IN, "U1", area) for area in ("A", "B")]
    before = History("U1", Kind.UNIT, {}, FIRST, links=(DatedLink(located[0], FIRST),))
    gone = moved(before, [], SPRING, Around({"A": Life(FIRST, PAST)}))
    around = Around({"A": Life(FIRST)}, taken_back={"A": PAST})
    assert moved(gone, [located[0]], SUMMER, around) == before
    between = moved(moved(gone, [located[1]], SPRING, NOTHING_AROUND), [located[0]], SUMMER, around)
    assert [(dated.link.target, dated.valid_from, dated.valid_to) for dated in between.links] == [
        ("A", FIRST, PAST),
        ("B", SPRING, SUMMER),
        ("A", SUMMER, None),
    ]


def test_a_correction_keeps_no_version_and_voids_what_was_stated_wrong() -> None:
    ended = closed(history(), SPRING, NOTHING_AROUND)
    found = corrected(ended, state("乙", B), FIRST, PAST, NOTHING_AROUND)
    assert found.versions == ()
    assert name_on(found, FIRST) == "乙"
    assert superiors_on(found, FIRST) == ["B"]
    assert {dated.link for dated in found.links if dated.is_void} == {A}


def test_a_row_that_came_and_went_since_is_a_life_of_its_own() -> None:
    ended = closed(history(), PAST, NOTHING_AROUND)
    found = stated(ended, state("乙"), Life(SPRING, SUMMER), AUTUMN, NOTHING_AROUND, is_unstated=False)
    assert found.lives == (Life(FIRST, PAST), Life(SPRING, SUMMER))
    assert [name_on(found, day) for day in (FIRST, PAST, SPRING, SUMMER)] == ["甲", None, "乙", None]


def test_what_began_with_its_superior_begins_with_it_still() -> None:
    around = Around({"A": Life(SPRING), "D1": Life(FIRST)}, {"A": FIRST})
    assert redated(DatedLink(A, FIRST), around) == DatedLink(A, SPRING)
    assert redated(DatedLink(A, PAST, PAST), around) == DatedLink(A, PAST, PAST)


def test_nothing_differs_between_a_history_and_itself() -> None:
    found = restated(history(), state("乙", B), FIRST, SPRING, NOTHING_AROUND)
    stored = replace(found, links=tuple(replace(dated, key=str(n)) for n, dated in enumerate(found.links)))
    assert link_changes(stored.links, stored.links) == []
    assert version_changes(stored, stored) == []


def test_a_difference_names_what_changed_and_no_more() -> None:
    stored = replace(history(), links=(DatedLink(A, FIRST, key="1"),))
    (change,) = link_changes(stored.links, closed(stored, SPRING, NOTHING_AROUND).links)
    assert change.is_turned
    assert change.values() == {"valid_to": SPRING, "final": True}


def test_a_first_day_nobody_knows_is_not_written() -> None:
    stored = replace(history(), links=(DatedLink(A, date.min, key="1"),))
    (change,) = link_changes(stored.links, closed(stored, SPRING, NOTHING_AROUND).links)
    assert "valid_from" not in change.values()


DAYS = st.dates(FIRST, AUTUMN)
ROWS = st.tuples(st.sampled_from(["甲", "乙"]), st.sampled_from([A, B]), DAYS, st.none() | DAYS)


def said(found: History, row: tuple[str, Triple, date, date | None], today: date) -> History:
    """Bring a history to a row, as a load does: with the entity itself among those around."""
    name, link, begun, ended = row
    life = Life(begun, None if ended is None else max(begun, ended))
    after = life_stated(found, life, today, is_unstated=False)
    is_anew = begins_anew(found, life, is_unstated=False)
    former = {} if is_anew or found.valid_from in (None, after.begun) else {"D1": found.valid_from}
    around = Around({"D1": after}, former)
    return stated(found, state(name, link), life, today, around, is_unstated=False)


@given(first=DAYS, rows=st.lists(st.tuples(ROWS, st.integers(0, 60)), max_size=8))
def test_whatever_rows_say_no_day_is_told_twice(
    first: date, rows: list[tuple[tuple[str, Triple, date, date | None], int]]
) -> None:
    found, today = first_stated("D1", state(), Life(first), NOTHING_AROUND), AUTUMN
    for row, days in rows:
        today += timedelta(days)
        found = said(found, row, today)
        assert (found.at(today) is None) == (row[3] is not None)
        told = sorted((one.valid_from, one.valid_to) for one in found.versions if one.valid_from < one.valid_to)
        assert all(one[1] <= other[0] for one, other in pairwise(told))
        for day in (FIRST, PAST, SPRING, SUMMER, AUTUMN):
            stood = any(
                life.begun is not None and life.begun <= day and (life.ended is None or day < life.ended)
                for life in found.lives
            )
            assert (found.at(day) is not None) is stood
            assert len([dated for dated in found.links if dated.covers(day)]) <= 1
            assert stood or superiors_on(found, day) == []
