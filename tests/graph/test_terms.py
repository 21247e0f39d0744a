"""Terms come with an entity, follow its name, and go with it; a graph of an earlier release gets them."""

from city import City
from store import SUMMER, Store

from graph.progress import Step, unreported
from graph.search import has_terms, keep_terms, search


def ids(store: Store, text: str) -> list[str]:
    return [hit.id for hit in search(store.engine, text=text, kind=None, limit=50).value]


def as_before(store: Store) -> None:
    """Make the graph one that an earlier release loaded."""
    store.run("MATCH (e:Entity) REMOVE e.terms")
    store.run("MATCH (c:Revision) REMOVE c.terms_form")


def test_a_renamed_entity_is_found_by_its_new_name_alone(store: Store, city: City) -> None:
    city.rename("1111", "钟楼社区")
    store.bring(city.contents())
    city.rename("1111", "鼓楼社区")
    store.bring(city.contents("2"), today=SUMMER)
    assert ids(store, "zhonglou") == []
    assert ids(store, "gulou") == ["1111"]


def test_what_is_closed_is_not_found(store: Store, city: City) -> None:
    city.rename("D111111-1", "张家中心户")
    store.bring(city.contents())
    assert ids(store, "张家") == ["D111111-1"]
    city.drop("D111111-1")
    store.bring(city.contents("2"), today=SUMMER)
    assert ids(store, "张家") == []
    assert "terms" not in store.run("MATCH (e:Entity {id: 'D111111-1'}) RETURN keys(e) AS keys")[0]["keys"]  # type: ignore[operator]


def test_what_somebody_closed_by_hand_is_not_found(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run("MATCH (e:Entity {id: 'U1'}) SET e:Closed, e.valid_to = date('2024-01-01') REMOVE e:Unit")
    assert "U1" not in ids(store, "单位")


def test_terms_are_no_conflict_and_an_overwritten_name_gets_its_own_again(store: Store, city: City) -> None:
    city.rename("1111", "钟楼社区")
    store.bring(city.contents())
    store.run("MATCH (e:Entity {id: '1111'}) SET e.name = '别名', e.terms = 'other'")
    assert len(store.bring(city.contents()).conflicts) == 1
    assert store.bring(city.contents(), overwrite=True).changed == 1
    assert ids(store, "zhonglou")[0] == "1111"


def test_a_former_name_is_kept_without_its_terms(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.rename("1111", "鼓楼社区")
    store.bring(city.contents("2"), today=SUMMER)
    assert store.run("MATCH (v:Version) RETURN v.terms AS terms") == [{"terms": None}]


def test_a_graph_of_an_earlier_release_becomes_findable_and_loses_nothing(store: Store, city: City) -> None:
    store.bring(city.contents())
    before = store.nodes()
    relationships, revision = store.relationships(), store.revision()
    as_before(store)
    assert ids(store, "单位") == []

    keep_terms(store.engine, actor="tests", report=unreported)

    assert store.nodes() == before
    assert store.relationships() == relationships
    assert ids(store, "单位") == ["U1", "U2", "U3"]
    assert store.revision() == revision + 1
    change = store.changes()[-1]
    assert (change["action"], change["actor"]) == ("terms", "tests")
    assert store.bring(city.contents()).conflicts == []


def test_a_graph_whose_terms_have_the_form_of_an_earlier_release_is_made_findable_anew(
    store: Store, city: City
) -> None:
    store.bring(city.contents())
    # That form had a mark of its own for each kind.
    store.run("MATCH (e:Entity) SET e.terms = replace(replace(e.terms, '①', '⑧'), '⑨', '⑱')")
    store.run("MATCH (c:Revision) SET c.terms_form = '1'")
    assert not has_terms(store.engine)
    assert ids(store, "单位") == []
    keep_terms(store.engine, actor="tests", report=unreported)
    assert has_terms(store.engine)
    assert ids(store, "单位") == ["U1", "U2", "U3"]


def test_what_was_made_findable_is_not_written_again(store: Store, city: City) -> None:
    store.bring(city.contents())
    as_before(store)
    keep_terms(store.engine, actor="tests", report=unreported)
    revision, steps = store.revision(), list[Step]()
    keep_terms(store.engine, actor="tests", report=steps.append)
    assert (store.revision(), steps) == (revision, [])


def test_making_findable_goes_on_where_it_was_broken_off(store: Store, city: City) -> None:
    store.bring(city.contents())
    as_before(store)
    kept = "MATCH (e:Entity) WHERE e.terms IS NOT NULL RETURN count(e) AS total"

    def interrupt(_step: Step) -> None:
        raise KeyboardInterrupt

    try:
        keep_terms(store.engine, actor="tests", report=interrupt)
    except KeyboardInterrupt:
        assert store.run("MATCH (c:Revision) RETURN c.terms_form AS form") == [{"form": None}]
    revision = store.revision()
    keep_terms(store.engine, actor="tests", report=unreported)
    assert store.run(kept) == [{"total": len(city.facts)}]
    assert store.revision() == revision


def test_an_entity_made_by_hand_gets_terms_when_it_can(store: Store, city: City) -> None:
    store.bring(city.contents())
    as_before(store)
    store.run("CREATE (:Entity:Unit {id: 'X1', kind: 'Unit', name: '手工单位', valid_from: date('2024-01-01')})")
    store.run("CREATE (:Entity {id: 'X2', name: 7}), (:Entity {id: 'X3', kind: 'Sort', name: '其他'})")
    keep_terms(store.engine, actor="tests", report=unreported)
    assert ids(store, "shougong") == ["X1"]
    assert ids(store, "其他") == []


def test_a_load_into_an_empty_graph_leaves_nothing_to_be_made_findable(store: Store, city: City) -> None:
    store.run("MATCH (c:Revision) REMOVE c.terms_form")
    store.bring(city.contents())
    assert has_terms(store.engine)


def test_a_load_beside_what_was_made_by_hand_leaves_that_to_be_made_findable(store: Store, city: City) -> None:
    store.run("MATCH (c:Revision) REMOVE c.terms_form")
    store.run("CREATE (:Entity:Unit {id: 'X1', kind: 'Unit', name: '手工单位', valid_from: date('2024-01-01')})")
    store.bring(city.contents())
    assert not has_terms(store.engine)
