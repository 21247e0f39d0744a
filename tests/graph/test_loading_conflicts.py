"""What was done to the graph by other means than a load is listed and left, until a load is told to overwrite."""

from datetime import date
from typing import LiteralString

import pytest
from city import City, small_city
from other_means import HOUSEHOLD, OTHER_MEANS
from store import AUTUMN, FIRST, SPRING, SUMMER, Store

from graph.loading import Bond, Conflict
from graph.vocabulary import Kind, Role
from words import said

CHANGED = "it was changed in the graph by other means since it was loaded"
MADE = "it was made in the graph by other means than a load"


def standing(store: Store) -> set[tuple[str, ...]]:
    """Return what stands today: entities with what they are, relationships with their role."""
    entities = store.run(
        "MATCH (e:Entity) WHERE e.valid_to IS NULL "
        "RETURN e.id AS id, e.kind AS kind, e.name AS name, [x IN labels(e) | x] AS labels, e.phone AS phone"
    )
    relations = store.run(
        "MATCH (a:Entity)-[r]->(b:Entity) WHERE NOT type(r) STARTS WITH 'WAS_' "
        "RETURN type(r) AS type, a.id AS source, b.id AS target, r.role AS role"
    )
    return {
        tuple(str(sorted(v) if isinstance(v, list) else v) for v in row.values()) for row in [*entities, *relations]
    }


@pytest.mark.parametrize("means", OTHER_MEANS)
def test_a_change_by_other_means_is_listed_and_left(store: Store, city: City, means: str) -> None:
    statement, id = OTHER_MEANS[means]
    store.bring(city.contents())
    store.run(statement)
    before = (store.nodes(), store.relationships(), store.revision())
    summary = store.bring(city.contents(), today=SPRING)
    assert summary.conflicts == [Conflict(id, said(CHANGED))]
    assert (summary.added, summary.changed, summary.closed) == (0, 0, 0)
    assert summary.unchanged == len(city.facts) + len(city.bonds) - 1
    assert (store.nodes(), store.relationships(), store.revision()) == before


@pytest.mark.parametrize("means", OTHER_MEANS)
def test_overwriting_brings_the_graph_back_to_the_rows(store: Store, city: City, means: str) -> None:
    statement, _ = OTHER_MEANS[means]
    store.bring(city.contents())
    loaded = standing(store)
    store.run(statement)
    summary = store.bring(city.contents(), today=SPRING, overwrite=True)
    assert (summary.changed, summary.conflicts) == (1, [])
    assert standing(store) == loaded
    revision = store.revision()
    again = store.bring(city.contents(), today=SUMMER)
    assert (again.changed, again.conflicts, store.revision()) == (0, [], revision)


