"""The shortest path between any two entities, held to what networkx finds over the same links."""

import neo4j
import networkx as nx
import pytest
from city import City
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store import SUMMER, WINTER, Store

from graph.engines import Engine
from graph.engines.address import Address
from graph.errors import NotFoundError
from graph.questions.entities import Link
from graph.questions.paths import MAX_LENGTH, ShortestPath, shortest_path
from graph.vocabulary import Relationship

Links = set[tuple[str, str, str]]


@pytest.fixture
def links(mini: Engine, driver: neo4j.Driver, address: Address) -> Links:
    """Every relationship of the domain that stands in `mini`."""
    assert mini is not None
    with driver.session(database=address.database) as session:
        rows = session.run(
            "MATCH (a:Entity)-[r]->(b:Entity) WHERE type(r) IN $types RETURN a.id AS a, b.id AS b, type(r) AS type",
            types=[*Relationship],
        )
        return {(row["a"], row["b"], row["type"]) for row in rows}


def ids(path: ShortestPath) -> list[str]:
    return [node.id for node in path.nodes]


def ends(path: ShortestPath) -> list[set[str]]:
    return [{link.source, link.target} for link in path.links]


# The graph is only read, and the links are the same for every example.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=300)
@given(data=st.data())
def test_a_path_is_the_first_of_the_shortest(mini: Engine, links: Links, data: st.DataObject) -> None:
    joined: nx.Graph[str] = nx.Graph((source, target) for source, target, _ in links)
    two = st.sampled_from(sorted(joined.nodes))
    start, end, longest = data.draw(two), data.draw(two), data.draw(st.integers(1, MAX_LENGTH))
    path = shortest_path(mini, from_id=start, to_id=end, max_length=longest).value

    # A method and its steps are joined to nothing else.
    first = min(nx.all_shortest_paths(joined, start, end)) if nx.has_path(joined, start, end) else []
    assert ids(path) == (first if len(first) - 1 <= longest else [])
    assert ends(path) == [{*pair} for pair in zip(ids(path), ids(path)[1:], strict=False)]
    assert {(link.source, link.target, link.type.value) for link in path.links} <= links


def test_a_path_to_itself_is_the_entity_alone(store: Store, city: City) -> None:
    store.bring(city.contents())

    assert shortest_path(store.engine, from_id="U1", to_id="U1", max_length=1).value == ShortestPath(
        [*shortest_path(store.engine, from_id="U1", to_id="A001", max_length=1).value.nodes[:1]], []
    )


def test_a_path_takes_links_against_their_direction_and_shows_them_as_they_are(store: Store, city: City) -> None:
    store.bring(city.contents())
    path = shortest_path(store.engine, from_id="1111", to_id="U2", max_length=12).value

    assert ids(path) == ["1111", "D1111", "A002", "U2"]
    assert path.links == [
        Link("D1111", "1111", Relationship.COVERS),
        Link("D1111", "A002", Relationship.LEADS),
        Link("U2", "A002", Relationship.MEMBER_OF),
    ]


def test_of_equally_short_paths_the_first_by_id_is_taken(store: Store, city: City) -> None:
    for unit in ("U9", "U10", "U8"):
        city.unit(unit)
        city.join(unit, "A001")
        city.join(unit, "A002")
    city.bonds = [bond for bond in city.bonds if bond.unit_id != "U2"]
    city.alliance("A003", "community", "D1112", None)
    for unit in ("U9", "U10", "U8"):
        city.join(unit, "A003")
    store.bring(city.contents())

    assert ids(shortest_path(store.engine, from_id="A002", to_id="A003", max_length=12).value) == [
        "A002",
        "U10",
        "A003",
    ]


def test_two_entities_further_apart_than_asked_have_no_path(store: Store, city: City) -> None:
    store.bring(city.contents())

    assert shortest_path(store.engine, from_id="1111", to_id="U2", max_length=2).value == ShortestPath([], [])
    assert len(shortest_path(store.engine, from_id="1111", to_id="U2", max_length=3).value.links) == 3


def test_what_joins_nothing_has_no_path(store: Store, city: City) -> None:
    city.unit("U4")
    store.bring(city.contents())

    assert shortest_path(store.engine, from_id="U4", to_id="U1", max_length=12).value == ShortestPath([], [])


def test_what_ended_leads_nowhere_today(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.close("A002", SUMMER)
    store.bring(city.contents(), today=WINTER)

    assert shortest_path(store.engine, from_id="A002", to_id="D1111", max_length=12).value == ShortestPath([], [])
    assert ids(shortest_path(store.engine, from_id="A002", to_id="A002", max_length=12).value) == ["A002"]
    assert ids(shortest_path(store.engine, from_id="U2", to_id="D1111", max_length=12).value) == [
        "U2",
        "A001",
        "D111",
        "D1111",
    ]


def test_a_path_leads_through_entities_alone(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run(
        "MATCH (a:Entity {id: 'U1'}), (b:Entity {id: 'U3'}) CREATE (a)-[:UNDER]->(:Note {text: 'x'})<-[:UNDER]-(b)"
    )

    assert len(shortest_path(store.engine, from_id="U1", to_id="U3", max_length=12).value.links) == 3


@pytest.mark.parametrize(("start", "end"), [("U1", "nobody"), ("nobody", "U1"), ("nobody", "nobody")])
def test_an_unknown_end_is_named(store: Store, city: City, start: str, end: str) -> None:
    store.bring(city.contents())

    with pytest.raises(NotFoundError, match="nobody"):
        shortest_path(store.engine, from_id=start, to_id=end, max_length=12)
