"""Every route that is asked, over a real socket, in cities whose chains are not that of the first: held to their rows."""

from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import httpx2
import pytest
from city_rows import CityRows
from mini_rows import Answer, MiniRows, Record
from place_oracle import answering, nearest, offered
from profile_oracle import Expected
from served import served

from api.app import create_app
from graph.loading import load
from graph.progress import unreported
from graph.vocabulary import AREA_KINDS, KINDS, PARTY_ORG_KINDS, Kind
from seed_data.opening import open_data_set
from tests.cities import CITIES, DAY, City
from tests.suite import Graph

OF_ITSELF = {"area", "chain"}


@dataclass
class Asked:
    """A city that is served, and its rows in two readings."""

    stated: City
    rows: MiniRows
    city: CityRows
    client: httpx2.Client

    def get(self, path: str, **query: str | int) -> Answer:
        """Return what a route answers, which is found and whole."""
        response = self.client.get(path, params=query)
        assert response.status_code == 200, response.text
        answer = response.json()
        assert answer.get("next_page_token") is None
        assert "items" not in answer or answer.get("total", len(answer["items"])) == len(answer["items"])
        return answer

    def ids(self, path: str, **query: str | int) -> list[str]:
        return [item["id"] for item in self.get(path, page_size=1000, **query)["items"]]


@pytest.fixture(params=CITIES, scope="module")
def asked(graph: Graph, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Asked]:
    """Asks about a city of another chain, all of one load."""
    city = CITIES[request.param]
    folder = city.write(tmp_path_factory.mktemp("other") / city.name)
    graph.wipe()
    contents = open_data_set(str(folder), today=DAY)
    load(graph.engine, contents, actor="tests", today=DAY, overwrite=False, report=unreported)
    graph.holds = f"other {city.name}"
    with served(create_app(graph.engine)) as host, httpx2.Client(base_url=f"http://{host}", timeout=60) as client:
        yield Asked(city, MiniRows(folder), CityRows(folder), client)


def nested(rows: MiniRows, record: Record, id: str) -> Record:
    below = [nested(rows, described(rows, child), child) for child in rows.children[id]]
    return record | {"children": below, "truncated": False}


def described(rows: MiniRows, id: str) -> Record:
    return rows.org(id) if rows.kind_of[id] in PARTY_ORG_KINDS else rows.area(id)


def test_both_trees_are_walked_as_the_rows_state_them(asked: Asked) -> None:
    rows = asked.rows
    for route, family in (("orgs", rows.orgs), ("areas", rows.areas)):
        listed = sorted(row["id"] for row in family)
        assert asked.get(f"/v1/{route}", page_size=1000)["items"] == [described(rows, id) for id in listed]
        for id in listed:
            kinds = [rows.kind_of[below] for below in rows.below(id)]
            tiers = Counter(str(tier) for kind in kinds if (tier := rows.kinds[kind].get("tier")))
            assert asked.get(f"/v1/{route}/{id}") == described(rows, id)
            assert asked.ids(f"/v1/{route}/{id}/children") == sorted(rows.children[id])
            assert asked.ids(f"/v1/{route}/{id}/ancestors") == rows.above(id)
            assert asked.ids(f"/v1/{route}/{id}/descendants") == rows.below(id)
            assert asked.get(f"/v1/{route}/{id}/tree") == nested(rows, described(rows, id), id)
            counted = asked.get(f"/v1/{route}/{id}/counts")
            assert (counted["total"], counted["by_kind"]) == (len(kinds), Counter(kinds))
            assert counted.get("by_tier", {}) == tiers


def test_organisations_and_areas_are_listed_by_every_filter(asked: Asked) -> None:
    rows = asked.rows
    for kind, table in rows.kinds.items():
        route = "orgs" if kind in PARTY_ORG_KINDS else "areas"
        of_kind = sorted(id for id, one in rows.kind_of.items() if one == kind)
        assert asked.ids(f"/v1/{route}", kind=kind) == of_kind
        if tier := table.get("tier"):
            at_tier = [row["id"] for row in rows.orgs if rows.kinds[row["kind"]].get("tier") == tier]
            assert asked.ids("/v1/orgs", tier=tier) == sorted(at_tier)
            assert asked.ids("/v1/orgs", tier=tier, kind=kind) == of_kind
    for category in {row["category"] for row in rows.areas if row["category"]}:
        bearing = sorted(row["id"] for row in rows.areas if row["category"] == category)
        assert asked.ids("/v1/areas", category=category) == bearing
    for area in asked.city.of_kind(*AREA_KINDS):
        parts = asked.city.parts(area)
        covering = {org for part in parts for org in asked.city.at(part, "COVERS")}
        assert asked.ids("/v1/areas", area_id=area) == sorted(parts)
        assert asked.ids("/v1/orgs", area_id=area) == sorted(covering)


