"""What the graph says of its own words, held to the vocabulary and to the rows of `mini`."""

from collections import Counter

from fastapi.testclient import TestClient
from mini_rows import MiniRows

from graph.vocabulary import KINDS, MODEL, RELATIONSHIPS, Kind, Relationship

# What the data set calls otherwise than the model.
_OWN = {Kind.BUILDING: "楼"}


def test_every_kind_is_told_with_how_many_there_are(client: TestClient, rows: MiniRows) -> None:
    kinds = client.get("/v1/vocabulary").json()["kinds"]
    counted = Counter(rows.kind_of.values())

    assert [(one["kind"], one["title"], one["file"], one["total"]) for one in kinds] == [
        (kind, _OWN.get(kind, KINDS[kind].chinese), MODEL[kind].file, counted[kind]) for kind in Kind
    ]


def test_a_kind_has_the_properties_that_are_shown(client: TestClient) -> None:
    for one in client.get("/v1/vocabulary").json()["kinds"]:
        shown = [(own.key, own.chinese, own.type.value, own.is_required) for own in MODEL[Kind(one["kind"])].shown]
        assert [(own["key"], own["title"], own["type"], own["required"]) for own in one["properties"]] == shown


def test_a_property_lists_the_words_it_may_be(client: TestClient) -> None:
    kinds = {one["kind"]: one for one in client.get("/v1/vocabulary").json()["kinds"]}
    (role,) = kinds["Post"]["properties"]

    assert role["words"][0] == {"word": "secretary", "title": "书记"}
    assert {own["key"]: own["words"] for own in kinds["GridBranch"]["properties"]}["members"] is None


def test_a_kind_has_the_relationships_its_rows_state(client: TestClient) -> None:
    kinds = {one["kind"]: one for one in client.get("/v1/vocabulary").json()["kinds"]}

    assert kinds["Cadre"]["relationships"] == [
        {
            "type": "CONTACTS",
            "title": "联点包抓",
            "column": "area_ids",
            "targets": ["City", "County", "Town", "Neighbourhood", "Grid"],
            "several": True,
            "required": True,
            "incoming": False,
        },
        {
            "type": "HOLDS",
            "title": "任职",
            "column": "post_ids",
            "targets": ["Post"],
            "several": True,
            "required": False,
            "incoming": False,
        },
    ]
    assert kinds["Alliance"]["relationships"][0]["incoming"]


def test_every_relationship_is_told_with_how_many_there_are(client: TestClient, rows: MiniRows) -> None:
    told = client.get("/v1/vocabulary").json()["relationships"]
    counted = Counter(type for _, _, type in rows.links())

    assert [(one["type"], one["closed_type"], one["title"], one["total"]) for one in told] == [
        (type, f"WAS_{type}", RELATIONSHIPS[type], counted[type]) for type in Relationship
    ]
    assert all(one["meaning"] for one in told)


def test_every_relationship_tells_which_kinds_it_joins(client: TestClient, rows: MiniRows) -> None:
    told = {one["type"]: one["joins"] for one in client.get("/v1/vocabulary").json()["relationships"]}
    kind = rows.kind_of

    assert told["MEMBER_OF"] == [{"source": "Unit", "target": "Alliance"}]
    assert {"source": "CommunityOrg", "target": "Alliance"} in told["LEADS"]
    for source, target, type in rows.links():
        assert {"source": kind[source], "target": kind[target]} in told[type]
