"""Laws that hold of any city: what is loaded is read back, both ways; twice is once; any edit is caught up with."""

from typing import TypeVar

from city import City, level
from edits import EDITS, cities
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from store import SPRING, SUMMER, WINTER, Store

from graph.loading import Fact
from graph.pages import Paging
from graph.questions.trees import AREAS, ORGS, Hierarchy, Tree, ancestors, children, counts, descendants, tree
from graph.shapes import Area, AreaStep, Org, OrgStep
from graph.vocabulary import labels

R = TypeVar("R", Org, Area)
S = TypeVar("S", OrgStep, AreaStep)

ALL = Paging(1000)
# An example is a few loads of a real graph: making a failing one smaller takes longer than reading it.
FOUND_ONCE = (Phase.explicit, Phase.reuse, Phase.generate)


def walk(engine_store: Store, city: City, hierarchy: Hierarchy[R, S]) -> None:
    """Hold what the graph answers about every node of a tree to what plain Python finds in the rows."""
    engine = engine_store.engine
    nodes = {fact.id: fact for fact in city.standing(*hierarchy.kinds)}
    above = {id: next((link.target for link in fact.links if link.target in nodes), None) for id, fact in nodes.items()}
    for id, node in nodes.items():
        up: list[str] = []
        while (parent := above[up[-1] if up else id]) is not None:
            up.append(parent)
        found = ancestors(engine, hierarchy, id=id, paging=ALL).value.items
        assert [step.id for step in found] == up
        assert [step.depth for step in found] == list(range(1, len(up) + 1))
        below = {other: depth for other in nodes if (depth := _depth(above, other, id))}
        down = descendants(engine, hierarchy, id=id, max_depth=None, tier=None, kind=None, paging=ALL).value
        assert [(step.depth, step.id) for step in down.items] == sorted(
            (depth, other) for other, depth in below.items()
        )
        assert [row.id for row in children(engine, hierarchy, id=id, paging=ALL).value.items] == sorted(
            other for other in nodes if above[other] == id
        )
        assert counts(engine, hierarchy, id=id).value.total == len(below)
        # Every path descends one level at a time.
        levels = {step.id: level(nodes[step.id]) for step in down.items}
        assert {other: levels[other] - level(node) for other in below} == below
        if not up:
            assert _ids(tree(engine, hierarchy, id=id, max_depth=None).value) == {id, *below}


def _depth(above: dict[str, str | None], id: str, top: str) -> int:
    """Return how many steps a node stands below another, 0 when it does not."""
    depth, one = 0, id
    while one != top:
        parent = above[one]
        if parent is None:
            return 0
        depth, one = depth + 1, parent
    return depth


def _ids(root: Tree) -> set[str]:
    return {root.node.id}.union(*map(_ids, root.children))


def standing(store: Store) -> tuple[set[tuple[object, ...]], set[tuple[object, ...]]]:
    """Return what stands in the graph, without its days."""
    entities = store.run(
        "MATCH (e:Entity) WHERE e.valid_to IS NULL RETURN properties(e) AS properties, labels(e) AS labels"
    )
    relations = store.run(
        "MATCH (a:Entity)-[r:UNDER|COVERS|WITHIN|LEADS|MEMBER_OF|GUIDED_BY]->(b:Entity) "
        "RETURN type(r) AS type, a.id AS source, b.id AS target, r.role AS role, r.source AS stated"
    )
    skipped = {"row_digest", "state_digest", "valid_from"}
    return (
        {
            (*sorted((k, v) for k, v in dict(row["properties"]).items() if k not in skipped), *sorted(row["labels"]))  # pyright: ignore
            for row in entities
        },
        {tuple(row.values()) for row in relations},
    )


@settings(max_examples=10, deadline=None, phases=FOUND_ONCE)
@given(city=cities())
def test_what_is_loaded_is_read_back_and_walked_both_ways(shared_store: Store, city: City) -> None:
    shared_store.clear()
    shared_store.bring(city.contents())
    for fact in city.facts.values():
        assert _entity(shared_store, fact.id) == _stated(fact)
    walk(shared_store, city, ORGS)
    walk(shared_store, city, AREAS)
    revision = shared_store.revision()
    assert shared_store.bring(city.contents(), today=SUMMER).unchanged == len(city.facts) + len(city.bonds)
    assert shared_store.revision() == revision


