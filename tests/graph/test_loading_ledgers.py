"""What works through the chain is loaded as the chain is, and an entity may have several relationships of one type."""

from dataclasses import replace
from datetime import date

import pytest
from city import City
from store import AUTUMN, FIRST, SPRING, SUMMER, WINTER, Store

from graph.loading import Triple
from graph.vocabulary import Kind, Relationship

HOLDS, PART_OF, DELEGATED_TO, DELEGATED_BY = (
    Relationship.HOLDS,
    Relationship.PART_OF,
    Relationship.DELEGATED_TO,
    Relationship.DELEGATED_BY,
)

PAST = date(2023, 6, 30)


@pytest.fixture
def staffed(city: City) -> City:
    """A city in which one person holds two posts, and two towns have a power."""
    for post in ("P1", "P2", "P3"):
        city.ledger(post, Kind.POST, (PART_OF, "D1111"), role="committee_member")
    city.ledger("R1", Kind.PERSON, (HOLDS, "P1"), (HOLDS, "P2"), name="王*", full_name="王小明")
    city.area("112", Kind.TOWN, "11")
    city.ledger(
        "W1",
        Kind.POWER,
        (DELEGATED_TO, "111"),
        (DELEGATED_TO, "112"),
        (DELEGATED_BY, "U1"),
        delegated_on=date(2021, 3, 1),
    )
    return city


def holds(city: City, *posts: str) -> None:
    city.put(replace(city.facts["R1"], links=tuple(Triple(HOLDS, "R1", post) for post in posts)))


