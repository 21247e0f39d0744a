"""Any entity, what it touches, and the reckoning, held to the rows of `mini`."""

import operator
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from mini_rows import Answer, MiniRows

from graph.vocabulary import Kind
from tests.suite import Graph

COMMUNITY_ORG, COMMUNITY, ALLIANCE, POST = "D220202006001", "220202006001", "A061", "PD220202006001-1"

Links = set[tuple[str, str, str]]


def links_of(answer: Answer) -> Links:
    links = answer["links"]
    assert len(links) == len({tuple(link.items()) for link in links})
    return {(link["source"], link["target"], link["type"]) for link in links}


@pytest.mark.parametrize("id", [COMMUNITY_ORG, COMMUNITY, ALLIANCE, "L01", "U0014", POST, "K0014"])
def test_an_entity_answers_with_its_familys_fields_and_its_kinds_properties(
    client: TestClient, rows: MiniRows, id: str
) -> None:
    assert client.get(f"/v1/entities/{id}").json() == rows.described(id)


@pytest.mark.parametrize("kind", Kind)
def test_what_a_kind_says_comes_back_as_its_rows_say_it(client: TestClient, rows: MiniRows, kind: Kind) -> None:
    ids = sorted(id for id, of in rows.kind_of.items() if of is kind)
    answer = client.get(f"/v1/entities?kind={kind}&page_size=1000").json()

    assert answer["items"] == [rows.described(id) for id in ids]
    assert (answer["total"], answer["next_page_token"]) == (len(ids), None)


def test_the_entities_of_an_area_are_what_leads_there(client: TestClient, rows: MiniRows) -> None:
    for area_id in (COMMUNITY, "220202006001001", "220202006000"):
        ids = [item["id"] for item in every_item(client, f"/v1/entities?area_id={area_id}&page_size=1000")]
        assert ids == sorted(rows.belonging(area_id))


def every_item(client: TestClient, path: str) -> list[Answer]:
    """Return the items of all pages."""
    items, token = list[Answer](), ""
    while token is not None:
        answer = client.get(f"{path}{f'&page_token={token}' if token else ''}").json()
        items += answer["items"]
        token = answer["next_page_token"]
    return items


def ids_of(client: TestClient, query: str) -> list[str]:
    return [item["id"] for item in every_item(client, f"/v1/entities?{query}&page_size=1000")]


def test_what_lacks_a_relationship_has_it_in_neither_direction(client: TestClient, rows: MiniRows) -> None:
    joined = {end for *ends, type in rows.links() if type == "HOLDS" for end in ends}
    posts = sorted(id for id, kind in rows.kind_of.items() if kind is Kind.POST)

    vacant = ids_of(client, "kind=Post&lacks=HOLDS")
    assert vacant == [id for id in posts if id not in joined]
    assert vacant
    assert ids_of(client, "kind=Post&lacks=HOLDS,PART_OF") == []
    assert ids_of(client, "lacks=HOLDS&kind=Grid&lacks=SERVES") == sorted(
        id
        for id, kind in rows.kind_of.items()
        if kind is Kind.GRID and not any(id in ends and type == "SERVES" for *ends, type in rows.links())
    )


@pytest.mark.parametrize(
    ("kind", "text", "holds"),
    [
        ("Post", "role:secretary", lambda said: said["role"] == "secretary"),
        ("GridBranch", "members:29", lambda said: said["members"] == 29),
        ("GridBranch", "members<20", lambda said: said["members"] < 20),
        ("GridBranch", "members>40", lambda said: said["members"] > 40),
        ("GridBranch", "next_election<2025-01-01", lambda said: said["next_election"] < "2025-01-01"),
        ("GridBranch", "next_election>2025-01-01", lambda said: said["next_election"] > "2025-01-01"),
        ("Unit", "line:公安", lambda said: said.get("line") == "公安"),
        ("Town", "category:street", lambda said: said["category"] == "street"),
    ],
)
def test_a_condition_is_met_by_what_the_rows_say(
    client: TestClient, rows: MiniRows, kind: str, text: str, holds: Callable[[Answer], bool]
) -> None:
    expected = sorted(id for id, of in rows.kind_of.items() if of == kind and holds(rows.properties(id)))

    assert ids_of(client, f"kind={kind}&where={text}") == expected
    assert expected


@pytest.mark.parametrize(("kind", "key", "text"), [("Venue", "facilities", "棋牌桌"), ("Pairing", "modes", "活动共办")])
def test_of_several_texts_one_is_enough(client: TestClient, rows: MiniRows, kind: str, key: str, text: str) -> None:
    of_kind = [id for id, of in rows.kind_of.items() if of == kind]
    expected = sorted(id for id in of_kind if text in str(rows.by_id[id][key]).split(";"))

    assert ids_of(client, f"kind={kind}&where={key}:{text}") == expected


def test_all_conditions_hold_at_once(client: TestClient) -> None:
    both = ids_of(client, "kind=GridBranch&where=members>20&where=members<30&area_id=220202006001")

    assert both
    assert {*both} < {*ids_of(client, "kind=GridBranch&where=members>20")}