def test_every_entity_has_its_record_and_what_it_touches(asked: Asked) -> None:
    rows = asked.rows
    for id in rows.by_id:
        assert asked.get(f"/v1/entities/{id}") == rows.described(id)
        around = asked.get(f"/v1/entities/{id}/neighbours", limit=1000)
        links = {(link["source"], link["target"], link["type"]) for link in around["links"]}
        assert links == {link for link in rows.links() if id in link[:2]}
        assert {node["id"] for node in around["nodes"]} == {id, *(end for link in links for end in link[:2])}


def test_the_entities_of_an_area_and_of_each_kind_are_what_belongs_there(asked: Asked) -> None:
    rows = asked.rows
    for area in asked.city.of_kind(*AREA_KINDS):
        belonging = rows.belonging(area)
        assert asked.ids("/v1/entities", area_id=area) == sorted(belonging)
        for kind in {rows.kind_of[id] for id in belonging} if not rows.parent[area] else ():
            of_kind = sorted(id for id in belonging if rows.kind_of[id] is kind)
            assert asked.ids("/v1/entities", area_id=area, kind=kind) == of_kind
    for kind in Kind:
        of_kind = sorted(id for id, one in rows.kind_of.items() if one is kind)
        assert asked.ids("/v1/entities", kind=kind) == of_kind


def test_who_answers_for_every_area_is_what_the_rows_say(asked: Asked) -> None:
    city = asked.city
    for area in city.of_kind(*AREA_KINDS):
        items = asked.get(f"/v1/areas/{area}/responsible", page_size=1000)["items"]
        found = [(item["area"]["id"], item["role"], item["id"]) for item in items if not item["vacant"]]
        assert sorted(found) == sorted((level, *one) for level in city.levels(area) for one in answering(city, level))
        for item in items:
            proof = {(link["source"], link["type"], link["target"]) for link in item["path"]["links"]}
            assert proof <= city.links
        # No organisation is missed that no row and no table knows of.
        missed = {item["kind"] for item in items if item["vacant"] and item["kind"] != Kind.POST}
        assert missed.intersection(PARTY_ORG_KINDS) <= {*asked.rows.kinds}


def test_a_profile_counts_what_the_rows_hold(asked: Asked) -> None:
    for area in asked.city.of_kind(*AREA_KINDS):
        found = asked.get(f"/v1/areas/{area}/profile")
        assert {key: found[key] for key in found.keys() - OF_ITSELF} == Expected(asked.city, area).profile(), area
        assert found["area"] == asked.rows.area(area)
        assert [org["id"] for org in found["chain"]] == asked.city.at(area, "COVERS")


def test_what_a_town_may_and_must_do_is_that_of_the_nearest_around(asked: Asked) -> None:
    city = asked.city
    for area in city.of_kind(*AREA_KINDS):
        towns = [level for level in city.levels(area) if city.kind[level] is Kind.TOWN][:1]
        held = [id for town in towns for id in city.at(town, "DELEGATED_TO", "GRANTED_TO")]
        borne = [id for town in towns for id in city.at(town, "BORNE_BY")]
        powers = asked.get(f"/v1/areas/{area}/powers", page_size=1000)["items"]
        duties = asked.get(f"/v1/areas/{area}/duties", page_size=1000)["items"]
        assert [item["power"]["id"] for item in powers] == held
        assert {item["held_by"]["id"] for item in powers} == ({*towns} if held else set())
        assert [item["duty"]["id"] for item in duties] == borne
        for item in duties:
            backing = [id for town in towns for id in city.backing(item["duty"]["id"], town)]
            assert [power["id"] for power in item["powers"]] == backing


def test_what_is_offered_and_where_the_nearest_offer_is(asked: Asked) -> None:
    city = asked.city
    for area in city.of_kind(*AREA_KINDS):
        items = asked.get(f"/v1/areas/{area}/services", page_size=1000)["items"]
        assert [(item["place"]["id"], item["item"]["id"]) for item in items] == offered(city, area)
        for item in city.of_kind(Kind.SERVICE_ITEM):
            found = asked.get(f"/v1/areas/{area}/services/{item}/nearest")
            told = None if found["place"] is None else (found["steps"], found["place"]["id"])
            assert told == nearest(city, area, item)


