"""Who answers for a place, held to the rows of `mini`."""

from itertools import pairwise

import pytest
from city_rows import CityRows
from fastapi.testclient import TestClient
from mini_rows import Answer
from place_oracle import answering

from graph.vocabulary import AREA_KINDS, Kind
from tests.suite import Graph

STREET, GRID, BUILDING = "220202006000", "220202006001001", "22020200600100100001"
LEADING = ("secretary", "group_leader", "household_member")


def asked(client: TestClient, id: str) -> list[Answer]:
    answer = client.get(f"/v1/areas/{id}/responsible?page_size=1000").json()
    assert answer["next_page_token"] is None
    assert answer["total"] == len(answer["items"])
    return answer["items"]


def test_who_answers_for_every_area_is_what_the_rows_say(client: TestClient, city: CityRows) -> None:
    for area in city.of_kind(*AREA_KINDS):
        found = [(item["area"]["id"], item["role"], item["id"]) for item in asked(client, area) if not item["vacant"]]
        expected = [(level, *one) for level in city.levels(area) for one in answering(city, level)]

        assert sorted(found) == sorted(expected), area


def test_levels_are_told_from_the_place_up(client: TestClient, city: CityRows) -> None:
    for area in [BUILDING, GRID, STREET]:
        levels = [item["area"]["id"] for item in asked(client, area)]

        assert list(dict.fromkeys(levels)) == [level for level in city.levels(area) if level in levels]
        assert levels == sorted(levels, key=city.levels(area).index)


def steps(path: Answer) -> set[frozenset[str]]:
    ids = [node["id"] for node in path["nodes"]]
    return {frozenset(pair) for pair in pairwise(ids)}


def test_every_path_leads_from_the_place_by_what_the_rows_state(client: TestClient, city: CityRows) -> None:
    for area in city.of_kind(Kind.BUILDING, Kind.GRID)[::5]:
        for item in asked(client, area):
            stand_in = item["stands_in"]
            for path, end in [(item["path"], item["id"] or item["area"]["id"])] + (
                [(stand_in["path"], stand_in["id"])] if stand_in else []
            ):
                assert (path["nodes"][0]["id"], path["nodes"][-1]["id"]) == (area, end)
                assert all(node == city.found(node["id"]) for node in path["nodes"])
                assert {(link["source"], link["type"], link["target"]) for link in path["links"]} <= city.links
                assert {frozenset((link["source"], link["target"])) for link in path["links"]} == steps(path)


def test_people_are_shown_masked_and_by_their_post(client: TestClient, city: CityRows) -> None:
    items = {item["id"]: item for item in asked(client, BUILDING) if item["role"] == "secretary"}
    assert items
    for id, item in items.items():
        assert item["name"] == city.name(id) != city.by_id[id]["name"]
        assert item["title"] in {city.name(post) for post in city.to(id, "HOLDS")}
        assert city.by_id[id]["name"] not in client.get(f"/v1/areas/{BUILDING}/responsible").text


def vacancies(client: TestClient, area: str) -> dict[tuple[str, str], tuple[str | None, str | None, str | None]]:
    """Return what is vacant for an area itself: by role and title, the post's id, who stands in, and why."""
    return {
        (item["role"], item["title"]): (
            item["id"],
            (item["stands_in"] or {}).get("id"),
            (item["stands_in"] or {}).get("reason"),
        )
        for item in asked(client, area)
        if item["vacant"] and item["area"]["id"] == area
    }


def test_where_a_grid_has_no_branch_its_groups_branch_stands_in_or_the_community(
    client: TestClient, city: CityRows
) -> None:
    reasons = set[str]()
    for grid in city.of_kind(Kind.GRID):
        groups = city.at(grid, "COVERS", kind=Kind.GRID_GROUP)
        branches = [city.to(group, "UNDER")[0] for group in groups]
        community = city.at(city.to(grid, "WITHIN")[0], "COVERS")
        expected = (None, branches[0], "groups_branch") if groups else (None, community[0], "superior_organisation")
        found = vacancies(client, grid).get(("branch", "网格党支部"))

        assert found == (None if city.at(grid, "COVERS", kind=Kind.GRID_BRANCH) else expected)
        reasons |= {found[2]} if found and found[2] else set()
    assert reasons == {"groups_branch", "superior_organisation"}


def test_a_building_without_a_household_or_a_group_is_the_nearest_organisations(
    client: TestClient, city: CityRows
) -> None:
    for building in city.of_kind(Kind.BUILDING):
        above = [org for level in city.levels(building) for org in city.at(level, "COVERS")]
        nearest = next(org for org in above if city.kind[org] is not Kind.MEMBER_HOUSEHOLD)
        here = [level for level in city.levels(building) if city.kind[level] in {Kind.BUILDING, Kind.COMPOUND}]
        has_group = any(city.at(level, "COVERS", kind=Kind.BUILDING_GROUP) for level in here)
        has_household = bool(city.at(building, "COVERS", kind=Kind.MEMBER_HOUSEHOLD))
        found = vacancies(client, building)

        expected = (None, nearest, "superior_organisation")
        assert found.get(("household", "单元党员中心户")) == (None if has_household else expected)
        assert found.get(("group", "楼（院）党小组")) == (None if has_group else expected)


