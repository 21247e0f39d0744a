"""Two answers of one URL and revision under a strong tag are the same bytes, whatever is loaded meanwhile."""

import threading
from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.loading import Contents, load, under_way
from graph.progress import unreported
from seed_data.opening import open_data_set
from tests.suite import TODAY, Graph

LOADS = 1
READERS = 2
PATHS = [
    "/v1/orgs?page_size=1000",
    "/v1/orgs?q=街道",
    "/v1/orgs/D220200000000/tree",
    "/v1/orgs/D220202006000/descendants?page_size=1000",
    "/v1/areas/220202006000/counts",
    "/v1/entities?kind=Post&page_size=1000",
    "/v1/entities/D220202006001/neighbours?limit=1000",
    "/v1/search?q=站前",
    "/v1/alliances/A060/members?scope=transitive",
    "/v1/paths?from=D220202006001001&to=U0014",
    "/v1/reconcile",
    "/v1/vocabulary",
]


def renamed(contents: Contents, number: int) -> Contents:
    """Return a data set in which every name of an organisation or area is another, and nothing else."""
    facts = [
        replace(fact, properties={**fact.properties, "name": f"{fact.properties['name']}{number}"})
        for fact in contents.facts
    ]
    return replace(contents, digest=f"{contents.digest[:-2]}{number:02}", facts=facts)


def test_answers_of_one_revision_are_the_same_bytes(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_way, "BATCH", 50)
    engine = graph.hold("mini")
    graph.holds = None
    client = TestClient(create_app(engine))
    contents = open_data_set("mini", today=TODAY)
    seen: dict[tuple[str, str, str], list[bytes]] = defaultdict(list)
    done = threading.Event()
    statuses: set[int] = set()

    def ask(first: int) -> None:
        number = first
        while not done.is_set():
            path = PATHS[number % len(PATHS)]
            number += 1
            # Twice, so that most are seen again at one revision.
            for answer in (client.get(path), client.get(path)):
                statuses.add(answer.status_code)
                tag = answer.headers.get("etag", "W/")
                if not tag.startswith("W/"):
                    seen[path, answer.headers["x-graph-revision"], tag].append(answer.content)

    readers = [threading.Thread(target=ask, args=(5 * number,)) for number in range(READERS)]
    for reader in readers:
        reader.start()
    try:
        for number in range(1, LOADS + 1):
            day = TODAY + timedelta(days=number)
            load(engine, renamed(contents, number), actor="tests", today=day, overwrite=False, report=unreported)
    finally:
        done.set()
        for reader in readers:
            reader.join()

    # A machine with much else to do may be too slow for one, which has no tag.
    assert statuses - {503} == {200}
    assert len({revision for _, revision, _ in seen}) > LOADS
    assert any(len(bodies) > 1 for bodies in seen.values())
    assert [key for key, bodies in seen.items() if len({*bodies}) > 1] == []
