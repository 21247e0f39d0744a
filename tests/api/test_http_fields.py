"""``fields=``: of each item of a list what is asked for, and nothing else."""

import pytest
from fastapi.testclient import TestClient

LISTS = [
    "/v1/orgs?page_size=5",
    "/v1/orgs/D220202006000/descendants?page_size=5",
    "/v1/areas/220202006000/children?page_size=5",
    "/v1/alliances?page_size=5",
    "/v1/alliances/A060/members?page_size=5",
    "/v1/units?page_size=5",
    "/v1/units/U0014/alliances?page_size=5",
    "/v1/entities?kind=Post&page_size=5",
    "/v1/entities?page_size=1000",
    "/v1/areas/220202006000/responsible?page_size=5",
    "/v1/areas/220202006000/powers?page_size=5",
]


@pytest.mark.parametrize("path", LISTS)
def test_the_items_have_the_fields_asked_for_and_the_list_is_the_same(client: TestClient, path: str) -> None:
    whole = client.get(path).json()
    assert whole["items"]
    for names in ([*whole["items"][0]][:1], [*whole["items"][0]][:3]):
        asked = client.get(f"{path}&fields={','.join(names)}").json()
        assert asked["items"] == [{name: one[name] for name in one if name in names} for one in whole["items"]]
        assert (asked["total"], asked["next_page_token"]) == (whole["total"], whole["next_page_token"])
        assert client.get(path, params=[("fields", name) for name in names]).status_code == 200


def test_a_page_token_holds_whatever_fields_are_asked_for(client: TestClient) -> None:
    token = client.get("/v1/orgs?page_size=2&fields=id").json()["next_page_token"]
    rest = client.get(f"/v1/orgs?page_size=2&fields=name&page_token={token}")
    assert rest.status_code == 200
    assert [[*one] for one in rest.json()["items"]] == [["name"], ["name"]]


@pytest.mark.parametrize("fields", ["title", "id,nothing", "", "id,", "ID", "properties.role"])
def test_a_field_that_no_item_has_is_refused_with_those_there_are(client: TestClient, fields: str) -> None:
    refused = client.get(f"/v1/units?fields={fields}")
    assert refused.status_code == 422
    (fault,) = refused.json()["errors"]
    assert (fault["in"], fault["name"]) == ("query", "fields")
    assert fault["message"].startswith("Input should be one of id, kind, name")


def test_fields_of_what_is_no_list_are_refused(client: TestClient) -> None:
    assert client.get("/v1/orgs/D220202006000?fields=id").status_code == 422