@pytest.mark.parametrize("id", [COMMUNITY_ORG, "220202006001001", POST, "U0014"])
def test_what_is_related_is_what_a_relationship_joins(client: TestClient, rows: MiniRows, id: str) -> None:
    others = {end for *ends, _ in rows.links() if id in ends for end in ends} - {id}

    assert ids_of(client, f"related_to={id}") == sorted(others)
    of_grids = [other for other in sorted(others) if rows.kind_of[other] is Kind.GRID]
    assert ids_of(client, f"related_to={id}&kind=Grid") == of_grids
    assert ids_of(client, f"related_to={id}&kind=Grid&area_id=220202006000") == of_grids


def test_a_part_of_the_name_narrows_entities(client: TestClient, rows: MiniRows) -> None:
    named = sorted(id for id in rows.by_id if "第一网格" in str(rows.described(id)["name"]))

    assert ids_of(client, "q=第一网格") == named
    assert ids_of(client, "q=第一网格&area_id=220202006001&kind=Grid") == ["220202006001001"]


@pytest.mark.parametrize("query", ["related_to=X1", "area_id=X1", "area_id=U0014", "kind=Post&related_to=X1"])
def test_an_unknown_area_or_entity_is_not_found(client: TestClient, query: str) -> None:
    assert client.get(f"/v1/entities?{query}").status_code == 404


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("where=role:head", "say which kind"),
        ("kind=Post&where=role", "KEY:VALUE"),
        ("kind=Post&where=rank:head", "Post has no such property; it has role."),
        ("kind=Person&where=full_name:王", "it has none that is shown"),
        ("kind=Post&where=role:boss", "secretary, deputy_secretary"),
        ("kind=Post&where=role<secretary", "colon alone"),
        ("kind=GridBranch&where=members:many", "whole number"),
        ("kind=GridBranch&where=members:-1", "whole number"),
        ("kind=GridBranch&where=members:9999999999999999999", "whole number"),
        ("kind=GridBranch&where=next_election<2027-13-01", "2027-01-01"),
        ("kind=GridBranch&where=next_election<20270101", "2027-01-01"),
        ("kind=Unit&where=ought_branch:yes", "true or false"),
        ("kind=Unit&where=line:", "not empty"),
    ],
)
def test_a_condition_that_cannot_be_asked_is_refused_with_what_could(client: TestClient, query: str, said: str) -> None:
    response = client.get(f"/v1/entities?{query}")

    assert response.status_code == 422
    assert [fault["name"] for fault in response.json()["errors"]] == ["where"]
    assert said in response.json()["detail"]


@pytest.mark.parametrize("id", [COMMUNITY_ORG, COMMUNITY, ALLIANCE, "L02", "U0014", "220202006001001"])
def test_neighbours_are_all_that_an_entity_touches(client: TestClient, rows: MiniRows, id: str) -> None:
    answer = client.get(f"/v1/entities/{id}/neighbours").json()
    links = {link for link in rows.links() if id in link[:2]}

    assert links_of(answer) == links
    assert answer["complete"]
    nodes = {node["id"]: node for node in answer["nodes"]}
    assert len(nodes) == len(answer["nodes"])
    assert nodes == {one: rows.described(one) for one in {id} | {end for link in links for end in link[:2]}}


@pytest.mark.parametrize("query", ["types=UNDER,COVERS", "types=UNDER&types=COVERS", "types=COVERS,UNDER&types=UNDER"])
def test_neighbours_are_limited_to_types(client: TestClient, rows: MiniRows, query: str) -> None:
    answer = client.get(f"/v1/entities/{COMMUNITY_ORG}/neighbours?{query}").json()

    assert links_of(answer) == {
        link for link in rows.links() if COMMUNITY_ORG in link[:2] and link[2] in {"UNDER", "COVERS"}
    }


def test_a_cut_neighbourhood_says_so(client: TestClient, rows: MiniRows) -> None:
    degree = sum(COMMUNITY in link[:2] for link in rows.links())
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
        agrees = {"equal": operator.eq, "at_least": operator.ge}[figure["comparison"] or "equal"]
        assert line["agrees"] == (None if line["counted"] is None else agrees(line["counted"], line["published"]))
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


def test_what_was_closed_is_neither_listed_nor_counted(changed: TestClient, graph: Graph, rows: MiniRows) -> None:
    people = sorted(id for id, kind in rows.kind_of.items() if kind is Kind.PERSON)
    with graph.driver.session(database=graph.address.database) as session:
        close = "MATCH (one:Person {id: $id}) REMOVE one:Person SET one:Closed, one.valid_to = date()"
        session.run(close, {"id": people[1]}).consume()

    answer = changed.get("/v1/entities?kind=Person&page_size=2").json()
    assert ([item["id"] for item in answer["items"]], answer["total"]) == ([people[0], people[2]], len(people) - 1)
    assert changed.get("/v1/entities?page_size=1").json()["total"] == len(rows.kind_of) - 1