def test_a_vacant_post_is_told_with_who_stands_in(client: TestClient, city: CityRows) -> None:
    vacant = [
        (post, org)
        for org in city.of_kind(Kind.BUILDING_GROUP, Kind.MEMBER_HOUSEHOLD, Kind.GRID_BRANCH, Kind.GRID_GROUP)
        for post in city.posts(org, *LEADING)
        if city.holder(post) is None
    ]
    assert vacant
    for post, org in vacant:
        deputies = [holder for one in city.posts(org, "deputy_secretary") if (holder := city.holder(one))]
        found = vacancies(client, city.to(org, "COVERS")[0])[city.by_id[post]["role"], city.name(post)]

        assert found == (
            (post, deputies[0], "deputy_secretary")
            if deputies and city.by_id[post]["role"] == "secretary"
            else (post, leader_above(city, org), "superior_leader")
        )


def test_the_officer_of_a_bureau_answers_where_the_one_he_is_paired_with_does(
    client: TestClient, city: CityRows
) -> None:
    paired = {id: city.to(id, "PAIRED_WITH")[0] for id in city.of_kind(Kind.OFFICER) if city.to(id, "PAIRED_WITH")}
    assert paired
    for bureau, officer in paired.items():
        (community,) = city.to(officer, "POSTED_TO")
        (found,) = [item for item in asked(client, community) if item["id"] == bureau]

        assert (found["role"], found["area"]["id"], found["vacant"]) == ("bureau_police", community, False)
        assert [node["id"] for node in found["path"]["nodes"]] == [community, officer, bureau]


def leader_above(city: CityRows, org: str) -> str:
    (superior,) = city.to(org, "UNDER")
    holders = [holder for post in city.posts(superior, *LEADING[:2]) if (holder := city.holder(post))]
    return holders[0] if holders else leader_above(city, superior)


def test_a_page_goes_on_where_the_one_before_ended(client: TestClient) -> None:
    path, items, token = f"/v1/areas/{BUILDING}/responsible?page_size=7", list[Answer](), ""
    while token is not None:
        answer = client.get(path + (f"&page_token={token}" if token else "")).json()
        items += answer["items"]
        token = answer["next_page_token"]

    assert items == asked(client, BUILDING)


@pytest.mark.parametrize("route", ["responsible", "profile", "powers", "duties", "services", "services/SI01/nearest"])
def test_what_is_no_area_is_not_found(client: TestClient, route: str) -> None:
    for id in ["nothing", "D220202006001", "A060"]:
        response = client.get(f"/v1/areas/{id}/{route}")

        assert (response.status_code, response.json()["detail"]) == (404, f"No area has the id {id!r}.")


def run(graph: Graph, statement: str, **parameters: str) -> None:
    with graph.driver.session(database=graph.address.database) as session:
        session.run(statement, parameters).consume()  # pyright: ignore[reportArgumentType]


def test_a_deputy_stands_in_before_a_superior_and_then_whoever_is_above_that(
    changed: TestClient, graph: Graph, city: CityRows
) -> None:
    community = city.of_kind(Kind.NEIGHBOURHOOD)[0]
    org = city.at(community, "COVERS")[0]
    (post,), (deputy_post,) = city.posts(org, "secretary"), city.posts(org, "deputy_secretary")
    deputy, name = city.holder(deputy_post), ("secretary", city.name(post))
    assert deputy is not None
    vacate = "MATCH (post:Post {id: $id})<-[held:HOLDS]-() DELETE held"

    run(graph, vacate, id=post)
    assert vacancies(changed, community)[name] == (post, deputy, "deputy_secretary")
    run(graph, vacate, id=deputy_post)
    above = leader_above(city, org)
    assert vacancies(changed, community)[name] == (post, above, "superior_leader")
    street = city.to(org, "UNDER")[0]
    run(graph, vacate, id=city.posts(street, "secretary")[0])
    assert vacancies(changed, community)[name] == (post, leader_above(city, street), "superior_leader")


def test_a_place_without_an_organisation_is_its_cadres_and_without_workers_its_branchs(
    changed: TestClient, graph: Graph, city: CityRows
) -> None:
    grid = next(id for id in city.of_kind(Kind.GRID) if city.at(id, "COVERS", kind=Kind.GRID_BRANCH))
    community, street, *_ = city.levels(grid)[1:]
    cut = "MATCH (:Area {id: $id})<-[link]-(one) WHERE type(link) = $type AND $kind IN labels(one) DELETE link"

    run(graph, cut, id=community, type="COVERS", kind="PartyOrg")
    (cadre,) = city.at(community, "CONTACTS")
    assert vacancies(changed, community)["organisation", "党组织"] == (None, cadre, "contact_cadre")
    run(graph, cut, id=community, type="CONTACTS", kind="Cadre")
    (town_cadre,) = city.at(street, "CONTACTS")
    assert vacancies(changed, community)["organisation", "党组织"] == (None, town_cadre, "contact_cadre")
    assert vacancies(changed, community)["cadre", "联点包抓干部"] == (None, town_cadre, "superior_cadre")
    run(graph, cut, id=grid, type="SERVES", kind="GridWorker")
    (branch,) = city.at(grid, "COVERS")
    assert vacancies(changed, grid)["grid_worker", "网格员"] == (None, branch, "superior_organisation")
    run(graph, cut, id=community, type="POSTED_TO", kind="Officer")
    (station,) = city.at(street, "SERVES", kind=Kind.POLICE_STATION)
    assert vacancies(changed, community)["community_police", "社区民警"] == (None, station, "police_station")


