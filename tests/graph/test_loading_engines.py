"""A load through each engine there is."""

from city import City
from store import SPRING, SUMMER, Store

from graph.engines.address import Address
from graph.engines.opening import Driver, connect
from graph.loading import load
from graph.progress import unreported


def held(store: Store) -> tuple[object, ...]:
    return (store.nodes(), store.relationships(), store.changes(), store.revision())


def test_a_load_is_the_same_through_each_engine(store: Store, city: City, address: Address) -> None:
    graphs: list[tuple[object, ...]] = []
    for driver in Driver:
        store.clear()
        engine = connect(address, driver)
        load(engine, city.contents(), actor="tests", today=SPRING, overwrite=False, report=unreported)
        graphs.append(held(store))
        again = load(engine, city.contents(), actor="tests", today=SUMMER, overwrite=False, report=unreported)
        assert (again.added, again.changed, again.closed, again.conflicts) == (0, 0, 0, [])
        assert held(store) == graphs[-1]
        engine.close()
    assert graphs[0] == graphs[1]
