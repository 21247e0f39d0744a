"""Loading a data set, and loading it again."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from city import City
from store import FIRST, SPRING, SUMMER, Store

from graph.errors import LoadRefusedError
from graph.loading import held_data_set
from graph.loading.loader import load
from graph.progress import Step
from words import said


def test_the_first_load_adds_every_row(store: Store, city: City) -> None:
    summary = store.bring(city.contents())
    assert (summary.added, summary.changed, summary.closed, summary.unchanged) == (len(city.facts) + 4, 0, 0, 0)
    assert summary.conflicts == []


def test_what_was_loaded_is_read_back_as_stated(store: Store, city: City) -> None:
    store.bring(city.contents())
    assert store.entity("D1111") == {
        "id": "D1111",
        "kind": "CommunityOrg",
        "name": "D1111组织",
        "source": "synthetic",
        "title": "组织",
        "tier": 2,
        "valid_from": FIRST,
        "labels": {"Entity", "PartyOrg", "CommunityOrg"},
    }
    assert store.links("D1111") == {
        ("UNDER", "D1111", "D111", FIRST, None),
        ("UNDER", "D11111", "D1111", FIRST, None),
        ("COVERS", "D1111", "1111", FIRST, None),
        ("LEADS", "D1111", "A002", FIRST, None),
    }
    assert store.links("A002") == {
        ("LEADS", "D1111", "A002", FIRST, None),
        ("GUIDED_BY", "A002", "A001", FIRST, None),
        ("MEMBER_OF", "U2", "A002", FIRST, None),
        ("MEMBER_OF", "U3", "A002", FIRST, None),
    }
    assert store.bonds("U2") == {
        ("MEMBER_OF", "A001", "member", FIRST, None),
        ("MEMBER_OF", "A002", "member", FIRST, None),
    }


def test_loading_twice_is_loading_once(store: Store, city: City) -> None:
    store.bring(city.contents())
    before = (store.nodes(), store.relationships(), store.changes(), store.revision())
    summary = store.bring(city.contents(), today=SUMMER)
    assert (summary.added, summary.changed, summary.closed, summary.conflicts) == (0, 0, 0, [])
    assert summary.unchanged == len(city.facts) + len(city.bonds)
    assert (store.nodes(), store.relationships(), store.changes(), store.revision()) == before


def test_a_new_title_of_the_data_set_is_all_that_a_new_digest_changes(store: Store, city: City) -> None:
    store.bring(city.contents("1"))
    revision = store.revision()
    store.bring(replace(city.contents("2"), title="新示例市"))
    assert [change["action"] for change in store.changes()[revision:]] == ["claim", "finish"]
    held = held_data_set(store.engine)
    assert held is not None
    assert held.digest == "2"
    assert store.run("MATCH (f:Figure) RETURN f.key AS key") == [{"key": "streets"}]


def test_a_load_of_another_data_set_is_refused_and_changes_nothing(store: Store, city: City) -> None:
    store.bring(city.contents())
    before = (store.nodes(), store.changes(), store.revision())
    with pytest.raises(LoadRefusedError, match="holds the data set 'city'; loading 'town'"):
        store.bring(replace(city.contents(), name="town"))
    assert (store.nodes(), store.changes(), store.revision()) == before


def test_each_batch_is_one_change_and_says_what_it_did(store: Store, city: City) -> None:
    store.bring(city.contents())
    city.rename("D1111", "新名")
    del city.facts["D111211-1"]
    city.bonds = [bond for bond in city.bonds if bond.unit_id != "U1"]
    store.bring(city.contents("2"), today=SPRING)
    changes = store.changes()
    assert [change["seq"] for change in changes] == list(range(1, store.revision() + 1))
    assert [change["action"] for change in changes] == [
        "claim",
        "load",
        "load",
        "finish",
        "claim",
        "load",
        "load",
        "load",
        "finish",
    ]
    assert {change["actor"] for change in changes} == {"tests"}
    assert [change["basis"] for change in changes] == ["data set city (1)"] * 4 + ["data set city (2)"] * 5
    renamed, parted, closed = ({key: json.loads(str(one[key])) for key in ("before", "after")} for one in changes[5:8])
    assert [(one["id"], one["name"]) for one in renamed["before"]] == [("D1111", "D1111组织")]
    assert [(one["id"], one["name"]) for one in renamed["after"]] == [("D1111", "新名")]
    assert [(one["unit_id"], one["alliance_id"], one["role"]) for one in parted["before"]] == [("U1", "A001", "lead")]
    assert parted["after"] == [{"unit_id": "U1", "alliance_id": "A001", "valid_to": "2024-03-01"}]
    assert [one["id"] for one in closed["before"]] == ["D111211-1"]
    assert ["UNDER", "D111211-1", "D111211"] in closed["before"][0]["links"]
    assert closed["after"] == [{"id": "D111211-1", "valid_to": "2024-03-01"}]


def test_two_loads_at_once_of_an_empty_graph_end_as_one(store: Store, city: City) -> None:
    store.bring(city.contents())
    alone = (store.nodes(), store.relationships(), store.changes())
    store.clear()
    with ThreadPoolExecutor(4) as pool:
        summaries = [one.result() for one in [pool.submit(store.bring, city.contents()) for _ in range(4)]]
    assert (store.nodes(), store.relationships(), store.changes()) == alone
    assert sum(summary.added for summary in summaries) == len(city.facts) + len(city.bonds)
    assert [summary.conflicts for summary in summaries] == [[]] * 4


def test_a_load_tells_where_it_stands(store: Store, city: City) -> None:
    steps: list[Step] = []
    contents = city.contents()
    load(store.engine, contents, actor="tests", today=SPRING, overwrite=False, report=steps.append)
    total = len(contents.facts) + len(contents.bonds)
    assert steps == [
        Step(said("Loading {name}", name="city"), len(contents.facts), total, "rows"),
        Step(said("Loading {name}", name="city"), total, total, "rows"),
    ]
