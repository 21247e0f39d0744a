"""The schema can be applied to any graph, by any number at once."""

from concurrent.futures import ThreadPoolExecutor

from city import City
from store import Store

from graph.schema import apply_schema


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


def test_several_who_apply_the_schema_to_a_new_graph_at_once_all_succeed(store: Store) -> None:
    before = definitions(store)
    store.run("MATCH (n) DETACH DELETE n")
    for row in store.run("SHOW CONSTRAINTS YIELD name"):
        store.drop("CONSTRAINT", str(row["name"]))
    for row in store.run("SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP'"):
        store.drop("INDEX", str(row["name"]))
    apply_at_once(store, 3)
    assert definitions(store) == before
    assert store.revision() == 0
    assert store.run("MATCH (c:Revision) RETURN count(c) AS total") == [{"total": 1}]
