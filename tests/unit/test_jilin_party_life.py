"""The built-in data set ``jilin``: posts and who holds them, members and elections."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

import pytest

from graph.vocabulary import MODEL, Kind, PostRole, Type
from seed_data.synthesis.rows import Cell, DataSetRows, EntryRow, OrgRow

TODAY = date(2026, 11, 23)
ELECTED = (
    Kind.CITY_COMMITTEE,
    Kind.COUNTY_COMMITTEE,
    Kind.STREET_COMMITTEE,
    Kind.COMMUNITY_ORG,
    Kind.GRID_BRANCH,
)


@pytest.fixture(scope="module")
def posts(jilin: DataSetRows) -> dict[str, EntryRow]:
    """Return the posts this part makes: others add theirs to communities and streets, with a word in the id."""
    made = (entry for entry in jilin.entries if entry.kind is Kind.POST)
    return {entry.id: entry for entry in made if entry.id.rpartition("-")[2].isdigit() and is_own(entry)}


def is_own(post: EntryRow) -> bool:
    return post.id.rpartition("-")[0] == f"P{post.cells['body_id']}"


@pytest.fixture(scope="module")
def holders(jilin: DataSetRows) -> dict[str, list[EntryRow]]:
    """Return who holds each post."""
    held = defaultdict[str, list[EntryRow]](list)
    for entry in jilin.entries:
        for post_id in ids(entry.cells.get("post_ids", ())):
            held[post_id].append(entry)
    return held


def is_of(post: EntryRow, orgs: dict[str, OrgRow], *kinds: Kind) -> bool:
    body = str(post.cells["body_id"])
    return body in orgs and orgs[body].kind in kinds


def ids(cell: Cell) -> list[str]:
    assert isinstance(cell, list | tuple)
    return list(cell)


def roles(posts: Iterable[EntryRow], orgs: dict[str, OrgRow]) -> dict[str, Counter[str]]:
    """Return how many posts of each role an organisation has, by its id."""
    counts = {org: Counter[str]() for org in orgs}
    for post in posts:
        body = str(post.cells["body_id"])
        if body in counts:
            counts[body][str(post.cells["role"])] += 1
    return counts


def test_every_organisation_down_to_the_branch_has_one_secretary_and_others(
    posts: dict[str, EntryRow], orgs: dict[str, OrgRow]
) -> None:
    for org_id, counts in roles(posts.values(), orgs).items():
        if orgs[org_id].kind in ELECTED:
            assert counts[PostRole.SECRETARY] == 1
            assert counts.total() >= 3
            assert set(counts) <= {PostRole.SECRETARY, PostRole.DEPUTY_SECRETARY, PostRole.COMMITTEE_MEMBER}


def test_a_branch_has_two_to_four_posts_beside_the_secretarys(
    posts: dict[str, EntryRow], orgs: dict[str, OrgRow]
) -> None:
    counts = roles(posts.values(), orgs)
    sizes = {counts[org.id].total() - 1 for org in orgs.values() if org.kind is Kind.GRID_BRANCH}
    assert sizes == {2, 3, 4}


def test_a_group_has_one_leader_and_a_household_one_member(posts: dict[str, EntryRow], orgs: dict[str, OrgRow]) -> None:
    expected = {
        Kind.GRID_GROUP: {PostRole.GROUP_LEADER: 1},
        Kind.BUILDING_GROUP: {PostRole.GROUP_LEADER: 1},
        Kind.MEMBER_HOUSEHOLD: {PostRole.HOUSEHOLD_MEMBER: 1},
    }
    for org_id, counts in roles(posts.values(), orgs).items():
        if orgs[org_id].kind in expected:
            assert counts == expected[orgs[org_id].kind]


def test_a_post_has_one_holder_at_most_and_few_are_vacant(
    posts: dict[str, EntryRow], holders: dict[str, list[EntryRow]]
) -> None:
    assert {len(those) for those in holders.values()} == {1}
    vacant = Counter(post.cells["role"] for post in posts.values() if post.id not in holders)
    assert set(vacant) == set(PostRole) - {PostRole.HEAD, PostRole.DEPUTY_HEAD}
    assert 100 * vacant.total() < 3 * len(posts)


def test_no_secretarys_post_is_vacant_but_that_of_a_few_branches(
    posts: dict[str, EntryRow], holders: dict[str, list[EntryRow]], orgs: dict[str, OrgRow]
) -> None:
    secretaries = [post for post in posts.values() if post.cells["role"] == PostRole.SECRETARY]
    vacant = [orgs[str(post.cells["body_id"])].kind for post in secretaries if post.id not in holders]
    assert set(vacant) == {Kind.GRID_BRANCH}
    assert len(vacant) < 41


def test_a_person_of_the_chain_holds_one_post_but_for_secretaries_who_sit_in_the_community(
    jilin: DataSetRows, posts: dict[str, EntryRow], orgs: dict[str, OrgRow], holders: dict[str, list[EntryRow]]
) -> None:
    above = (Kind.CITY_COMMITTEE, Kind.COUNTY_COMMITTEE)
    leaders = {holders[id][0].id for id, post in posts.items() if id in holders and is_of(post, orgs, *above)}
    several = [
        [posts[post] for post in ids(person.cells["post_ids"])]
        for person in jilin.entries
        if person.kind is Kind.PERSON and person.id not in leaders and len(ids(person.cells["post_ids"])) > 1
    ]
    for own, *others in several:
        org = orgs[str(own.cells["body_id"])]
        assert org.kind is Kind.GRID_BRANCH
        assert own.cells["role"] == PostRole.SECRETARY
        assert [other.cells for other in others] == [{"body_id": org.parent_id, "role": PostRole.COMMITTEE_MEMBER}]
    assert 50 < len(several) <= 294


def test_the_head_of_a_committee_is_the_secretary_of_its_organisation(
    jilin: DataSetRows, holders: dict[str, list[EntryRow]]
) -> None:
    committees = [entry for entry in jilin.entries if entry.kind is Kind.COMMITTEE]
    assert committees
    for committee in committees:
        assert holders[f"P{committee.id}-1"] == holders[f"P{committee.cells['org_id']}-1"]


def test_a_post_is_called_by_its_body(posts: dict[str, EntryRow]) -> None:
    assert [posts[id].name for id in ("PD220281000000-2", "PD220202006000-1", "PC02-1", "PCO01-1", "PWG08-1")] == [
        "蛟河市委副书记、市长",
        "站前街道党工委书记",
        "昌邑区城乡基层治理工作委员会主任",
        "吉林市城乡基层治理工作委员会办公室主任",
        "昌邑区城乡基层治理工作委员会网格治理专项工作组组长",
    ]
    assert not [post.name for post in posts.values() if "{" in post.name]


def test_every_organisation_from_the_branch_up_states_its_members_and_elections(
    jilin: DataSetRows, orgs: dict[str, OrgRow]
) -> None:
    stated = {id for id in orgs if "members" in jilin.ledgers.get(id, {})}
    assert stated == {org.id for org in orgs.values() if org.kind in ELECTED}
    for id in stated:
        assert {"last_election", "next_election"} <= set(jilin.ledgers[id])


def test_an_organisation_has_more_members_than_those_below_it_hold_between_them(
    jilin: DataSetRows, orgs: dict[str, OrgRow]
) -> None:
    members = {id: cells["members"] for id, cells in jilin.ledgers.items() if id in orgs and "members" in cells}
    below = Counter[str]()
    for id, count in members.items():
        assert isinstance(count, int)
        below[orgs[id].parent_id] += count
    for org in orgs.values():
        if org.kind is Kind.MEMBER_HOUSEHOLD:
            group = orgs[org.parent_id]
            below[group.parent_id] += 1
    assert all(int(str(count)) > below[id] for id, count in members.items())
    branches = [int(str(members[org.id])) for org in orgs.values() if org.kind is Kind.GRID_BRANCH]
    assert min(branches) >= 7


def test_a_term_is_three_or_five_years_in_a_branch_and_five_above(jilin: DataSetRows, orgs: dict[str, OrgRow]) -> None:
    terms = defaultdict[Kind, set[int]](set)
    for org in orgs.values():
        if org.kind in ELECTED:
            last, due = jilin.ledgers[org.id]["last_election"], jilin.ledgers[org.id]["next_election"]
            assert isinstance(last, date)
            assert isinstance(due, date)
            assert last < TODAY
            assert due.month == last.month
            terms[org.kind].add(due.year - last.year)
    assert terms == {kind: {3, 5} if kind is Kind.GRID_BRANCH else {5} for kind in ELECTED}


def test_the_next_elections_of_branches_fall_due_in_every_year_from_2023_to_2027(
    jilin: DataSetRows, orgs: dict[str, OrgRow]
) -> None:
    due = [jilin.ledgers[org.id]["next_election"] for org in orgs.values() if org.kind is Kind.GRID_BRANCH]
    years = Counter(day.year for day in due if isinstance(day, date))
    assert sorted(years) == [2023, 2024, 2025, 2026, 2027]
    assert years.total() == len(due)
    assert min(years.values()) * 10 > len(due)


def test_no_day_that_has_passed_lies_after_the_first_day(jilin: DataSetRows) -> None:
    of_entries = [
        entry.cells[one.key]
        for entry in jilin.entries
        for one in MODEL[entry.kind].properties
        if one.type is Type.DAY and one.key in entry.cells
    ]
    passed = {"last_election", "moved_down_on"}
    of_ledgers = [cell for cells in jilin.ledgers.values() for column, cell in cells.items() if column in passed]
    assert max(day for day in [*of_entries, *of_ledgers] if isinstance(day, date)) <= date(2022, 12, 31)
