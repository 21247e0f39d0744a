"""The venues that member units of ``jilin`` have opened, and the activities of its alliances."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest

from graph.vocabulary import Kind
from seed_data.synthesis.rows import DataSetRows, EntryRow

MINI_STREET = "220202006"


@pytest.fixture(scope="module")
def venues(jilin: DataSetRows) -> dict[str, EntryRow]:
    return {entry.id: entry for entry in jilin.entries if entry.kind is Kind.VENUE}


@pytest.fixture(scope="module")
def activities(jilin: DataSetRows) -> list[EntryRow]:
    return [entry for entry in jilin.entries if entry.kind is Kind.ACTIVITY]


@pytest.fixture(scope="module")
def seats(jilin: DataSetRows) -> set[tuple[str, str]]:
    return {(membership.unit_id, membership.alliance_id) for membership in jilin.memberships}


def held_on(activity: EntryRow) -> date:
    day = activity.cells["held_on"]
    assert isinstance(day, date)
    return day


def participants(activity: EntryRow) -> int:
    count = activity.cells["participants"]
    assert isinstance(count, int)
    return count


def test_as_many_venues_are_open_as_published_each_of_another_member_unit(
    jilin: DataSetRows, venues: dict[str, EntryRow], seats: set[tuple[str, str]]
) -> None:
    published = next(int(figure.value) for figure in jilin.figures if figure.key == "open_venues")
    units = {str(venue.cells["unit_id"]) for venue in venues.values()}
    assert len(venues) == len(units) == published
    assert units <= {unit for unit, _ in seats}


def test_a_venue_is_where_its_unit_is_and_says_what_is_in_it(jilin: DataSetRows, venues: dict[str, EntryRow]) -> None:
    items = {entry.id for entry in jilin.entries if entry.kind is Kind.SERVICE_ITEM}
    for venue in venues.values():
        assert venue.cells["area_id"] == jilin.ledgers[str(venue.cells["unit_id"])]["area_id"]
        assert venue.cells["facilities"]
        offered = venue.cells.get("item_ids", ())
        assert isinstance(offered, Sequence)
        assert set(offered) <= items
    offering = [venue for venue in venues.values() if "item_ids" in venue.cells]
    assert 0 < len(offering) < len(venues)
    assert any(str(venue.cells["area_id"]).startswith(MINI_STREET) for venue in venues.values())


def test_participants_add_up_to_what_is_published(jilin: DataSetRows, activities: list[EntryRow]) -> None:
    published = next(int(figure.value) for figure in jilin.figures if figure.key == "activity_participations")
    assert sum(participants(activity) for activity in activities) == published
    assert min(participants(activity) for activity in activities) >= 8
    assert len({participants(activity) for activity in activities}) > 50


def test_every_alliance_holds_activities_never_two_on_a_day_nor_one_twice(
    jilin: DataSetRows, activities: list[EntryRow]
) -> None:
    alliances = {alliance.id for alliance in jilin.alliances if alliance.kind is Kind.ALLIANCE}
    assert {activity.cells["alliance_id"] for activity in activities} == alliances
    assert len({(activity.cells["alliance_id"], held_on(activity)) for activity in activities}) == len(activities)
    assert len({(activity.cells["alliance_id"], activity.name) for activity in activities}) == len(activities)


def test_activities_are_spread_over_two_years_and_fall_on_no_holiday(activities: list[EntryRow]) -> None:
    years = Counter(held_on(activity).year for activity in activities)
    assert set(years) == {2021, 2022}
    assert min(years.values()) * 2 > max(years.values())
    days = {held_on(activity) for activity in activities}
    holidays = {(1, 1), (5, 1), (5, 2), (5, 3), (10, 1), (10, 2), (10, 3)}
    assert not [day for day in days if (day.month, day.day) in holidays]
    # 除夕 to 初六.
    spring = [(date(2022, 1, 31), date(2022, 2, 6))]
    assert not [day for day in days if any(first <= day <= last for first, last in spring)]


def test_snow_is_cleared_in_winter_and_nobody_performs_outdoors_then(activities: list[EntryRow]) -> None:
    months = {
        word: {held_on(activity).month for activity in activities if word in activity.name}
        for word in ("清雪", "消夏", "“七一”", "学雷锋")
    }
    assert months == {"清雪": {1, 2, 11, 12}, "消夏": {7, 8}, "“七一”": {6}, "学雷锋": {3}}


def test_an_activity_at_a_venue_is_at_a_member_units_that_was_open_by_then(
    venues: dict[str, EntryRow], activities: list[EntryRow], seats: set[tuple[str, str]]
) -> None:
    at_venue = [activity for activity in activities if "venue_id" in activity.cells]
    assert 100 < len(at_venue) < len(activities)
    for activity in at_venue:
        venue = venues[str(activity.cells["venue_id"])]
        assert (venue.cells["unit_id"], activity.cells["alliance_id"]) in seats
        opened = venue.cells["opened_on"]
        assert isinstance(opened, date)
        assert opened < held_on(activity)
