"""Any entity, what it touches, and the reckoning, held to the rows of `mini`."""

import pytest
from fastapi.testclient import TestClient
from mini_rows import Answer, MiniRows, Record

COMMUNITY_ORG, COMMUNITY, ALLIANCE = "D220202006001", "220202006001", "A061"

Links = set[tuple[str, str, str]]


def links_of(answer: Answer) -> Links:
    links = answer["links"]
    assert len(links) == len({tuple(link.items()) for link in links})
    return {(link["source"], link["target"], link["type"]) for link in links}


def all_links(rows: MiniRows) -> Links:
    found = {(row["id"], row["parent_id"], "UNDER") for row in rows.orgs if row["parent_id"]}
    found |= {(row["id"], row["area_id"], "COVERS") for row in rows.orgs if row["area_id"]}
    found |= {(row["id"], row["parent_id"], "WITHIN") for row in rows.areas if row["parent_id"]}
    found |= {(row["lead_id"], row["id"], "LEADS") for row in rows.alliances}
    found |= {(row["id"], row["guided_by"], "GUIDED_BY") for row in rows.alliances if row["guided_by"]}
    return found | {(row["unit_id"], row["alliance_id"], "MEMBER_OF") for row in rows.memberships}


def record(rows: MiniRows, id: str) -> Record:
    if any(row["id"] == id for row in rows.orgs):
        return rows.org(id)
    if any(row["id"] == id for row in rows.areas):
        return rows.area(id)
    return rows.alliance(id) if any(row["id"] == id for row in rows.alliances) else rows.unit(id)


@pytest.mark.parametrize("id", [COMMUNITY_ORG, COMMUNITY, ALLIANCE, "L01", "U0014"])
def test_an_entity_answers_with_its_familys_fields(client: TestClient, rows: MiniRows, id: str) -> None:
    assert client.get(f"/v1/entities/{id}").json() == record(rows, id)


@pytest.mark.parametrize("id", [COMMUNITY_ORG, COMMUNITY, ALLIANCE, "L02", "U0014", "220202006001001"])
def test_neighbours_are_all_that_an_entity_touches(client: TestClient, rows: MiniRows, id: str) -> None:
    answer = client.get(f"/v1/entities/{id}/neighbours").json()
    links = {link for link in all_links(rows) if id in link[:2]}

    assert links_of(answer) == links
    assert answer["complete"]
    nodes = {node["id"]: node for node in answer["nodes"]}
    assert len(nodes) == len(answer["nodes"])
    assert nodes == {one: record(rows, one) for one in {id} | {end for link in links for end in link[:2]}}


@pytest.mark.parametrize("query", ["types=UNDER,COVERS", "types=UNDER&types=COVERS", "types=COVERS,UNDER&types=UNDER"])
def test_neighbours_are_limited_to_types(client: TestClient, rows: MiniRows, query: str) -> None:
    answer = client.get(f"/v1/entities/{COMMUNITY_ORG}/neighbours?{query}").json()

    assert links_of(answer) == {
        link for link in all_links(rows) if COMMUNITY_ORG in link[:2] and link[2] in {"UNDER", "COVERS"}
    }


def test_a_cut_neighbourhood_says_so(client: TestClient, rows: MiniRows) -> None:
    degree = sum(COMMUNITY in link[:2] for link in all_links(rows))
    cut = client.get(f"/v1/entities/{COMMUNITY}/neighbours?limit={degree - 1}").json()
    whole = client.get(f"/v1/entities/{COMMUNITY}/neighbours?limit={degree}").json()

    assert (len(cut["links"]), cut["complete"]) == (degree - 1, False)
    assert (len(whole["links"]), whole["complete"]) == (degree, True)


def test_the_reckoning_lists_every_figure_in_order(client: TestClient, rows: MiniRows) -> None:
    answer = client.get("/v1/reconcile").json()

    assert [line["key"] for line in answer["items"]] == [figure["key"] for figure in rows.figures]
    assert answer["total"] == len(rows.figures)
    for line, figure in zip(answer["items"], rows.figures, strict=True):
        assert line["phrase"] == figure["phrase"]
        assert line["published"] == float(figure["value"])
        assert line["statement"] == (figure["statement"] or None)
        assert (line["counted"] is None) == (not figure["statement"])
        assert line["agrees"] == (None if line["counted"] is None else line["counted"] == line["published"])
        assert line["note"]


def test_the_reckoning_counts_what_is_there(client: TestClient, rows: MiniRows) -> None:
    counted = {line["key"]: line["counted"] for line in client.get("/v1/reconcile").json()["items"]}

    assert counted["communities"] == sum(row["kind"] == "Neighbourhood" for row in rows.areas)
    assert counted["streets"] == sum(row["category"] == "street" for row in rows.areas)


def test_the_reckoning_comes_in_pages(client: TestClient) -> None:
    whole = client.get("/v1/reconcile").json()["items"]
    first = client.get("/v1/reconcile?page_size=20").json()
    rest = client.get("/v1/reconcile", params={"page_token": first["next_page_token"]}).json()

    assert first["items"] + rest["items"] == whole
    assert rest["next_page_token"] is None
