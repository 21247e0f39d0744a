"""Nobody's full name is in any answer."""

import pytest
from fastapi.testclient import TestClient
from mini_rows import MiniRows

from graph.vocabulary import PEOPLE, Kind

ANSWERS = [
    *(f"/v1/entities?kind={kind}&page_size=1000" for kind in Kind),
    "/v1/orgs?page_size=1000",
    "/v1/areas?page_size=1000",
    "/v1/alliances",
    "/v1/units",
    "/v1/vocabulary",
    "/v1/reconcile",
]


@pytest.fixture(scope="module")
def full_names(rows: MiniRows) -> set[str]:
    """The names of people, but those that begin another name, such as a grid's."""
    named = {row["name"] for id, row in rows.by_id.items() if rows.kind_of[id] in PEOPLE}
    others = [row["name"] for id, row in rows.by_id.items() if rows.kind_of[id] not in PEOPLE]
    return {name for name in named if not any(name in other for other in others)}


def test_there_are_people_to_be_kept_private(full_names: set[str]) -> None:
    assert len(full_names) > 100


@pytest.mark.parametrize("path", ANSWERS)
def test_no_list_shows_a_full_name(client: TestClient, full_names: set[str], path: str) -> None:
    text = client.get(path).text
    assert [name for name in full_names if name in text] == []
    assert "full_name" not in text


def test_nothing_about_a_person_shows_the_full_name(client: TestClient, rows: MiniRows, full_names: set[str]) -> None:
    people = [next(id for id, of in rows.kind_of.items() if of is kind) for kind in PEOPLE & {*rows.kind_of.values()}]
    assert people
    for id in people:
        name = rows.by_id[id]["name"]
        for path in (
            f"/v1/entities/{id}",
            f"/v1/entities/{id}/neighbours",
            f"/v1/paths?from={id}&to=220202006000",
            f"/v1/search?q={id}",
            f"/v1/entities?related_to={id}",
        ):
            text = client.get(path).text
            assert id in text or "related_to" in path
            assert [full for full in full_names if full in text] == []
        found = client.get(f"/v1/search?q={name}").json()["items"]
        assert id not in {item["id"] for item in found}
        assert client.get(f"/v1/entities?q={name}").json()["items"] == [] or name not in full_names