def test_loading_twice_is_loading_once(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    before = (store.nodes(), store.relationships(), store.revision())
    summary = store.bring(staffed.contents(), today=SUMMER)
    assert (summary.added, summary.changed, summary.closed, summary.conflicts) == (0, 0, 0, [])
    assert (store.nodes(), store.relationships(), store.revision()) == before


def test_what_was_stated_is_read_back_with_its_types(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    assert store.entity("W1") == {
        "id": "W1",
        "kind": "Power",
        "name": "W1名",
        "source": "ledger",
        "delegated_on": date(2021, 3, 1),
        "valid_from": FIRST,
        "labels": {"Entity", "Power"},
    }
    assert store.entity("R1")["full_name"] == "王小明"


def test_one_post_given_up_leaves_the_other_as_it_was(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    holds(staffed, "P2")
    summary = store.bring(staffed.contents("2"), today=SPRING)
    assert (summary.changed, summary.conflicts) == (1, [])
    assert store.links("R1") == {("WAS_HOLDS", "R1", "P1", FIRST, SPRING), ("HOLDS", "R1", "P2", FIRST, None)}


def test_a_post_taken_over_and_given_back_begins_on_each_day(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    holds(staffed, "P1", "P2", "P3")
    store.bring(staffed.contents("2"), today=SPRING)
    holds(staffed, "P1", "P3")
    store.bring(staffed.contents("3"), today=SUMMER)
    holds(staffed, "P1", "P2", "P3")
    store.bring(staffed.contents("4"), today=AUTUMN)
    assert store.links("R1") == {
        ("HOLDS", "R1", "P1", FIRST, None),
        ("WAS_HOLDS", "R1", "P2", FIRST, SUMMER),
        ("HOLDS", "R1", "P2", AUTUMN, None),
        ("HOLDS", "R1", "P3", SPRING, None),
    }


def test_one_that_ends_ends_with_all_of_them_and_each_from_its_own_first_day(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    holds(staffed, "P2", "P3")
    store.bring(staffed.contents("2"), today=SPRING)
    staffed.put(replace(staffed.facts["R1"], valid_to=SUMMER))
    store.bring(staffed.contents("3"), today=AUTUMN)
    assert store.entity("R1")["labels"] == {"Entity", "Closed"}
    assert store.links("R1") == {
        ("WAS_HOLDS", "R1", "P1", FIRST, SPRING),
        ("WAS_HOLDS", "R1", "P2", FIRST, SUMMER),
        ("WAS_HOLDS", "R1", "P3", SPRING, SUMMER),
    }


def test_an_end_that_was_none_gives_each_back_from_its_own_first_day(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    holds(staffed, "P2", "P3")
    store.bring(staffed.contents("2"), today=SPRING)
    row = staffed.facts["R1"]
    staffed.put(replace(row, valid_to=SUMMER))
    store.bring(staffed.contents("3"), today=AUTUMN)
    staffed.put(row)
    store.bring(staffed.contents("4"), today=WINTER)
    assert store.links("R1") == {
        ("WAS_HOLDS", "R1", "P1", FIRST, SPRING),
        ("HOLDS", "R1", "P2", FIRST, None),
        ("HOLDS", "R1", "P3", SPRING, None),
    }


def test_a_tie_stated_late_of_one_that_ended_is_not_put_off_by_another_of_its_type(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    holds(staffed, "P2")
    store.bring(staffed.contents("2"), today=SPRING)
    staffed.put(replace(staffed.facts["R1"], valid_to=SUMMER))
    store.bring(staffed.contents("3"), today=AUTUMN)
    staffed.put(replace(staffed.facts["R1"], links=(Triple(HOLDS, "R1", "P2"), Triple(HOLDS, "R1", "P3"))))
    store.bring(staffed.contents("4"), today=WINTER)
    assert ("WAS_HOLDS", "R1", "P3", FIRST, SUMMER) in store.links("R1")


def test_what_somebody_holds_is_not_closed_before_the_holder(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    del staffed.facts["P1"]
    holds(staffed, "P2")
    summary = store.bring(staffed.contents("2"), today=SPRING)
    assert (summary.closed, summary.conflicts) == (1, [])
    assert store.entity("P1")["labels"] == {"Entity", "Closed"}
    assert store.links("P1") == {
        ("WAS_HOLDS", "R1", "P1", FIRST, SPRING),
        ("WAS_PART_OF", "P1", "D1111", FIRST, SPRING),
    }


def test_a_town_that_ends_keeps_the_power_of_the_other(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    del staffed.facts["112"]
    power = staffed.facts["W1"]
    staffed.put(replace(power, links=tuple(link for link in power.links if link.target != "112")))
    summary = store.bring(staffed.contents("2"), today=SPRING)
    assert (summary.closed, summary.changed, summary.conflicts) == (1, 1, [])
    assert ("DELEGATED_TO", "W1", "111", FIRST, None) in store.links("W1")
    assert ("WAS_DELEGATED_TO", "W1", "112", FIRST, SPRING) in store.links("W1")


def test_what_leads_to_something_that_ended_ended_with_it(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    staffed.put(replace(staffed.facts["112"], valid_to=PAST))
    power = staffed.facts["W1"]
    staffed.put(replace(power, links=tuple(link for link in power.links if link.target != "112")))
    staffed.put(replace(staffed.facts["P1"], valid_to=PAST))
    holds(staffed, "P2", "P3")
    store.bring(staffed.contents("2"), today=SPRING)
    assert ("WAS_DELEGATED_TO", "W1", "112", FIRST, PAST) in store.links("W1")
    # Of posts there may be several: none takes the place of another.
    assert store.links("R1") == {
        ("WAS_HOLDS", "R1", "P1", FIRST, PAST),
        ("HOLDS", "R1", "P2", FIRST, None),
        ("HOLDS", "R1", "P3", SPRING, None),
    }


def test_a_holder_changed_by_other_means_is_a_conflict(store: Store, staffed: City) -> None:
    store.bring(staffed.contents())
    store.run("MATCH (:Person {id: 'R1'})-[held:HOLDS]->(:Post {id: 'P1'}) DELETE held")
    holds(staffed, "P2")
    staffed.rename("R1", "李*")
    summary = store.bring(staffed.contents("2"), today=SPRING)
    assert [conflict.id for conflict in summary.conflicts] == ["R1"]
