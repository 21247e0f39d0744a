"""A caption comes with an entity, follows its name and those around it, and goes with it; an older graph gets them."""

from city import City
from store import SUMMER, Store

from graph.captions import has_captions, keep_captions
from graph.progress import Step, unreported
from graph.vocabulary import Kind, Relationship

CAPTIONS = "MATCH (e:Entity) WHERE e.caption IS NOT NULL RETURN e.id AS id, e.caption AS caption"


def captions(store: Store) -> dict[object, object]:
    return {row["id"]: row["caption"] for row in store.run(CAPTIONS)}


def as_before(store: Store) -> None:
    """Make the graph one that an earlier release loaded."""
    store.run("MATCH (e:Entity) REMOVE e.caption")
    store.run("MATCH ()-[r:MEMBER_OF|WAS_MEMBER_OF]->() REMOVE r.caption")
    store.run("MATCH (c:Change) REMOVE c.caption")
    store.run("MATCH (c:Revision) REMOVE c.captions_form")


def named(city: City) -> City:
    """Give a part of a city the names such things have."""
    city.rename("111", "新华街道")
    city.rename("1111", "站前社区")
    city.rename("11111", "站前社区第一网格")
    city.rename("111111", "1号楼")
    city.rename("D1111", "站前社区党委")
    city.rename("D11111", "站前社区第一网格党支部")
    city.rename("D111111-1", "1号楼1单元党员中心户")
    city.rename("A002", "新华街道站前社区党建联盟")
    city.ledger("P1", Kind.POST, (Relationship.PART_OF, "D1111"), role="secretary")
    city.rename("P1", "站前社区党委书记")
    city.ledger("W1", Kind.GRID_WORKER, (Relationship.SERVES, "11111"), full_name="站立")
    city.rename("W1", "站*")
    return city


def test_a_caption_leaves_out_what_an_entity_is_inside(store: Store, city: City) -> None:
    store.bring(named(city).contents())
    found = captions(store)
    assert {id: found[id] for id in ("1111", "11111", "D1111", "D11111", "D111111-1", "A002", "P1", "W1")} == {
        "1111": "站前社区",
        "11111": "第一网格",
        "D1111": "站前社区 党委",
        "D11111": "第一网格 党支部",
        "D111111-1": "1单元 党员 中心户",
        "A002": "站前社区 党建联盟",
        "P1": "书记",
        "W1": "站*",
    }
    assert found.keys() == {fact.id for fact in city.standing()}


def test_a_membership_carries_its_role_in_chinese(store: Store, city: City) -> None:
    store.bring(city.contents())
    rows = store.run("MATCH ()-[r:MEMBER_OF]->() RETURN DISTINCT r.role AS role, r.caption AS caption ORDER BY role")
    assert rows == [{"role": "lead", "caption": "牵头单位"}, {"role": "member", "caption": "成员单位"}]


def test_the_caption_of_a_change_says_what_it_did(store: Store, city: City) -> None:
    store.bring(city.contents())
    loaded = store.changes()
    assert [(one["action"], one["caption"]) for one in loaded] == [
        ("claim", "第1次 开始导入"),
        ("load", "第2次 导入"),
        ("load", "第3次 导入"),
        ("finish", "第4次 导入完成"),
    ]
    as_before(store)
    store.run("MATCH (c:Change {seq: 2}) SET c.action = 'by hand'")
    keep_captions(store.engine, actor="tests", report=unreported)
    assert [one["caption"] for one in store.changes()[:5]] == [
        "第1次 开始导入",
        "第2次 变更",
        "第3次 导入",
        "第4次 导入完成",
        "第5次 更新短名",
    ]


def test_a_caption_follows_the_name_of_what_it_is_inside_and_is_no_change_of_the_entity(
    store: Store, city: City
) -> None:
    store.bring(named(city).contents())
    city.rename("1111", "站前")
    city.rename("D1111", "站前党委")
    summary = store.bring(city.contents("2"), today=SUMMER)
    assert (summary.changed, summary.conflicts) == (2, [])
    found = captions(store)
    assert (found["D11111"], found["P1"]) == ("社区 第一网格 党支部", "社区 党委书记")
    assert store.versions("D11111") == set()
    revision = store.revision()
    store.bring(city.contents("2"), today=SUMMER)
    assert store.revision() == revision


def test_what_is_closed_has_no_caption_and_one_that_comes_back_has(store: Store, city: City) -> None:
    store.bring(named(city).contents())
    before = city.copy()
    city.drop("D111111-1")
    store.bring(city.contents("2"), today=SUMMER)
    assert "D111111-1" not in captions(store)
    store.bring(before.contents("3"), today=SUMMER)
    assert captions(store)["D111111-1"] == "1单元 党员 中心户"


def test_a_graph_of_an_earlier_release_gets_the_captions_a_load_writes_and_loses_nothing(
    store: Store, city: City
) -> None:
    store.bring(named(city).contents())
    nodes, relationships, revision = store.nodes(), store.relationships(), store.revision()
    as_before(store)
    assert not has_captions(store.engine)

    keep_captions(store.engine, actor="tests", report=unreported)

    assert has_captions(store.engine)
    assert store.nodes() == nodes
    assert store.relationships() == relationships
    assert store.revision() == revision + 2
    assert [(change["action"], change["actor"]) for change in store.changes()[-2:]] == [("captions", "tests")] * 2
    summary = store.bring(city.contents())
    assert (summary.changed, summary.conflicts) == (0, [])


def test_captions_that_were_kept_are_not_written_again(store: Store, city: City) -> None:
    store.bring(city.contents())
    as_before(store)
    keep_captions(store.engine, actor="tests", report=unreported)
    revision, steps = store.revision(), list[Step]()
    keep_captions(store.engine, actor="tests", report=steps.append)
    assert (store.revision(), steps) == (revision, [])


def test_keeping_captions_goes_on_where_it_was_broken_off(store: Store, city: City) -> None:
    store.bring(city.contents())
    as_before(store)

    def interrupt(_step: Step) -> None:
        raise KeyboardInterrupt

    try:
        keep_captions(store.engine, actor="tests", report=interrupt)
    except KeyboardInterrupt:
        assert not has_captions(store.engine)
    revision = store.revision()
    keep_captions(store.engine, actor="tests", report=unreported)
    assert captions(store).keys() == {fact.id for fact in city.facts.values()}
    # The memberships alone were left.
    assert store.revision() == revision + 1


def test_a_load_into_an_empty_graph_leaves_no_captions_to_be_kept(store: Store, city: City) -> None:
    store.run("MATCH (c:Revision) REMOVE c.captions_form")
    store.bring(city.contents())
    assert has_captions(store.engine)


def test_what_a_hand_made_is_captioned_where_it_can_be(store: Store, city: City) -> None:
    store.bring(city.contents())
    as_before(store)
    store.run("CREATE (:Entity:Unit {id: 'X1', kind: 'Unit', name: '手工单位', valid_from: date('2024-01-01')})")
    store.run("CREATE (:Entity {id: 'X2', name: 7}), (:Entity {id: 'X3', kind: 'Sort', name: '其他'})")
    store.run("MATCH (e:Entity {id: 'X1'}) CREATE (e)-[:LOCATED_IN]->(:Area {name: 7})")
    keep_captions(store.engine, actor="tests", report=unreported)
    found = captions(store)
    assert found["X1"] == "手工单位"
    assert {"X2", "X3"} & found.keys() == set()