def test_alliances_of_every_level_are_listed_with_their_members(asked: Asked) -> None:
    rows, city = asked.rows, asked.city
    bonds = {(one["unit_id"], one["alliance_id"]) for one in rows.memberships}
    for row in rows.alliances:
        id = row["id"]
        assert asked.get(f"/v1/alliances/{id}") == rows.alliance(id)
        assert asked.ids(f"/v1/orgs/{row['lead_id']}/alliances") == city.to(row["lead_id"], "LEADS")
        for scope, alliances in (("direct", [id]), ("transitive", rows.guided(id))):
            members = asked.get(f"/v1/alliances/{id}/members", scope=scope, page_size=1000)["items"]
            expected = sorted(bond for bond in bonds if bond[1] in alliances)
            assert [(one["unit"]["id"], one["alliance_id"]) for one in members] == expected
    alliances = city.of_kind(Kind.ALLIANCE)
    for level in ("street", "community"):
        assert asked.ids("/v1/alliances", level=level) == [id for id in alliances if city.by_id[id]["level"] == level]
    for area in city.of_kind(*AREA_KINDS):
        led = {id for part in city.parts(area) for org in city.at(part, "COVERS") for id in city.to(org, "LEADS")}
        assert asked.ids("/v1/alliances", area_id=area) == [id for id in alliances if id in led]


def test_units_are_found_where_they_are_and_in_the_alliances_led_there(asked: Asked) -> None:
    rows, city = asked.rows, asked.city
    assert asked.ids("/v1/units") == city.of_kind(Kind.UNIT)
    for unit in city.of_kind(Kind.UNIT):
        assert asked.get(f"/v1/units/{unit}") == rows.unit(unit)
        sits = [one["alliance"]["id"] for one in asked.get(f"/v1/units/{unit}/alliances")["items"]]
        assert sits == city.to(unit, "MEMBER_OF")
    for area in city.of_kind(*AREA_KINDS):
        parts = city.parts(area)
        led = {id for part in parts for org in city.at(part, "COVERS") for id in city.to(org, "LEADS")}
        here = {id for part in parts for id in city.at(part, "LOCATED_IN", "MOVED_DOWN_TO", kind=Kind.UNIT)}
        seated = {id for alliance in led for id in city.at(alliance, "MEMBER_OF")}
        assert asked.ids("/v1/units", area_id=area) == sorted(here | seated)


def steps(links: set[tuple[str, str, str]], start: str) -> dict[str, int]:
    """Return how many relationships lead from an entity to every other, whichever way they point."""
    beside: dict[str, set[str]] = defaultdict(set)
    for source, target, _ in links:
        beside[source].add(target)
        beside[target].add(source)
    far, waiting = {start: 0}, deque([start])
    while waiting:
        here = waiting.popleft()
        for other in beside[here] - far.keys():
            far[other] = far[here] + 1
            waiting.append(other)
    return far


def test_a_path_is_as_short_as_the_rows_have_it(asked: Asked) -> None:
    links, orgs = asked.rows.links(), [row["id"] for row in asked.rows.orgs]
    far = steps(links, orgs[-1])
    for id in [*orgs, *(row["id"] for row in asked.rows.areas)]:
        found = asked.get("/v1/paths", **{"from": orgs[-1], "to": id})
        assert len(found["links"]) == far[id]
        assert {(link["source"], link["target"], link["type"]) for link in found["links"]} <= links


def test_every_area_and_organisation_is_found_by_its_name_id_and_address(asked: Asked) -> None:
    rows, city = asked.rows, asked.city
    for id in (*city.of_kind(*AREA_KINDS), *city.of_kind(*PARTY_ORG_KINDS)):
        kind, name = city.kind[id], city.name(id)
        assert id in {item["id"] for item in asked.get("/v1/search", q=id, limit=50)["items"]}
        items = {item["id"]: item for item in asked.get("/v1/search", q=name, limit=50, kind=kind)["items"]}
        assert items[id]["chain"] == [city.name(above) for above in rows.above(id)]
    for area in city.of_kind(*AREA_KINDS):
        names = [city.name(level) for level in reversed(city.levels(area))]
        # An address may leave its highest parts out, as long as it names what it is in.
        for address in {"".join(names[start:]) for start in range(len(names) - 1)} | {"".join(names)}:
            same = [id for id in city.of_kind(*AREA_KINDS) if is_at(city, id, address)]
            found = asked.get("/v1/search", q=address, limit=50)["items"]
            assert {item["id"] for item in found[: len(same)]} == {*same}, (address, found[:3])
            assert not found[0]["near"]


def is_at(city: CityRows, area: str, address: str) -> bool:
    names = [city.name(level) for level in reversed(city.levels(area))]
    return any("".join(names[start:]) == address for start in range(len(names)))


