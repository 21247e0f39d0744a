"""Nothing is deleted: what ends is closed, what it was is kept, and what comes back begins anew."""

from dataclasses import replace
from datetime import date

import pytest
from city import City
from store import AUTUMN, FIRST, SPRING, SUMMER, WINTER, Store

from graph.vocabulary import Kind, Relationship

HOUSEHOLD = "D111111-1"
PAST = date(2023, 6, 30)


def test_a_row_that_is_gone_is_closed_as_of_the_day_of_the_load(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.drop(HOUSEHOLD)
    assert store.bring(city.contents("2"), today=SPRING).closed == 1
    closed = store.entity(HOUSEHOLD)
    assert closed["labels"] == {"Entity", "Closed"}
    assert (closed["kind"], closed["valid_from"], closed["valid_to"]) == ("MemberHousehold", FIRST, SPRING)
    assert store.links(HOUSEHOLD) == {
        ("WAS_UNDER", HOUSEHOLD, "D111111", FIRST, SPRING),
        ("WAS_COVERS", HOUSEHOLD, "111111", FIRST, SPRING),
    }


def test_a_whole_branch_that_is_gone_is_closed_at_once(store: Store, city: City) -> None:
    store.bring(city.contents())
    gone = city.below("1111")
    city.drop("1111")
    summary = store.bring(city.contents("2"), today=SPRING)
    assert (summary.closed, summary.conflicts) == (len(gone) + 2, [])
    assert {id for id in gone if store.entity(id)["labels"] != {"Entity", "Closed"}} == set()
    assert store.run("MATCH (:Closed)-[r]-() WHERE NOT type(r) STARTS WITH 'WAS_' RETURN type(r) AS type") == []


def test_a_row_that_states_its_end_is_closed_on_that_day(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.close("D111111", PAST)
    summary = store.bring(city.contents("2"), today=SPRING)
    assert (summary.closed, summary.changed, summary.conflicts) == (2, 0, [])
    assert store.entity("D111111")["valid_to"] == PAST
    assert ("WAS_UNDER", "D111111", "D11111", FIRST, PAST) in store.links("D111111")


def test_a_row_of_the_past_is_loaded_closed(store: Store, city: City) -> None:
    city.close("D111111", PAST)
    assert store.bring(city.contents()).added == len(city.facts) + 4
    assert store.entity(HOUSEHOLD)["labels"] == {"Entity", "Closed"}
    assert store.links(HOUSEHOLD) == {
        ("WAS_UNDER", HOUSEHOLD, "D111111", FIRST, PAST),
        ("WAS_COVERS", HOUSEHOLD, "111111", FIRST, PAST),
    }
    assert store.bring(city.contents()).unchanged == len(city.facts) + 4


def test_a_renamed_entity_keeps_its_former_names_in_versions(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.rename("D1111", "二")
    store.bring(city.contents("2"), today=SPRING)
    city.rename("D1111", "三")
    assert store.bring(city.contents("3"), today=SUMMER).changed == 1
    assert store.entity("D1111")["name"] == "三"
    assert store.versions("D1111") == {("D1111组织", FIRST, SPRING), ("二", SPRING, SUMMER)}


def test_a_property_a_row_no_longer_states_goes(store: Store, city: City) -> None:
    store.bring(city.contents())
    fact = city.facts["1111"]
    city.put(replace(fact, properties={**fact.properties, "code": None}))
    store.bring(city.contents("2"))
    assert "code" not in store.entity("1111")


def test_an_entity_of_another_kind_changes_its_labels(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.put(replace(city.facts["D111111"], kind=Kind.GRID_GROUP))
    store.bring(city.contents("2"))
    assert store.entity("D111111")["labels"] == {"Entity", "PartyOrg", "GridGroup"}


def test_an_entity_that_moves_keeps_where_it_was(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.move("D11111", Relationship.UNDER, "D1112")
    assert store.bring(city.contents("2"), today=SPRING).changed == 1
    own = {link for link in store.links("D11111") if link[1] == "D11111"}
    assert own == {
        ("WAS_UNDER", "D11111", "D1111", FIRST, SPRING),
        ("UNDER", "D11111", "D1112", SPRING, None),
        ("COVERS", "D11111", "11111", FIRST, None),
    }
    assert store.versions("D11111") == set()


def test_what_comes_back_begins_anew_and_keeps_its_former_life(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.drop("D111111")
    store.bring(city.contents("2"), today=SPRING)
    assert store.bring(rows.contents("3"), today=SUMMER).changed == 2
    assert store.entity(HOUSEHOLD)["valid_from"] == SUMMER
    assert "valid_to" not in store.entity(HOUSEHOLD)
    assert store.versions(HOUSEHOLD) == {(f"{HOUSEHOLD}组织", FIRST, SPRING)}
    assert store.links(HOUSEHOLD) == {
        ("WAS_UNDER", HOUSEHOLD, "D111111", FIRST, SPRING),
        ("WAS_COVERS", HOUSEHOLD, "111111", FIRST, SPRING),
        ("UNDER", HOUSEHOLD, "D111111", SUMMER, None),
        ("COVERS", HOUSEHOLD, "111111", SUMMER, None),
    }
    assert store.bring(rows.contents("3"), today=AUTUMN).changed == 0


def test_a_second_life_is_not_lengthened_into_the_first_by_a_later_edit(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.drop(HOUSEHOLD)
    store.bring(city.contents("2"), today=SPRING)
    store.bring(rows.contents("3"), today=SUMMER)
    rows.rename(HOUSEHOLD, "新名")
    store.bring(rows.contents("4"), today=AUTUMN)
    assert store.entity(HOUSEHOLD)["valid_from"] == SUMMER
    assert store.versions(HOUSEHOLD) == {
        (f"{HOUSEHOLD}组织", FIRST, SPRING),
        (f"{HOUSEHOLD}组织", SUMMER, AUTUMN),
    }


def test_the_end_of_a_second_life_does_not_lengthen_it_into_the_first(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.drop(HOUSEHOLD)
    store.bring(city.contents("2"), today=SPRING)
    store.bring(rows.contents("3"), today=SUMMER)
    rows.close(HOUSEHOLD, AUTUMN)
    assert store.bring(rows.contents("4"), today=WINTER).closed == 1
    second = store.entity(HOUSEHOLD)
    assert (second["valid_from"], second["valid_to"]) == (SUMMER, AUTUMN)
    assert store.versions(HOUSEHOLD) == {(f"{HOUSEHOLD}组织", FIRST, SPRING)}
    assert store.links(HOUSEHOLD) == {
        ("WAS_UNDER", HOUSEHOLD, "D111111", FIRST, SPRING),
        ("WAS_COVERS", HOUSEHOLD, "111111", FIRST, SPRING),
        ("WAS_UNDER", HOUSEHOLD, "D111111", SUMMER, AUTUMN),
        ("WAS_COVERS", HOUSEHOLD, "111111", SUMMER, AUTUMN),
    }
    assert store.bring(rows.contents("4"), today=WINTER).unchanged == len(rows.facts) + len(rows.bonds)


@pytest.mark.parametrize("end", [PAST, SPRING, date(2024, 4, 1)])
def test_an_end_before_a_second_life_leaves_nothing_of_it(store: Store, city: City, end: date) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.drop(HOUSEHOLD)
    store.bring(city.contents("2"), today=SPRING)
    store.bring(rows.contents("3"), today=SUMMER)
    rows.close(HOUSEHOLD, end)
    store.bring(rows.contents("4"), today=AUTUMN)
    second = store.entity(HOUSEHOLD)
    assert (second["valid_from"], second["valid_to"]) == (end, end)
    assert store.versions(HOUSEHOLD) == {(f"{HOUSEHOLD}组织", FIRST, min(end, SPRING))}
    assert store.links(HOUSEHOLD) == {
        ("WAS_UNDER", HOUSEHOLD, "D111111", FIRST, min(end, SPRING)),
        ("WAS_COVERS", HOUSEHOLD, "111111", FIRST, min(end, SPRING)),
        ("WAS_UNDER", HOUSEHOLD, "D111111", end, end),
        ("WAS_COVERS", HOUSEHOLD, "111111", end, end),
    }
    assert store.bring(rows.contents("4"), today=WINTER).unchanged == len(rows.facts) + len(rows.bonds)


def test_a_row_says_itself_when_what_was_closed_began_again(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.close(HOUSEHOLD, PAST)
    store.bring(city.contents("2"), today=SPRING)
    city.put(replace(city.facts[HOUSEHOLD], valid_from=date(2024, 1, 1), valid_to=None))
    store.bring(city.contents("3"), today=SUMMER)
    assert store.entity(HOUSEHOLD)["valid_from"] == date(2024, 1, 1)


@pytest.mark.parametrize("again", [PAST, date(2024, 1, 1)])
def test_a_life_that_came_and_went_since_leaves_the_first_as_it_was(store: Store, city: City, again: date) -> None:
    store.bring(city.contents())
    city.close(HOUSEHOLD, PAST)
    store.bring(city.contents("2"), today=SPRING)
    city.put(replace(city.facts[HOUSEHOLD], valid_from=again, valid_to=date(2024, 2, 1)))
    assert store.bring(city.contents("3"), today=SUMMER).changed == 1
    second = store.entity(HOUSEHOLD)
    assert (second["valid_from"], second["valid_to"]) == (again, date(2024, 2, 1))
    assert second["labels"] == {"Entity", "Closed"}
    assert store.versions(HOUSEHOLD) == {(f"{HOUSEHOLD}组织", FIRST, PAST)}
    both = {("WAS_UNDER", HOUSEHOLD, "D111111"), ("WAS_COVERS", HOUSEHOLD, "111111")}
    assert store.links(HOUSEHOLD) == {
        *((*link, FIRST, PAST) for link in both),
        *((*link, again, date(2024, 2, 1)) for link in both),
    }
    # The end of the second is corrected alone.
    city.put(replace(city.facts[HOUSEHOLD], valid_to=SPRING))
    assert store.bring(city.contents("4"), today=SUMMER).changed == 1
    assert store.versions(HOUSEHOLD) == {(f"{HOUSEHOLD}组织", FIRST, PAST)}
    assert {link[3:] for link in store.links(HOUSEHOLD)} == {(FIRST, PAST), (again, SPRING)}
    assert store.bring(city.contents("4"), today=AUTUMN).unchanged == len(city.facts) + len(city.bonds)


def test_a_second_life_whose_row_was_gone_leaves_the_first_as_it_was(store: Store, city: City) -> None:
    row = city.facts[HOUSEHOLD]
    store.bring(city.contents())
    city.drop(HOUSEHOLD)
    store.bring(city.contents("2"), today=SPRING)
    city.put(replace(row, valid_from=SPRING, valid_to=SUMMER))
    store.bring(city.contents("3"), today=AUTUMN)
    assert store.versions(HOUSEHOLD) == {(f"{HOUSEHOLD}组织", FIRST, SPRING)}
    assert store.entity(HOUSEHOLD)["valid_from"] == SPRING


def test_what_moves_as_its_superior_ended_leaves_it_when_that_ended(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.move(HOUSEHOLD, Relationship.UNDER, "D111211")
    city.close("D111111", PAST)
    store.bring(city.contents("2"), today=SPRING)
    assert store.entity("D111111")["valid_to"] == PAST
    # And so is without a superior on no day.
    assert superiors(store) == {("WAS_UNDER", "D111111", FIRST, PAST), ("UNDER", "D111211", PAST, None)}


def test_what_is_gone_left_its_superior_when_that_ended(store: Store, city: City) -> None:
    store.bring(city.contents())
    del city.facts[HOUSEHOLD]
    city.close("D111111", PAST)
    store.bring(city.contents("2"), today=SPRING)
    assert store.entity(HOUSEHOLD)["valid_to"] == SPRING
    assert superiors(store) == {("WAS_UNDER", "D111111", FIRST, PAST)}


@pytest.mark.parametrize("is_known", [False, True])
def test_what_ended_later_than_its_superior_left_it_when_that_ended(
    store: Store, city: City, *, is_known: bool
) -> None:
    if is_known:
        store.bring(city.contents())
    city.close("D111111", PAST)
    city.put(replace(city.facts[HOUSEHOLD], valid_to=SPRING))
    store.bring(city.contents("2"), today=SUMMER)
    assert store.entity(HOUSEHOLD)["valid_to"] == SPRING
    assert superiors(store) == {("WAS_UNDER", "D111111", FIRST, PAST)}
    assert store.bring(city.contents("2"), today=AUTUMN).unchanged == len(city.facts) + len(city.bonds)


def test_what_came_back_under_a_new_row_is_joined_in_the_same_load(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.drop("D111111")
    store.bring(city.contents("2"), today=SPRING)
    rows.org("D111111-2", Kind.MEMBER_HOUSEHOLD, "D111111", "111111")
    summary = store.bring(rows.contents("3"), today=SUMMER)
    assert (summary.added, summary.changed, summary.conflicts) == (1, 2, [])
    assert ("UNDER", "D111111-2", "D111111", SUMMER, None) in store.links("D111111-2")


def test_what_moved_and_was_closed_on_one_day_comes_back(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.move(HOUSEHOLD, Relationship.UNDER, "D111211")
    store.bring(city.contents("2"), today=SPRING)
    rows = city.copy()
    city.drop(HOUSEHOLD)
    store.bring(city.contents("3"), today=SPRING)
    summary = store.bring(rows.contents("4"), today=SPRING)
    assert (summary.changed, summary.conflicts) == (1, [])
    assert store.bring(rows.contents("4"), today=SUMMER).unchanged == len(rows.facts) + len(rows.bonds)


def test_what_was_closed_in_two_places_opens_once_more(store: Store, city: City) -> None:
    first = city.copy()
    city.move(HOUSEHOLD, Relationship.UNDER, "D111211")
    second = city.copy()
    city.drop(HOUSEHOLD)
    for digest, rows in enumerate((first, city, second, city)):
        store.bring(rows.contents(str(digest)), today=SPRING)
    summary = store.bring(second.contents("5"), today=SUMMER)
    assert (summary.changed, summary.conflicts) == (1, [])


def test_what_ended_before_it_was_renamed_has_no_version_after_its_end(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.rename(HOUSEHOLD, "新名")
    store.bring(city.contents("2"), today=SPRING)
    rows = city.copy()
    city.close(HOUSEHOLD, PAST)
    store.bring(city.contents("3"), today=SUMMER)
    assert store.versions(HOUSEHOLD) == {(f"{HOUSEHOLD}组织", FIRST, PAST)}
    store.bring(rows.contents("4"), today=AUTUMN)
    assert store.versions(HOUSEHOLD) == {(f"{HOUSEHOLD}组织", FIRST, PAST)}


def test_the_end_of_something_closed_can_be_put_right(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.move(HOUSEHOLD, Relationship.UNDER, "D111211")
    store.bring(city.contents("2"), today=SPRING)
    rows = city.copy()
    city.drop(HOUSEHOLD)
    store.bring(city.contents("3"), today=AUTUMN)
    rows.close(HOUSEHOLD, SUMMER)
    assert store.bring(rows.contents("4"), today=WINTER).changed == 1
    assert store.entity(HOUSEHOLD)["valid_to"] == SUMMER
    assert store.links(HOUSEHOLD) == {
        ("WAS_UNDER", HOUSEHOLD, "D111111", FIRST, SPRING),
        ("WAS_UNDER", HOUSEHOLD, "D111211", SPRING, SUMMER),
        ("WAS_COVERS", HOUSEHOLD, "111111", FIRST, SUMMER),
    }


def test_a_superior_stated_wrong_in_a_row_of_the_past_can_be_put_right(store: Store, city: City) -> None:
    city.close(HOUSEHOLD, PAST)
    store.bring(city.contents())
    city.move(HOUSEHOLD, Relationship.UNDER, "D111211")
    store.bring(city.contents("2"))
    assert store.links(HOUSEHOLD) == {
        ("WAS_UNDER", HOUSEHOLD, "D111111", FIRST, FIRST),
        ("WAS_UNDER", HOUSEHOLD, "D111211", FIRST, PAST),
        ("WAS_COVERS", HOUSEHOLD, "111111", FIRST, PAST),
    }
    assert store.bring(city.contents("2")).changed == 0


@pytest.mark.parametrize("first", [date(2022, 1, 1), date(2023, 9, 1)])
def test_a_first_day_stated_wrong_can_be_put_right(store: Store, city: City, first: date) -> None:
    store.bring(city.contents())
    city.rename("D11111", "新名")
    store.bring(city.contents("2"), today=SPRING)
    for id in city.below("11111"):
        city.put(replace(city.facts[id], valid_from=first))
    store.bring(city.contents("3"), today=SUMMER)
    assert store.entity("D11111")["valid_from"] == first
    assert store.versions("D11111") == {("D11111组织", first, SPRING)}
    # Nothing is joined before both its ends began.
    assert ("UNDER", "D11111", "D1111", max(first, FIRST), None) in store.links("D11111")
    assert ("UNDER", "D111111", "D11111", first, None) in store.links("D11111")


def test_an_end_stated_by_mistake_can_be_taken_back(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    before = (store.nodes(), store.relationships())
    city.close("D111111", PAST)
    store.bring(city.contents("2"), today=SPRING)
    assert store.bring(rows.contents(), today=SUMMER).changed == 2
    assert (store.nodes(), store.relationships()) == before
    assert store.bring(rows.contents(), today=AUTUMN).unchanged == len(rows.facts) + len(rows.bonds)


def test_an_end_taken_back_gives_back_the_superior_joined_after_it(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.move(HOUSEHOLD, Relationship.UNDER, "D111211")
    store.bring(city.contents("2"), today=SPRING)
    rows = city.copy()
    city.close(HOUSEHOLD, PAST)
    store.bring(city.contents("3"), today=SUMMER)
    store.bring(rows.contents("4"), today=AUTUMN)
    assert store.links(HOUSEHOLD) == {
        ("WAS_UNDER", HOUSEHOLD, "D111111", FIRST, SPRING),
        ("UNDER", HOUSEHOLD, "D111211", SPRING, None),
        ("COVERS", HOUSEHOLD, "111111", FIRST, None),
    }


def test_what_is_moved_and_renamed_as_its_end_is_taken_back_leaves_no_gap(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.close(HOUSEHOLD, PAST)
    store.bring(city.contents("2"), today=SPRING)
    rows.move(HOUSEHOLD, Relationship.UNDER, "D111211")
    rows.rename(HOUSEHOLD, "新名")
    store.bring(rows.contents("3"), today=SUMMER)
    assert store.entity(HOUSEHOLD)["valid_from"] == FIRST
    assert store.versions(HOUSEHOLD) == {(f"{HOUSEHOLD}组织", FIRST, SUMMER)}
    assert store.links(HOUSEHOLD) == {
        ("WAS_UNDER", HOUSEHOLD, "D111111", FIRST, PAST),
        ("UNDER", HOUSEHOLD, "D111211", PAST, None),
        ("COVERS", HOUSEHOLD, "111111", FIRST, None),
    }


def test_an_end_and_a_first_day_stated_by_mistake_are_put_right_together(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.close(HOUSEHOLD, PAST)
    store.bring(city.contents("2"), today=SPRING)
    rows.put(replace(rows.facts[HOUSEHOLD], valid_from=date(2023, 2, 1)))
    store.bring(rows.contents("3"), today=SUMMER)
    assert store.entity(HOUSEHOLD)["valid_from"] == date(2023, 2, 1)
    assert store.links(HOUSEHOLD) == {
        ("UNDER", HOUSEHOLD, "D111111", date(2023, 2, 1), None),
        ("COVERS", HOUSEHOLD, "111111", date(2023, 2, 1), None),
    }


def test_an_end_taken_back_below_what_begins_anew_joins_its_new_life(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.close(HOUSEHOLD, PAST)
    store.bring(city.contents("2"), today=SPRING)
    city.drop("D111111")
    store.bring(city.contents("3"), today=SUMMER)
    store.bring(rows.contents("4"), today=AUTUMN)
    assert store.entity("D111111")["valid_from"] == AUTUMN
    assert store.entity(HOUSEHOLD)["valid_from"] == FIRST
    assert store.links(HOUSEHOLD) == {
        ("WAS_UNDER", HOUSEHOLD, "D111111", FIRST, PAST),
        ("UNDER", HOUSEHOLD, "D111111", AUTUMN, None),
        ("COVERS", HOUSEHOLD, "111111", FIRST, None),
    }


def superiors(store: Store) -> set[tuple[str, str, date, date | None]]:
    return {(type_, to, begun, ended) for type_, _, to, begun, ended in store.links(HOUSEHOLD) if "UNDER" in type_}


@pytest.fixture
def ended_before_it_moved(store: Store, city: City) -> City:
    """Rows of a household that was moved, and whose row then said that it had ended before."""
    store.bring(city.contents())
    city.move(HOUSEHOLD, Relationship.UNDER, "D111211")
    store.bring(city.contents("2"), today=SPRING)
    city.close(HOUSEHOLD, PAST)
    store.bring(city.contents("3"), today=SUMMER)
    return city


def test_an_end_put_off_gives_no_day_two_superiors(store: Store, ended_before_it_moved: City) -> None:
    city, later = ended_before_it_moved, date(2024, 1, 1)
    city.put(replace(city.facts[HOUSEHOLD], valid_to=later))
    store.bring(city.contents("4"), today=AUTUMN)
    assert superiors(store) == {("WAS_UNDER", "D111111", FIRST, SPRING), ("WAS_UNDER", "D111211", later, later)}


def test_a_life_begun_anew_shares_no_superior_with_the_former(store: Store, ended_before_it_moved: City) -> None:
    city, again = ended_before_it_moved, date(2023, 9, 1)
    city.put(replace(city.facts[HOUSEHOLD], valid_from=again, valid_to=None))
    store.bring(city.contents("4"), today=AUTUMN)
    assert superiors(store) == {
        ("WAS_UNDER", "D111111", FIRST, PAST),
        ("WAS_UNDER", "D111211", PAST, PAST),
        ("UNDER", "D111211", again, None),
    }


def test_a_superior_stated_with_an_end_stands_beside_no_other(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.move(HOUSEHOLD, Relationship.UNDER, "D111211")
    store.bring(city.contents("2"), today=SPRING)
    city.org("D111112", Kind.BUILDING_GROUP, "D11111", "111111")
    city.move(HOUSEHOLD, Relationship.UNDER, "D111112")
    city.close(HOUSEHOLD, SUMMER)
    store.bring(city.contents("3"), today=AUTUMN)
    assert superiors(store) == {
        ("WAS_UNDER", "D111111", FIRST, SPRING),
        ("WAS_UNDER", "D111211", SPRING, SPRING),
        ("WAS_UNDER", "D111112", SPRING, SUMMER),
    }


def contacting(city: City, *grids: str) -> None:
    city.ledger("K1", Kind.CADRE, *((Relationship.CONTACTS, grid) for grid in grids), rank="other")


def test_a_link_that_ended_with_its_target_is_taken_up_again_once_that_end_was_none(store: Store, city: City) -> None:
    contacting(city, "11111", "11121")
    rows = city.copy()
    store.bring(city.contents())
    before = store.links("K1")
    city.close("11111", PAST)
    contacting(city, "11121")
    store.bring(city.contents("2"), today=SPRING)
    assert ("WAS_CONTACTS", "K1", "11111", FIRST, PAST) in store.links("K1")
    assert store.bring(rows.contents("3"), today=SUMMER).conflicts == []
    assert store.links("K1") == before
    assert store.bring(rows.contents("3"), today=AUTUMN).unchanged == len(rows.facts) + len(rows.bonds)


def test_a_link_to_what_begins_anew_begins_with_it(store: Store, city: City) -> None:
    contacting(city, "11111", "11121")
    rows = city.copy()
    store.bring(city.contents())
    city.drop("11111")
    contacting(city, "11121")
    store.bring(city.contents("2"), today=SPRING)
    store.bring(rows.contents("3"), today=SUMMER)
    assert {link for link in store.links("K1") if link[2] == "11111"} == {
        ("WAS_CONTACTS", "K1", "11111", FIRST, SPRING),
        ("CONTACTS", "K1", "11111", SUMMER, None),
    }
