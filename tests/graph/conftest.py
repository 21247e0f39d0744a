"""A graph to load into, emptied before each test, and a small city to load."""

import pytest
from city import City, small_city
from store import Shared, Store


@pytest.fixture(scope="session")
def shared_store(graph: Shared) -> Store:
    """The suite's graph, for laws that empty it themselves before each example."""
    # What an earlier session left in a graph of one's own may be large.
    graph.wipe()
    return Store(graph)


@pytest.fixture
def store(shared_store: Store) -> Store:
    """An empty graph with its schema."""
    shared_store.clear()
    return shared_store


@pytest.fixture
def city() -> City:
    """A street of two communities with all that a city's data set may state."""
    return small_city()