def test_the_reckoning_counts_what_the_rows_hold(asked: Asked) -> None:
    city = asked.city
    lines = {line["key"]: line for line in asked.get("/v1/reconcile", page_size=1000)["items"]}
    assert all(line["counted"] is not None for line in lines.values())

    def covered(kind: Kind, *areas: Kind) -> set[str]:
        return {area for org in city.of_kind(kind) for area in city.to(org, "COVERS") if city.kind[area] in areas}

    def counted(kind: Kind) -> int:
        return len(city.of_kind(kind))

    expected = {
        "grids": counted(Kind.GRID),
        "alliances": counted(Kind.ALLIANCE),
        "alliance_units": len({one["unit_id"] for one in city.memberships}),
        "grid_branches": len(covered(Kind.GRID_BRANCH, Kind.GRID)),
        "grid_groups": len(covered(Kind.GRID_GROUP, Kind.GRID)),
        "grid_workers": counted(Kind.GRID_WORKER),
        "contact_leaders": counted(Kind.CADRE),
        "institutions_down": sum(bool(city.to(id, "MOVED_DOWN_TO")) for id in city.of_kind(Kind.UNIT)),
        "delegated_powers": counted(Kind.POWER),
        "police_rooms": counted(Kind.POLICE_ROOM),
        "service_centres": counted(Kind.SERVICE_CENTRE),
        "new_org_branches": counted(Kind.NEW_ORG_BRANCH),
        "dispatched_branches": counted(Kind.DISPATCHED_BRANCH),
        "linkage_levels": len(linked_levels(city)),
        "streets": sum(city.by_id[id]["category"] == "street" for id in city.of_kind(Kind.TOWN)),
    }
    assert {key: lines[key]["counted"] for key in expected} == expected


def linked_levels(city: CityRows) -> set[str]:
    found = city.of_kind(Kind.ALLIANCE)
    for id in found:
        found += city.to(id, "GUIDED_BY")
    return {city.by_id[id]["level"] for id in found}


def test_the_vocabulary_has_the_words_and_totals_of_the_city(asked: Asked) -> None:
    told = {one["kind"]: one for one in asked.get("/v1/vocabulary")["kinds"]}
    totals = Counter(asked.rows.kind_of.values())
    tables = {kind: table["title"] for kind, table in asked.rows.kinds.items()}
    for kind in Kind:
        assert (told[kind]["title"], told[kind]["total"]) == (tables.get(kind, KINDS[kind].chinese), totals[kind])
    words = {word["word"]: word["title"] for one in told["Town"]["properties"] for word in one["words"] or []}
    assert asked.stated.categories.items() <= words.items()


def test_it_is_ready(asked: Asked) -> None:
    assert asked.get("/healthz/ready")
    assert asked.get("/")


def unfilled(asked: Asked, area: str) -> Sequence[tuple[str, str, str]]:
    """Return which organisations nobody has set up for a place: area, kind and what they would answer as."""
    items = asked.get(f"/v1/areas/{area}/responsible", page_size=1000)["items"]
    vacant = [item for item in items if item["vacant"] and item["kind"] in PARTY_ORG_KINDS]
    return [(item["area"]["id"], item["kind"], item["role"]) for item in vacant]


VACANT = {
    "district": {
        "B1": [],
        "B2": [("B2", "BuildingGroup", "group")],
        "G2": [],
        "N2": [("N2", "CommunityOrg", "organisation"), ("T2", "StreetCommittee", "organisation")],
    },
    "nested": {"G1": [], "G5": [("G5", "GridBranch", "branch")], "K2": [], "N": []},
    "province": {
        "T2": [("T2", "StreetCommittee", "organisation"), ("Q2", "CountyCommittee", "organisation")],
        "T1": [],
    },
    "villages": {"V2": [("V2", "CommunityOrg", "organisation")], "VG": [], "B1": [], "B2": []},
    "corps": {
        "K1": [],
        "L2": [("L2", "CommunityOrg", "organisation")],
        "R2": [("R2", "StreetCommittee", "organisation")],
        "S9": [("S9", "CityCommittee", "organisation")],
    },
    "straight": {
        "G1": [],
        "G2": [("G2", "BuildingGroup", "group")],
        "K1": [("K1", "MemberHousehold", "household")][:0],
        "K2": [("K2", "GridBranch", "branch")],
        "B1": [],
        "B2": [
            ("B2", "MemberHousehold", "household"),
            ("T3", "CommunityOrg", "organisation"),
            ("T2", "CommunityOrg", "organisation"),
        ],
        "T2": [("T2", "CommunityOrg", "organisation")],
    },
    "districts": {"AG": [], "AH": [("AH", "GridGroup", "group")], "ZG": [], "Z1": [], "A1": []},
}


def test_a_vacancy_is_of_the_kind_that_the_city_has_for_such_a_place(asked: Asked) -> None:
    assert {area: unfilled(asked, area) for area in VACANT[asked.stated.name]} == VACANT[asked.stated.name]


def test_nobody_from_above_the_top_is_missed(asked: Asked) -> None:
    for row in asked.rows.areas:
        items = asked.get(f"/v1/areas/{row['id']}/responsible", page_size=1000)["items"]
        tops = {
            item["role"] for item in items if item["vacant"] and not asked.rows.by_id[item["area"]["id"]]["parent_id"]
        }
        assert "cadre" not in tops