def test_an_organisation_without_a_leading_post_is_as_vacant_as_one_whose_post_nobody_holds(
    changed: TestClient, graph: Graph, city: CityRows
) -> None:
    # From the bottom up: who stands in is not yet gone.
    for kind, leading, word in [
        (Kind.MEMBER_HOUSEHOLD, "household_member", "户长"),
        (Kind.BUILDING_GROUP, "group_leader", "组长"),
        (Kind.GRID_BRANCH, "secretary", "书记"),
        (Kind.COMMUNITY_ORG, "secretary", "书记"),
    ]:
        org = next(id for id in city.of_kind(kind) if all(map(city.holder, city.posts(id, leading))))
        (area,) = city.to(org, "COVERS")
        (post,) = city.posts(org, leading)
        deputies = [holder for one in city.posts(org, "deputy_secretary") if (holder := city.holder(one))]
        reason = "deputy_secretary" if deputies else "superior_leader"
        stands_in = deputies[0] if deputies else leader_above(city, org)
        assert not is_vacant(changed, area, org)

        run(graph, "MATCH (post:Post {id: $id})<-[held:HOLDS]-() DELETE held", id=post)
        assert vacancies(changed, area)[leading, city.name(post)] == (post, stands_in, reason)
        assert is_vacant(changed, area, org)
        run(graph, "MATCH (post:Post {id: $id}) DETACH DELETE post", id=post)
        assert vacancies(changed, area)[leading, f"{city.name(org)}{word}"] == (None, stands_in, reason)
        assert is_vacant(changed, area, org)


def is_vacant(client: TestClient, area: str, org: str) -> bool:
    chain = client.get(f"/v1/areas/{area}/profile").json()["chain"]
    return next(one["vacant"] for one in chain if one["id"] == org)


def test_what_a_graph_has_nowhere_is_due_nowhere(changed: TestClient, graph: Graph, city: CityRows) -> None:
    cut = "MATCH (one:Entity) WHERE $kind IN labels(one) DETACH DELETE one"
    kinds = [Kind.POST, Kind.CADRE, Kind.MEMBER_HOUSEHOLD, Kind.GRID_WORKER, Kind.OFFICER, Kind.POLICE_STATION]
    for kind in kinds:
        run(graph, cut, kind=kind)
    building = city.to(city.of_kind(Kind.BUILDING_GROUP)[0], "COVERS")[0]

    assert [item["role"] for item in asked(changed, building) if item["vacant"]] == []
    for area in city.levels(building):
        assert not any(org["vacant"] for org in changed.get(f"/v1/areas/{area}/profile").json()["chain"])


def test_a_county_without_a_committee_is_the_citys(changed: TestClient, graph: Graph, city: CityRows) -> None:
    (county,), (root,) = city.of_kind(Kind.COUNTY), city.of_kind(Kind.CITY)
    cut = "MATCH (:Area {id: $id})<-[:COVERS]-()-[link:PART_OF|LEADS]-(one) WHERE $kind IN labels(one) DELETE link"
    (org,) = city.at(root, "COVERS")
    for kind, role, title in [
        (Kind.COMMITTEE, "committee", "城乡基层治理工作委员会"),
        (Kind.LEADING_GROUP, "leading_group", "领导小组"),
    ]:
        run(graph, cut, id=county, kind=kind)
        above = {*city.at(org, "PART_OF", kind=kind), *city.to(org, "LEADS")}
        (of_the_city,) = (id for id in above if city.kind[id] is kind)
        assert vacancies(changed, county)[role, title] == (None, of_the_city, "superior_body")
        run(graph, cut, id=root, kind=kind)
        assert vacancies(changed, county)[role, title] == (None, None, None)


def test_for_a_closed_area_nobody_answers_and_nothing_is_in_it(changed: TestClient, graph: Graph) -> None:
    run(
        graph,
        "MATCH (a:Building {id: $id})-[link]-() DELETE link REMOVE a:Area:Building SET a:Closed, a.valid_to = date()",
        id=BUILDING,
    )

    assert asked(changed, BUILDING) == []
    profile = changed.get(f"/v1/areas/{BUILDING}/profile").json()
    assert profile["area"]["id"] == BUILDING
    assert (profile["chain"], profile["organisations"], profile["posts"]) == ([], {}, [])
    assert changed.get(f"/v1/areas/{BUILDING}/services").json()["items"] == []
    assert changed.get(f"/v1/areas/{BUILDING}/services/SI01/nearest").json()["place"] is None
