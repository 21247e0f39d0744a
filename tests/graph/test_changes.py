"""Every change of the graph goes through one transaction with its record."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from store import Store

from cypher import Mode, Statement
from graph.changes import Deed, change
from graph.engines import Transaction
from graph.errors import EngineError
from graph.revision import NoRevisionError

COUNT = Statement(
    "tests/count",
    Mode.WRITE,
    frozenset(),
    None,
    "",
    "MERGE (n:Note {id: 'note'}) SET n.total = coalesce(n.total, 0) + 1",
)
BROKEN = Statement("tests/broken", Mode.WRITE, frozenset(), None, "", "CREATE (:Note {id: 1 / 0})")
DEED = Deed("count", "note", {"total": 0}, {"total": 1, "名": "一"}, "a test")


def counting(deed: Deed | None = DEED) -> Callable[[Transaction], Deed | None]:
    def work(transaction: Transaction) -> Deed | None:
        transaction.run(COUNT, {})
        return deed

    return work


def test_a_change_is_recorded_with_who_what_and_why(store: Store) -> None:
    assert change(store.engine, actor="me", work=counting()) == 1
    assert store.changes() == [
        {
            "seq": 1,
            "actor": "me",
            "action": "count",
            "caption": "第1次 变更",
            "entity_id": "note",
            "before": '{"total": 0}',
            "after": '{"total": 1, "名": "一"}',
            "basis": "a test",
        }
    ]
    assert store.run("MATCH (c:Change) RETURN duration.inSeconds(c.at, datetime()).seconds < 60 AS is_now") == [
        {"is_now": True}
    ]


def test_changes_made_at_once_are_all_kept_and_leave_no_gap(store: Store) -> None:
    def changes(_: int) -> list[int | None]:
        return [change(store.engine, actor="me", work=counting()) for _ in range(50)]

    with ThreadPoolExecutor(8) as pool:
        revisions = [seq for made in pool.map(changes, range(8)) for seq in made]
    assert sorted(seq or 0 for seq in revisions) == list(range(1, 401))
    assert [one["seq"] for one in store.changes()] == list(range(1, 401))
    assert store.revision() == 400
    assert store.run("MATCH (n:Note) RETURN n.total AS total") == [{"total": 400}]


def test_work_that_fails_leaves_no_trace_and_no_gap(store: Store) -> None:
    def failing(transaction: Transaction) -> Deed:
        transaction.run(COUNT, {})
        raise KeyError("mine")

    with pytest.raises(KeyError, match="mine"):
        change(store.engine, actor="me", work=failing)
    assert (store.nodes(), store.changes(), store.revision()) == ([], [], 0)
    assert change(store.engine, actor="me", work=counting()) == 1


def test_a_statement_that_fails_leaves_no_trace_and_no_gap(store: Store) -> None:
    def failing(transaction: Transaction) -> Deed:
        transaction.run(COUNT, {})
        transaction.run(BROKEN, {})
        return DEED

    with pytest.raises(EngineError, match="refused a statement"):
        change(store.engine, actor="me", work=failing)
    assert (store.nodes(), store.changes(), store.revision()) == ([], [], 0)


def test_work_that_did_nothing_is_not_recorded(store: Store) -> None:
    assert change(store.engine, actor="me", work=counting(None)) is None
    assert (store.nodes(), store.changes(), store.revision()) == ([], [], 0)


def test_a_graph_without_its_schema_takes_no_change(store: Store) -> None:
    store.run("MATCH (c:Revision) SET c.id = 'away'")
    try:
        with pytest.raises(NoRevisionError, match="no schema yet"):
            change(store.engine, actor="me", work=counting())
    finally:
        store.run("MATCH (c:Revision) SET c.id = 'revision'")
    assert store.changes() == []
