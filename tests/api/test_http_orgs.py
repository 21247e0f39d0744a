"""Each route of Party organisations, held to the rows of `mini`."""

from collections import Counter

import pytest
from fastapi.testclient import TestClient
from mini_rows import Answer, MiniRows, Record

from api.app import create_app
from graph.engines import Engine

CITY, STREET, COMMUNITY = "D220200000000", "D220202006000", "D220202006001"


def ids(answer: Answer) -> list[str]:
    assert answer["total"] == len(answer["items"])
    assert answer["next_page_token"] is None
    return [item["id"] for item in answer["items"]]


def test_every_organisation_has_its_record(client: TestClient, rows: MiniRows) -> None:
    listed = client.get("/v1/orgs?page_size=1000").json()["items"]

    assert listed == [rows.org(id) for id in sorted(row["id"] for row in rows.orgs)]


@pytest.mark.parametrize("id", [CITY, STREET, COMMUNITY])
def test_a_record_is_answered_by_its_id(client: TestClient, rows: MiniRows, id: str) -> None:
    assert client.get(f"/v1/orgs/{id}").json() == rows.org(id)


@pytest.mark.parametrize("kind", ["CityCommittee", "GridBranch", "GridGroup", "MemberHousehold"])
def test_orgs_are_listed_by_kind(client: TestClient, rows: MiniRows, kind: str) -> None:
    answer = client.get(f"/v1/orgs?page_size=1000&kind={kind}").json()

    assert ids(answer) == sorted(row["id"] for row in rows.orgs if row["kind"] == kind)


@pytest.mark.parametrize("tier", range(1, 7))
def test_orgs_are_listed_by_tier(client: TestClient, rows: MiniRows, tier: int) -> None:
    answer = client.get(f"/v1/orgs?page_size=1000&tier={tier}").json()

    assert ids(answer) == sorted(row["id"] for row in rows.orgs if rows.kinds[row["kind"]].get("tier") == tier)


def test_area_id_means_the_area_or_any_part_of_it(client: TestClient, rows: MiniRows) -> None:
    for area_id in ["220202006002", "220202006001001", "220200000000"]:
        answer = client.get(f"/v1/orgs?page_size=1000&area_id={area_id}").json()

        assert ids(answer) == sorted(row["id"] for row in rows.orgs if rows.within(row["area_id"], area_id))


@pytest.mark.parametrize("q", ["桃北", "党支部", "网", "没有这样的名字", "'", "%", "\\", "*"])
def test_q_is_a_part_of_the_name(client: TestClient, rows: MiniRows, q: str) -> None:
    answer = client.get("/v1/orgs", params={"page_size": 1000, "q": q}).json()

    assert ids(answer) == sorted(row["id"] for row in rows.orgs if q in row["name"])


def test_filters_hold_together(client: TestClient, rows: MiniRows) -> None:
    answer = client.get("/v1/orgs?kind=GridBranch&tier=3&area_id=220202006001&q=第一网格&page_size=1000").json()

    assert ids(answer) == sorted(
        row["id"]
        for row in rows.orgs
        if row["kind"] == "GridBranch" and rows.within(row["area_id"], "220202006001") and "第一网格" in row["name"]
    )
    assert ids(answer)


@pytest.mark.parametrize(
    "query", ["kind=GridBranch&tier=2", "kind=StreetCommittee&tier=3", "kind=CityCommittee&tier=1"]
)
@pytest.mark.parametrize("route", ["/v1/orgs", f"/v1/orgs/{CITY}/descendants"])
def test_a_tier_at_which_a_kind_does_not_stand_is_refused(client: TestClient, route: str, query: str) -> None:
    response = client.get(f"{route}?{query}")

    assert response.status_code == 422
    assert {fault["name"] for fault in response.json()["errors"]} == {"kind", "tier"}


@pytest.mark.parametrize("route", ["/v1/orgs", f"/v1/orgs/{CITY}/descendants"])
def test_a_kind_at_its_tier_is_that_kind(client: TestClient, route: str) -> None:
    both = client.get(f"{route}?kind=GridBranch&tier=3").json()

    assert both["total"] > 0
    assert both["items"] == client.get(f"{route}?kind=GridBranch").json()["items"]


