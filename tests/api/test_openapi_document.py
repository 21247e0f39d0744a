"""The OpenAPI document says all there is to say, and its examples are what `mini` answers now."""

import json
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi.testclient import TestClient
from mini_rows import MiniRows
from served import served

from api.app import create_app
from api.examples import main
from api.openapi import EXAMPLES, examples
from graph.engines import Engine

DOCUMENT: dict[str, Any] = create_app(FakeEngine(REVISION)).openapi()
OPERATIONS: dict[str, dict[str, Any]] = {
    f"{method} {path}": operation
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
}
REQUESTS = {example.shows: example.request for example in examples()}
each_operation = pytest.mark.parametrize("name", OPERATIONS)


def walked(node: Any) -> Iterator[Any]:
    yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        yield from walked(child)


@each_operation
def test_an_operation_is_described_and_shown(name: str) -> None:
    operation = OPERATIONS[name]

    assert operation["summary"]
    assert operation["description"].endswith(".")
    assert operation["tags"][0] in {tag["name"] for tag in DOCUMENT["tags"]}
    content = operation["responses"]["200"]["content"]["application/json"]
    assert content["schema"]
    assert content["examples"]["mini"]["summary"].startswith("GET /")


@each_operation
def test_every_parameter_is_described_and_takes_no_null(name: str) -> None:
    for parameter in OPERATIONS[name].get("parameters", []):
        assert parameter["description"]
        assert set(parameter["schema"]) & {"type", "$ref", "enum"}, parameter
        assert "null" not in json.dumps(parameter["schema"])


@each_operation
def test_every_answer_and_error_is_modelled(name: str) -> None:
    operation = OPERATIONS[name]
    responses = operation["responses"]
    names = {parameter["name"] for parameter in operation.get("parameters", [])}

    assert {"200", "422", "500"} <= set(responses)
    assert ("503" in responses) == (operation["operationId"] not in {"get_live", "get_entrance"})
    assert ("404" in responses) == bool(names & {"id", "area_id", "from", "to"})
    assert ("304" in responses) == ("/v1/" in name)
    for status in set(responses) - {"200"}:
        shared = DOCUMENT["components"]["responses"][responses[status]["$ref"].rsplit("/", 1)[1]]
        assert shared["description"]
        assert ("application/problem+json" in shared.get("content", {})) == (status != "304")
    if "/v1/" in name:
        assert set(responses["200"]["headers"]) == {"ETag", "X-Graph-Revision", "Cache-Control"}


def test_operation_ids_are_tidy_and_no_two_are_the_same() -> None:
    ids = [operation["operationId"] for operation in OPERATIONS.values()]

    assert len(set(ids)) == len(ids)
    assert all(id.replace("_", "").isalpha() and id.islower() for id in ids)


def test_every_reference_leads_somewhere() -> None:
    for node in walked(DOCUMENT):
        if isinstance(node, dict) and "$ref" in node:
            target = DOCUMENT
            for step in node["$ref"].removeprefix("#/").split("/"):
                target = target[step]


def test_answers_have_no_defaults() -> None:
    assert all("default" not in node for node in walked(DOCUMENT["components"]["schemas"]) if isinstance(node, dict))


def test_the_document_names_no_server_and_no_other_host() -> None:
    assert "servers" not in DOCUMENT
    assert "http://" not in json.dumps(DOCUMENT)
    assert "https://" not in json.dumps(DOCUMENT)


def test_every_operation_has_its_example() -> None:
    ids = {operation["operationId"] for operation in OPERATIONS.values()}

    assert ids | {"NotFound", "InvalidRequest"} == set(REQUESTS)


def test_the_package_names_nothing_of_a_city(rows: MiniRows) -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in EXAMPLES.parent.glob("*.py"))

    assert [id for id in rows.by_id if id in code] == []


def test_a_tree_says_that_it_may_be_too_large() -> None:
    for path in ["/v1/orgs/{id}/tree", "/v1/areas/{id}/tree"]:
        name = OPERATIONS[f"get {path}"]["responses"]["422"]["$ref"].rsplit("/", 1)[1]
        content = DOCUMENT["components"]["responses"][name]["content"]["application/problem+json"]

        assert {choice["$ref"].rsplit("/", 1)[1] for choice in content["schema"]["anyOf"]} == {
            "InvalidRequestProblem",
            "Problem",
        }
        shown = content["examples"]["too-large"]["value"]
        assert shown["type"] == "urn:wuji:problem:too-large"
        assert "max_depth" in shown["detail"]
        assert set(shown) == set(DOCUMENT["components"]["schemas"]["Problem"]["required"])


def test_every_example_is_what_mini_answers(mini: Engine, tmp_path: Path) -> None:
    with served(create_app(mini)) as host:
        main([host, "--to", str(tmp_path / "now.json")])

    now = json.loads((tmp_path / "now.json").read_text(encoding="utf-8"))
    kept = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    for example, answered in zip(kept, now, strict=True):
        assert example == answered, "run `python -m api.examples HOST` on a wuji that holds mini"


def test_every_answer_keeps_to_its_schema(client: TestClient) -> None:
    for operation in OPERATIONS.values():
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        keys = client.get(REQUESTS[operation["operationId"]]).json().keys()
        named = DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else None

        assert named is None or set(named["required"]) == set(named["properties"]) == set(keys)


def test_a_text_states_which_characters_it_may_hold() -> None:
    schemas = [one["schema"] for one in OPERATIONS["get /v1/units"]["parameters"] if one["name"] in {"q", "line"}]
    characters = [chr(code) for code in range(sys.maxunicode + 1) if not 0xD800 <= code <= 0xDFFF]

    assert [schema["maxLength"] for schema in schemas] == [200, 200]
    for schema in schemas:
        stated = re.compile(schema["pattern"])
        assert all(
            (stated.fullmatch(character) is None) == (unicodedata.category(character) == "Cc")
            for character in characters
        )


def test_a_parameters_example_is_the_shown_requests() -> None:
    by_name = {one["name"]: one for one in OPERATIONS["get /v1/orgs"]["parameters"]}

    assert by_name["kind"]["example"] == "CommunityOrg"
    assert "example" not in by_name["tier"]
