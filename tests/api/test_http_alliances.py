"""Alliances and units from either side, held to the rows of `mini`."""

import pytest
from fastapi.testclient import TestClient
from mini_rows import MiniRows, Record

CITY, STREET, COMMUNITY = "220200000000", "220202006000", "220202006001"


def member(rows: MiniRows, unit_id: str, alliance_id: str) -> Record:
    """The one membership of a unit in an alliance, as the alliance lists it."""
    found = [one for one in rows.memberships if (one["unit_id"], one["alliance_id"]) == (unit_id, alliance_id)]
    assert len(found) == 1
    return {
        "unit": rows.unit(unit_id),
        "alliance_id": alliance_id,
        "role": found[0]["role"],
        "valid_from": found[0]["valid_from"] or rows.table["first_day"].isoformat(),
    }


def alliances_in(rows: MiniRows, area_id: str) -> list[str]:
    """The alliances led by an organisation that covers that area or a part of it."""
    return sorted(
        row["id"]
        for row in rows.alliances
        if row["kind"] == "Alliance" and rows.within(rows.by_id[row["lead_id"]]["area_id"], area_id)
    )


def test_alliances_are_listed_with_their_records(client: TestClient, rows: MiniRows) -> None:
    alliances = sorted(row["id"] for row in rows.alliances if row["kind"] == "Alliance")

    assert client.get("/v1/alliances?page_size=1000").json()["items"] == [rows.alliance(id) for id in alliances]


@pytest.mark.parametrize("level", ["street", "community"])
def test_alliances_are_listed_by_level(client: TestClient, rows: MiniRows, level: str) -> None:
    answer = client.get(f"/v1/alliances?level={level}").json()

    assert [item["id"] for item in answer["items"]] == sorted(
        row["id"] for row in rows.alliances if row["level"] == level
    )


def test_alliances_are_listed_by_area_and_name(client: TestClient, rows: MiniRows) -> None:
    in_community = client.get(f"/v1/alliances?area_id={COMMUNITY}").json()["items"]
    named = client.get("/v1/alliances?q=楼宇").json()["items"]

    assert [item["id"] for item in in_community] == alliances_in(rows, COMMUNITY)
    assert [item["id"] for item in named] == sorted(row["id"] for row in rows.alliances if "楼宇" in row["name"])


def test_alliances_and_leading_groups_answer_by_id(client: TestClient, rows: MiniRows) -> None:
    for row in rows.alliances:
        assert client.get(f"/v1/alliances/{row['id']}").json() == rows.alliance(row["id"])


@pytest.mark.parametrize("query", ["", "?scope=direct"])
def test_direct_members_are_the_alliances_own(client: TestClient, rows: MiniRows, query: str) -> None:
    for alliance in rows.alliances:
        answer = client.get(f"/v1/alliances/{alliance['id']}/members{query}").json()
        units = sorted(one["unit_id"] for one in rows.memberships if one["alliance_id"] == alliance["id"])

        assert answer["items"] == [member(rows, unit_id, alliance["id"]) for unit_id in units]


def test_transitive_members_add_those_of_the_alliances_it_guides(client: TestClient, rows: MiniRows) -> None:
    for alliance in rows.alliances:
        answer = client.get(f"/v1/alliances/{alliance['id']}/members?scope=transitive").json()
        guided = rows.guided(alliance["id"])
        pairs = sorted((one["unit_id"], one["alliance_id"]) for one in rows.memberships if one["alliance_id"] in guided)

        assert answer["items"] == [member(rows, *pair) for pair in pairs]
        assert answer["total"] == len(pairs)


def test_every_unit_has_its_record_and_its_alliances(client: TestClient, rows: MiniRows) -> None:
    listed = client.get("/v1/units?page_size=1000").json()["items"]

    assert listed == [rows.unit(id) for id in sorted(row["id"] for row in rows.units)]
    for unit in rows.units:
        assert client.get(f"/v1/units/{unit['id']}").json() == rows.unit(unit["id"])
        answer = client.get(f"/v1/units/{unit['id']}/alliances").json()
        belongs = sorted(one["alliance_id"] for one in rows.memberships if one["unit_id"] == unit["id"])
        of_unit = [member(rows, unit["id"], alliance_id) for alliance_id in belongs]

        assert answer["items"] == [
            seat(rows, alliance_id, one) for alliance_id, one in zip(belongs, of_unit, strict=True)
        ]


def seat(rows: MiniRows, alliance_id: str, membership: Record) -> Record:
    via = {"via_id": membership["alliance_id"], "role": membership["role"], "valid_from": membership["valid_from"]}
    return {"alliance": rows.alliance(alliance_id), **via}


def test_a_unit_belongs_transitively_to_what_guides_its_alliances(client: TestClient, rows: MiniRows) -> None:
    guides = {one["id"]: rows.guided(one["id"]) for one in rows.alliances}
    for unit in rows.units:
        sits = [one["alliance_id"] for one in rows.memberships if one["unit_id"] == unit["id"]]
        pairs = sorted((above, via) for above, guided in guides.items() for via in sits if via in guided)
        found = client.get(f"/v1/units/{unit['id']}/alliances?scope=transitive").json()
        first = client.get(f"/v1/units/{unit['id']}/alliances?scope=transitive&page_size=1").json()

        assert found["items"] == [seat(rows, above, member(rows, unit["id"], via)) for above, via in pairs]
        assert found["total"] == first["total"] == len(pairs)
        if len(pairs) > 1:
            token = first["next_page_token"]
            rest = client.get(f"/v1/units/{unit['id']}/alliances?scope=transitive&page_token={token}").json()
            assert first["items"] + rest["items"] == found["items"]


def test_units_and_alliances_agree_on_who_belongs(client: TestClient, rows: MiniRows) -> None:
    for scope in ("direct", "transitive"):
        of_units = {
            (unit["id"], one["alliance"]["id"], one["via_id"])
            for unit in rows.units
            for one in client.get(f"/v1/units/{unit['id']}/alliances?scope={scope}").json()["items"]
        }
        of_alliances = {
            (one["unit"]["id"], alliance["id"], one["alliance_id"])
            for alliance in rows.alliances
            for one in client.get(f"/v1/alliances/{alliance['id']}/members?scope={scope}&page_size=1000").json()[
                "items"
            ]
        }
        assert of_units == of_alliances


def test_units_are_filtered(client: TestClient, rows: MiniRows) -> None:
    members = {one["unit_id"] for one in rows.memberships}
    seated = {one["unit_id"] for one in rows.memberships if one["alliance_id"] in alliances_in(rows, COMMUNITY)}
    there = {row["id"] for row in rows.units if row["area_id"].startswith(COMMUNITY)}
    in_community = seated | there
    expected = {
        "category=department": [row["id"] for row in rows.units if row["category"] == "department"],
        "line=公安": [row["id"] for row in rows.units if row["line"] == "公安"],
        "member=true": [row["id"] for row in rows.units if row["id"] in members],
        "member=false": [row["id"] for row in rows.units if row["id"] not in members],
        f"area_id={COMMUNITY}": list(in_community),
        f"member=false&area_id={COMMUNITY}": list(there - members),
        "q=公司": [row["id"] for row in rows.units if "公司" in row["name"]],
        f"category=enterprise&member=true&area_id={COMMUNITY}": [
            row["id"] for row in rows.units if row["category"] == "enterprise" and row["id"] in in_community
        ],
    }

    for query, units in expected.items():
        answer = client.get(f"/v1/units?page_size=1000&{query}").json()
        assert [item["id"] for item in answer["items"]] == sorted(units), query
        assert answer["total"] == len(units)