def _entity(store: Store, id: str) -> dict[str, object]:
    own = {link[:3] for link in store.links(id) if link[0] != "MEMBER_OF" and (link[1] == id) != (link[0] == "LEADS")}
    return {**store.entity(id), "links": own}


def _stated(fact: Fact) -> dict[str, object]:
    return {
        "id": fact.id,
        "kind": fact.kind.value,
        **{key: value for key, value in fact.properties.items() if value is not None},
        "valid_from": fact.valid_from,
        "labels": set(labels(fact.kind)),
        "links": {(link.type.value, link.source, link.target) for link in fact.links},
    }


@settings(max_examples=60, deadline=None, phases=FOUND_ONCE)
@given(data=st.data())
def test_any_edits_are_caught_up_with_and_nothing_is_lost(shared_store: Store, data: st.DataObject) -> None:
    base = data.draw(cities())
    shared_store.clear()
    city = base.copy()
    shared_store.bring(city.contents())
    seen = {fact.id for fact in city.facts.values()}
    for day in data.draw(st.lists(st.sampled_from([SPRING, SUMMER, WINTER]), min_size=1, max_size=3).map(sorted)):
        for edit in data.draw(st.lists(st.sampled_from(EDITS), min_size=1, max_size=5)):
            edit(data.draw, city, base)
        seen |= city.facts.keys()
        summary = shared_store.bring(city.contents(), today=day)
        assert summary.conflicts == []
        again = shared_store.bring(city.contents(), today=day)
        assert (again.added, again.changed, again.closed, again.conflicts) == (0, 0, 0, [])
    caught_up = standing(shared_store)
    _assert_time_is_whole(shared_store, seen)
    shared_store.clear()
    shared_store.bring(city.contents(), today=WINTER)
    assert standing(shared_store) == caught_up


def _assert_time_is_whole(store: Store, seen: set[str]) -> None:
    """Hold what is true of any graph: nothing deleted, nothing closed that looks standing, no days out of order."""
    assert {str(row["id"]) for row in store.run("MATCH (e:Entity) RETURN e.id AS id")} == seen
    assert store.run("MATCH (e:Entity) WHERE (e.valid_to IS NULL) = (e:Closed) RETURN e.id AS id") == []
    assert store.run("MATCH (e:Closed) WHERE size(labels(e)) > 2 RETURN e.id AS id") == []
    assert store.run("MATCH (n) WHERE n.valid_to < n.valid_from RETURN n.id AS id, n.name AS name") == []
    assert (
        store.run(
            "MATCH (a:Entity)-[r]->(b:Entity) "
            "WHERE (type(r) STARTS WITH 'WAS_') <> (r.valid_to IS NOT NULL) OR r.valid_to < r.valid_from "
            "   OR (r.valid_to IS NULL AND (a.valid_to IS NOT NULL OR b.valid_to IS NOT NULL)) "
            "   OR (r.valid_to IS NULL AND type(r) <> 'MEMBER_OF' AND "
            "       (r.valid_from < a.valid_from OR r.valid_from < b.valid_from)) "
            "RETURN a.id AS source, type(r) AS type, b.id AS target, r.valid_from AS valid_from, r.valid_to AS valid_to"
        )
        == []
    )
    assert (
        store.run(
            "MATCH (a:Entity)-[r:UNDER|WAS_UNDER|WITHIN|WAS_WITHIN]->(b), (a)-[s]->(c) "
            "WHERE elementId(r) < elementId(s) AND replace(type(r), 'WAS_', '') = replace(type(s), 'WAS_', '') "
            "  AND r.valid_from < coalesce(s.valid_to, date('9999-12-31')) "
            "  AND s.valid_from < coalesce(r.valid_to, date('9999-12-31')) "
            "  AND (r.valid_to IS NULL OR r.valid_from < r.valid_to) "
            "  AND (s.valid_to IS NULL OR s.valid_from < s.valid_to) "
            "RETURN a.id AS id, b.id AS one, c.id AS other, r.valid_from AS rf, r.valid_to AS rt, s.valid_from AS sf, s.valid_to AS sto"
        )
        == []
    )
