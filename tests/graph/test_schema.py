"""The schema can be applied to any graph, by any number at once."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from city import City
from store import Store

from graph.errors import DamagedError, LostError
from graph.schema import apply_schema, lost_definitions
from graph.soundness import check, check_schema


def definitions(store: Store) -> list[dict[str, object]]:
    """Return every index and constraint by name, and whether it is ready."""
    return store.run("SHOW INDEXES YIELD name, state, owningConstraint WHERE name <> '' RETURN * ORDER BY name")


def apply_at_once(store: Store, times: int) -> None:
    with ThreadPoolExecutor(times) as pool:
        for one in [pool.submit(apply_schema, store.engine) for _ in range(times)]:
            one.result()


def test_a_graph_that_has_the_schema_is_left_as_it_is(store: Store, city: City) -> None:
    store.bring(city.contents())
    before = (definitions(store), store.nodes(), store.revision())
    apply_at_once(store, 3)
    assert (definitions(store), store.nodes(), store.revision()) == before


def drop_all(store: Store) -> None:
    for row in store.run("SHOW CONSTRAINTS YIELD name"):
        store.drop("CONSTRAINT", str(row["name"]))
    for row in store.run("SHOW INDEXES YIELD name"):
        store.drop("INDEX", str(row["name"]))


def test_a_graph_that_lost_its_schema_says_so_and_gets_it_again(store: Store, city: City) -> None:
    store.bring(city.contents())
    assert lost_definitions(store.engine) == []
    before = definitions(store)
    drop_all(store)

    assert len(lost_definitions(store.engine)) == len(before)
    with pytest.raises(LostError, match=rf"lost constraints and indexes.*wuji seed --dataset {city.contents().name}"):
        check_schema(store.engine)
    check(store.engine)

    apply_schema(store.engine)
    check_schema(store.engine)
    assert len(definitions(store)) == len(before)
    assert all(row["state"] == "ONLINE" for row in definitions(store))


def test_a_graph_with_one_index_less_says_which(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.drop("CONSTRAINT", "entity_id")
    try:
        assert lost_definitions(store.engine) == ["entity_id"]
        # An index of that name is not what keeps two entities from having one id.
        store.run("CREATE INDEX entity_id FOR (n:Entity) ON (n.id)")
        assert lost_definitions(store.engine) == ["entity_id"]
        store.drop("INDEX", "entity_id")
        store.run("CREATE (:Entity {id: 'twice'}), (:Entity {id: 'twice'})")
        with pytest.raises(DamagedError, match="two of its records have one id"):
            apply_schema(store.engine)
    finally:
        store.run("MATCH (e:Entity {id: 'twice'}) DELETE e")
        store.run("DROP INDEX entity_id IF EXISTS")
        apply_schema(store.engine)
    assert lost_definitions(store.engine) == []


def test_several_who_apply_the_schema_to_a_new_graph_at_once_all_succeed(store: Store) -> None:
    before = definitions(store)
    store.run("MATCH (n) DETACH DELETE n")
    drop_all(store)
    apply_at_once(store, 3)
    assert len(definitions(store)) == len(before)
    assert store.revision() == 0
    assert store.run("MATCH (c:Revision) RETURN count(c) AS total") == [{"total": 1}]