def test_of_a_kind_that_stands_nowhere_no_tier_is_refused(empty: Engine) -> None:
    client = TestClient(create_app(empty))

    assert client.get("/v1/orgs?kind=GridBranch&tier=2").json()["items"] == []


def test_children_stand_next_below(client: TestClient, rows: MiniRows) -> None:
    for row in rows.orgs:
        if row["kind"] != "MemberHousehold":
            answer = client.get(f"/v1/orgs/{row['id']}/children?page_size=1000").json()

            assert answer["items"] == rows.met_below(row["id"], 1)
            assert answer["total"] == len(rows.children[row["id"]])


def test_ancestors_lead_to_the_city_nearest_first(client: TestClient, rows: MiniRows) -> None:
    households = [row["id"] for row in rows.orgs if row["kind"] == "MemberHousehold"]
    for id in [*households[::25], STREET, CITY]:
        assert client.get(f"/v1/orgs/{id}/ancestors").json()["items"] == rows.met_above(id)


@pytest.mark.parametrize("max_depth", [1, 2, 3, 20, 10**30])
def test_descendants_are_nearest_first_then_by_id(client: TestClient, rows: MiniRows, max_depth: int) -> None:
    answer = client.get(f"/v1/orgs/{STREET}/descendants?page_size=1000&max_depth={max_depth}").json()

    assert answer["items"] == rows.met_below(STREET, min(max_depth, 20))


def test_descendants_are_filtered_by_tier_and_kind(client: TestClient, rows: MiniRows) -> None:
    below = rows.below(COMMUNITY)
    by_tier = client.get(f"/v1/orgs/{COMMUNITY}/descendants?tier=4&page_size=1000").json()
    by_kind = client.get(f"/v1/orgs/{COMMUNITY}/descendants?kind=GridGroup&page_size=1000").json()

    assert ids(by_tier) == [id for id in below if rows.kinds[rows.by_id[id]["kind"]].get("tier") == 4]
    assert ids(by_kind) == [id for id in below if rows.by_id[id]["kind"] == "GridGroup"]


def nested(rows: MiniRows, id: str, depth: int) -> Record:
    children = [nested(rows, child, depth - 1) for child in rows.children[id]] if depth else []
    return rows.org(id) | {"children": children, "truncated": depth == 0 and bool(rows.children[id])}


@pytest.mark.parametrize("max_depth", [1, 2, 9])
def test_a_tree_is_nested_and_says_where_it_was_cut(client: TestClient, rows: MiniRows, max_depth: int) -> None:
    assert client.get(f"/v1/orgs/{STREET}/tree?max_depth={max_depth}").json() == nested(rows, STREET, max_depth)


def test_a_tree_without_a_depth_is_whole(client: TestClient, rows: MiniRows) -> None:
    assert client.get(f"/v1/orgs/{CITY}/tree").json() == nested(rows, CITY, 20)


@pytest.mark.parametrize("id", [CITY, STREET, COMMUNITY])
def test_counts_are_of_all_below(client: TestClient, rows: MiniRows, id: str) -> None:
    kinds = [rows.by_id[below]["kind"] for below in rows.below(id)]
    tiers = Counter(str(rows.kinds[kind]["tier"]) for kind in kinds if "tier" in rows.kinds[kind])

    assert client.get(f"/v1/orgs/{id}/counts").json() == {
        "total": len(kinds),
        "by_kind": Counter(kinds),
        "by_tier": tiers,
    }


@pytest.mark.parametrize("id", [CITY, STREET, COMMUNITY, "D220202006001001"])
def test_an_organisation_lists_what_it_leads(client: TestClient, rows: MiniRows, id: str) -> None:
    led = sorted(row["id"] for row in rows.alliances if row["lead_id"] == id)

    assert client.get(f"/v1/orgs/{id}/alliances").json()["items"] == [rows.alliance(one) for one in led]
