"""The memberships of one unit in one alliance, over time."""

from dataclasses import replace
from datetime import date

import pytest
from city import City
from store import AUTUMN, FIRST, SPRING, SUMMER, Store

from graph.loading import Bond
from graph.vocabulary import Role, Source

PAST = date(2023, 6, 30)


def test_a_membership_whose_row_is_gone_ends(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.bonds = [bond for bond in city.bonds if (bond.unit_id, bond.alliance_id) != ("U2", "A002")]
    assert store.bring(city.contents("2"), today=SPRING).closed == 1
    assert store.bonds("U2") == {
        ("MEMBER_OF", "A001", "member", FIRST, None),
        ("WAS_MEMBER_OF", "A002", "member", FIRST, SPRING),
    }


@pytest.mark.parametrize("ended", ["U2", "A002"])
def test_a_membership_whose_row_is_gone_ended_with_its_unit_or_alliance(store: Store, city: City, ended: str) -> None:
    store.bring(city.contents())
    city.close(ended, PAST)
    city.bonds = [bond for bond in city.bonds if bond.valid_to is None]
    store.bring(city.contents("2"), today=SPRING)
    assert ("WAS_MEMBER_OF", "A002", "member", FIRST, PAST) in store.bonds("U2")
    assert store.bring(city.contents("2"), today=SUMMER).unchanged == len(city.facts) + len(city.bonds)


def test_a_membership_under_another_role_ends_and_begins_anew(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.bonds[0] = replace(city.bonds[0], role=Role.MEMBER)
    assert store.bring(city.contents("2"), today=SPRING).changed == 1
    both = {("WAS_MEMBER_OF", "A001", "lead", FIRST, SPRING), ("MEMBER_OF", "A001", "member", SPRING, None)}
    assert store.bonds("U1") == both
    # Another edit of the row does not lengthen the new role into the old one.
    city.bonds[0] = replace(city.bonds[0], source=Source.LEDGER)
    store.bring(city.contents("3"), today=SUMMER)
    assert store.bonds("U1") == both


def test_a_role_that_a_row_dates_begins_on_that_day(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.bonds[0] = replace(city.bonds[0], role=Role.MEMBER, valid_from=PAST)
    store.bring(city.contents("2"), today=SPRING)
    assert store.bonds("U1") == {
        ("WAS_MEMBER_OF", "A001", "lead", FIRST, PAST),
        ("MEMBER_OF", "A001", "member", PAST, None),
    }


def test_a_membership_that_comes_back_begins_anew(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.bonds = city.bonds[1:]
    store.bring(city.contents("2"), today=SPRING)
    assert store.bring(rows.contents("3"), today=SUMMER).changed == 1
    assert store.bonds("U1") == {
        ("WAS_MEMBER_OF", "A001", "lead", FIRST, SPRING),
        ("MEMBER_OF", "A001", "lead", SUMMER, None),
    }
    assert store.bring(rows.contents("3"), today=AUTUMN).unchanged == len(rows.facts) + len(rows.bonds)


def test_one_pair_may_have_been_joined_several_times(store: Store, city: City) -> None:
    spans = [(date(2019, 1, 1), date(2020, 1, 1)), (date(2020, 6, 1), date(2021, 1, 1)), (date(2022, 1, 1), None)]
    city.bonds = [Bond("U1", "A001", Role.MEMBER, Source.LEDGER, start, end) for start, end in spans]
    assert store.bring(city.contents()).added == len(city.facts) + 3
    assert {(bond[3], bond[4]) for bond in store.bonds("U1")} == set(spans)
    assert store.bring(city.contents()).unchanged == len(city.facts) + 3
    city.bonds[1] = replace(city.bonds[1], role=Role.LEAD)
    city.bonds[2] = replace(city.bonds[2], valid_to=PAST)
    summary = store.bring(city.contents("2"))
    assert (summary.changed, summary.closed, summary.unchanged) == (1, 1, len(city.facts) + 1)
    assert {(bond[0], bond[2], bond[4]) for bond in store.bonds("U1")} == {
        ("WAS_MEMBER_OF", "member", date(2020, 1, 1)),
        ("WAS_MEMBER_OF", "lead", date(2021, 1, 1)),
        ("WAS_MEMBER_OF", "member", PAST),
    }


def test_an_end_and_a_new_beginning_stated_together_are_taken_as_stated(store: Store, city: City) -> None:
    store.bring(city.contents())
    before = city.bonds[0]
    city.bonds[0] = replace(before, valid_to=PAST)
    city.bonds.append(replace(before, role=Role.MEMBER, valid_from=SPRING))
    summary = store.bring(city.contents("2"), today=SUMMER)
    assert (summary.added, summary.closed, summary.changed) == (1, 1, 0)
    assert store.bonds("U1") == {
        ("WAS_MEMBER_OF", "A001", "lead", FIRST, PAST),
        ("MEMBER_OF", "A001", "member", SPRING, None),
    }


def test_a_standing_membership_that_no_row_states_ends_though_a_past_one_is_stated(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.bonds[0] = replace(city.bonds[0], role=Role.MEMBER)
    store.bring(city.contents("2"), today=SPRING)
    city.bonds[0] = replace(city.bonds[0], valid_to=PAST)
    store.bring(city.contents("3"), today=SUMMER)
    assert [bond for bond in store.bonds("U1") if bond[0] == "MEMBER_OF"] == []


def test_an_end_stated_by_mistake_can_be_taken_back(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    before = (store.nodes(), store.relationships())
    city.close("U2", PAST)
    store.bring(city.contents("2"), today=SPRING)
    assert store.bring(rows.contents(), today=SUMMER).changed == 3
    assert (store.nodes(), store.relationships()) == before


@pytest.mark.parametrize("first", [FIRST, date(2023, 2, 1)])
def test_another_role_stated_as_an_end_is_taken_back_leaves_no_gap(store: Store, city: City, first: date) -> None:
    row = city.bonds[0]
    store.bring(city.contents())
    city.bonds[0] = replace(row, valid_to=PAST)
    store.bring(city.contents("2"), today=SPRING)
    city.bonds[0] = replace(row, role=Role.MEMBER, valid_from=first)
    assert store.bring(city.contents("3"), today=SUMMER).changed == 1
    day = PAST if first == FIRST else first
    assert store.bonds("U1") == {
        ("WAS_MEMBER_OF", "A001", "lead", FIRST, day),
        ("MEMBER_OF", "A001", "member", day, None),
    }
    assert store.bring(city.contents("3"), today=AUTUMN).unchanged == len(city.facts) + len(city.bonds)


def test_no_end_is_taken_back_into_the_former_life_of_a_unit(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.bonds[0] = replace(city.bonds[0], valid_to=PAST)
    store.bring(city.contents("2"), today=SPRING)
    city.drop("U1")
    store.bring(city.contents("3"), today=SUMMER)
    store.bring(rows.contents("4"), today=AUTUMN)
    assert store.entity("U1")["valid_from"] == AUTUMN
    assert store.bonds("U1") == {
        ("WAS_MEMBER_OF", "A001", "lead", FIRST, PAST),
        ("MEMBER_OF", "A001", "lead", AUTUMN, None),
    }
    assert store.bring(rows.contents("4"), today=AUTUMN).changed == 0


def test_the_end_of_a_second_membership_does_not_lengthen_it_into_the_first(store: Store, city: City) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.bonds = city.bonds[1:]
    store.bring(city.contents("2"), today=SPRING)
    store.bring(rows.contents("3"), today=SUMMER)
    rows.bonds[0] = replace(rows.bonds[0], valid_to=AUTUMN)
    assert store.bring(rows.contents("4"), today=AUTUMN).closed == 1
    assert store.bonds("U1") == {
        ("WAS_MEMBER_OF", "A001", "lead", FIRST, SPRING),
        ("WAS_MEMBER_OF", "A001", "lead", SUMMER, AUTUMN),
    }
    assert store.bring(rows.contents("4"), today=AUTUMN).unchanged == len(rows.facts) + len(rows.bonds)


def test_an_end_corrected_within_the_former_role_leaves_nothing_of_the_later_one(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.bonds[0] = replace(city.bonds[0], role=Role.MEMBER)
    store.bring(city.contents("2"), today=SPRING)
    for edition, end in (("3", FIRST), ("4", PAST)):
        city.bonds[0] = replace(city.bonds[0], valid_to=end)
        store.bring(city.contents(edition), today=SUMMER)
        lead, member = sorted(store.bonds("U1"), key=lambda bond: bond[2])
        assert lead == ("WAS_MEMBER_OF", "A001", "lead", FIRST, SPRING)
        assert member[3] == member[4]