def test_overwriting_keeps_what_was_changed_by_other_means_as_a_version(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run("MATCH (e:Entity {id: 'D1111'}) SET e.name = '别名'")
    store.bring(city.contents(), today=SPRING, overwrite=True)
    assert store.versions("D1111") == {("别名", FIRST, SPRING)}


@pytest.mark.parametrize("means", ["closed", "dated closed", "ended"])
def test_overwriting_takes_back_an_end_by_other_means_from_the_first_day(store: Store, city: City, means: str) -> None:
    store.bring(city.contents())
    store.run(OTHER_MEANS[means][0])
    store.bring(city.contents(), today=SPRING, overwrite=True)
    assert store.entity(HOUSEHOLD)["valid_from"] == FIRST
    assert ("UNDER", HOUSEHOLD, "D111111", FIRST, None) in store.links(HOUSEHOLD)
    assert store.bonds("U1") == {("MEMBER_OF", "A001", "lead", FIRST, None)}


def test_overwriting_a_unit_closed_by_other_means_leaves_no_membership_before_it(store: Store, city: City) -> None:
    store.bring(city.contents())
    before = (store.nodes(), store.relationships())
    store.run("MATCH (e:Entity {id: 'U2'}) REMOVE e:Unit SET e:Closed, e.valid_to = date('2024-01-01')")
    assert store.bring(city.contents(), today=SPRING, overwrite=True).changed == 1
    assert (store.nodes(), store.relationships()) == before


def test_overwriting_what_was_closed_by_other_means_in_its_second_life_gives_back_that_life(
    store: Store, city: City
) -> None:
    rows = city.copy()
    store.bring(city.contents())
    city.drop("U2")
    store.bring(city.contents("2"), today=SPRING)
    store.bring(rows.contents("3"), today=SUMMER)
    before = (store.nodes(), store.relationships())
    store.run("MATCH (e:Entity {id: 'U2'}) REMOVE e:Unit SET e:Closed, e.valid_to = date('2024-07-01')")
    store.bring(rows.contents("3"), today=AUTUMN, overwrite=True)
    assert (store.nodes(), store.relationships()) == before


def test_a_conflict_is_about_one_row_and_the_rest_is_loaded(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run("MATCH (e:Entity {id: 'D1111'}) SET e.name = '别名'")
    city.rename("D1111", "甲")
    city.rename("D1112", "乙")
    summary = store.bring(city.contents("2"))
    assert summary.conflicts == [Conflict("D1111", said(CHANGED))]
    assert (store.entity("D1111")["name"], store.entity("D1112")["name"]) == ("别名", "乙")


@pytest.mark.parametrize(
    "made", ["(:Entity {id: 'D1111'})", "(:Entity:PartyOrg {id: 'D1111', kind: 'Village', name: 1, valid_from: 2022})"]
)
def test_an_entity_made_by_other_means_under_an_id_of_the_data_set_is_left(
    store: Store, city: City, made: LiteralString
) -> None:
    store.run("CREATE " + made)
    summary = store.bring(city.contents())
    assert summary.conflicts == [Conflict("D1111", said(MADE))]
    assert summary.added == len(city.facts) + len(city.bonds) - 1
    assert store.bring(city.contents(), overwrite=True).changed == 1
    assert store.entity("D1111")["labels"] == {"Entity", "PartyOrg", "CommunityOrg"}
    assert {link[:3] for link in store.links("D1111") if link[1] == "D1111" and link[0] != "LEADS"} == {
        ("UNDER", "D1111", "D111"),
        ("COVERS", "D1111", "1111"),
    }
    assert store.bring(city.contents()).unchanged == len(city.facts) + len(city.bonds)


def test_what_was_changed_to_what_the_rows_now_say_is_no_conflict(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run("MATCH (e:Entity {id: 'D1111'}) SET e.name = '新名'")
    store.run("MATCH (:Entity {id: 'U1'})-[r:MEMBER_OF]->() SET r.role = 'member'")
    city.rename("D1111", "新名")
    city.bonds[0] = Bond("U1", "A001", Role.MEMBER, city.bonds[0].source, FIRST, None)
    summary = store.bring(city.contents("2"))
    assert (summary.changed, summary.conflicts) == (0, [])
    assert summary.unchanged == len(city.facts) + len(city.bonds)
    assert store.versions("D1111") == set()
    city.rename("D1111", "又一名")
    assert store.bring(city.contents("3")).changed == 1


def test_what_was_made_by_other_means_on_something_gone_keeps_it_standing(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run(
        "MATCH (to:Entity {id: 'D111111'}) CREATE (e:Entity:PartyOrg:MemberHousehold "
        "{id: 'D9', kind: 'MemberHousehold', name: '户', valid_from: date('2023-01-01'), source: 'api'})-[:UNDER]->(to)"
    )
    city.drop("D11111")
    for overwrite in (False, True):
        summary = store.bring(city.contents("2"), overwrite=overwrite)
        assert {conflict.id for conflict in summary.conflicts} == {"D11111", "D111111"}
        assert {str(conflict.why).split(",")[0] for conflict in summary.conflicts} == {"it is to be closed"}
    assert "PartyOrg" in str(store.entity("D111111")["labels"])
    assert store.entity(HOUSEHOLD)["labels"] == {"Entity", "Closed"}
    store.run("MATCH (e:Entity {id: 'D9'}) DETACH DELETE e")
    assert store.bring(city.contents("2")).closed == 2


def test_a_membership_made_by_other_means_keeps_its_unit_standing_until_overwritten(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run(
        "MATCH (u:Entity {id: 'U3'}), (a:Entity {id: 'A001'}) "
        "CREATE (u)-[:MEMBER_OF {role: 'member', source: 'api', valid_from: date('2023-01-01')}]->(a)"
    )
    city.drop("U3")
    summary = store.bring(city.contents("2"), today=SPRING)
    assert ([conflict.id for conflict in summary.conflicts], summary.closed) == (["U3"], 1)
    summary = store.bring(city.contents("2"), today=SPRING, overwrite=True)
    assert (summary.conflicts, summary.closed) == ([], 1)
    assert {bond[0] for bond in store.bonds("U3")} == {"WAS_MEMBER_OF"}


HELD_BY_HAND: dict[str, tuple[LiteralString, str | None]] = {
    # What somebody made on a building group that is gone, and what its link to it is once rows come first.
    "cannot be without it": (
        (
            "CREATE (:Entity:Post {id: 'P9', kind: 'Post', name: '职务', valid_from: date('2023-01-01')})-[:PART_OF "
            "{valid_from: date('2023-01-01')}]->(to)"
        ),
        "closed",
    ),
    "has a post that cannot be without it": (
        (
            "CREATE (:Entity:Person {id: 'P9', kind: 'Person', name: '王*', valid_from: date('2023-01-01')})-[:HOLDS "
            "{valid_from: date('2023-01-01')}]->(:Entity:Post {id: 'P8', kind: 'Post', name: '职务', "
            "valid_from: date('2023-01-01')})-[:PART_OF {valid_from: date('2023-01-01')}]->(to)"
        ),
        "ended",
    ),
    "can do with another": (
        (
            "MATCH (other:Entity {id: 'D1112'}) CREATE (e:Entity:Pairing {id: 'P9', kind: 'Pairing', name: '结对', "
            "valid_from: date('2023-01-01')}) "
            "WITH e, [to, other] + COLLECT { MATCH (u:Unit {id: 'U1'}) RETURN u } AS parties UNWIND parties AS party "
            "CREATE (e)-[:JOINS {valid_from: date('2023-01-01')}]->(party)"
        ),
        "ended",
    ),
    "hangs under it": (
        (
            "CREATE (:Entity:PartyOrg:MemberHousehold {id: 'P9', kind: 'MemberHousehold', name: '户', "
            "valid_from: date('2023-01-01')})-[:UNDER {valid_from: date('2023-01-01')}]->(to)"
        ),
        None,
    ),
    "hangs on it as nobody declared": (
        (
            "CREATE (:Entity:Method {id: 'P9', kind: 'Method', name: '法', valid_from: date('2023-01-01')})-[:SERVES "
            "{valid_from: date('2023-01-01')}]->(to)"
        ),
        None,
    ),
}


@pytest.mark.parametrize("made", HELD_BY_HAND)
def test_what_a_link_made_by_other_means_does_as_its_target_is_gone_is_declared_in_the_model(
    store: Store, city: City, made: str
) -> None:
    statement, fate = HELD_BY_HAND[made]
    store.bring(city.contents())
    store.run("MATCH (to:Entity {id: 'D111111'}) " + statement)
    city.drop("D111111")
    summary = store.bring(city.contents("2"), today=SPRING)
    assert {conflict.id for conflict in summary.conflicts} == {"D111111"}
    summary = store.bring(city.contents("2"), today=SPRING, overwrite=True)
    assert ({conflict.id for conflict in summary.conflicts} == set()) is (fate is not None)
    assert ("Closed" in str(store.entity("D111111")["labels"])) is (fate is not None)
    assert ("Closed" in str(store.entity("P9")["labels"])) is (fate == "closed")
    former = {link[3:] for link in store.links("D111111") if link[1] in {"P8", "P9"}}
    assert former == {(date(2023, 1, 1), None if fate is None else SPRING)}
    assert store.bring(city.contents("2"), today=SUMMER).closed == 0


@pytest.mark.parametrize("overwrite", [False, True])
def test_what_was_changed_by_other_means_and_whose_row_is_gone(store: Store, city: City, *, overwrite: bool) -> None:
    store.bring(city.contents())
    store.run("MATCH (e:Entity {id: 'D111111-1'}) SET e.name = '别名'")
    store.run("MATCH (:Entity {id: 'U1'})-[r:MEMBER_OF]->() SET r.role = 'member'")
    city.drop(HOUSEHOLD)
    city.bonds = city.bonds[1:]
    summary = store.bring(city.contents("2"), overwrite=overwrite)
    assert {conflict.id for conflict in summary.conflicts} == (set() if overwrite else {HOUSEHOLD, "U1 in A001"})
    assert summary.closed == (2 if overwrite else 0)
    assert summary.unchanged == len(city.facts) + len(city.bonds)


def test_what_hangs_on_a_conflict_is_a_conflict_where_it_cannot_be_joined(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run("MATCH (e:Entity) WHERE e.id IN ['D11121', 'U3'] SET e.valid_to = date('2023-05-01')")
    city.org("D8", Kind.BUILDING_GROUP, "D11121", "111211")
    city.org("D9", Kind.MEMBER_HOUSEHOLD, "D8", "111211")
    city.join("U3", "A001")
    city.rename("D1111", "新名")
    summary = store.bring(city.contents("2"))
    assert {conflict.id: str(conflict.why) for conflict in summary.conflicts} == {
        "D11121": CHANGED,
        "U3": CHANGED,
        "D8": "it is to be joined to D11121, which was left as it is",
        "D9": "it is to be joined to D8, which was left as it is",
        "U3 in A001": "it is to be joined to U3, which was left as it is",
    }
    assert store.entity("D1111")["name"] == "新名"
    assert store.bring(city.contents("2"), overwrite=True).conflicts == []
    assert store.bring(city.contents("2")).unchanged == len(city.facts) + len(city.bonds)


def test_every_row_and_everything_whose_row_is_gone_is_counted_once(store: Store) -> None:
    city = small_city()
    store.bring(city.contents())
    store.run("MATCH (e:Entity {id: 'D1112'}) SET e.name = '别名'")
    store.run("MATCH (:Entity {id: 'U2'})-[r:MEMBER_OF]->(:Entity {id: 'A002'}) SET r.role = 'lead'")
    city.rename("D1111", "新名")
    city.close("D111211", FIRST)
    city.drop(HOUSEHOLD)
    city.org("D9", Kind.MEMBER_HOUSEHOLD, "D111111", "111111")
    city.bonds = [bond for bond in city.bonds if bond.unit_id != "U3"]
    summary = store.bring(city.contents("2"))
    assert (summary.added, summary.changed, summary.closed, len(summary.conflicts)) == (1, 1, 4, 2)
    gone = 2
    assert summary.added + summary.changed + summary.closed + summary.unchanged + len(summary.conflicts) == (
        len(city.facts) + len(city.bonds) + gone
    )
