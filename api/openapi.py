"""The OpenAPI document, made complete: problems, 304, headers and real examples on every operation."""

import json
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

from pydantic import BaseModel

from api.conditional import REVISION_HEADER
from api.errors import INTERNAL, INVALID_REQUEST, NOT_FOUND, NOT_MODIFIED, TOO_LARGE, UNAVAILABLE
from api.problems import MEDIA_TYPE, InvalidRequestProblem, Problem, problem
from graph.answers import kinds_of_records
from graph.questions.trees import too_large

# The document is JSON for others to read; inside this module alone it is handled as what it is.
Json = dict[str, Any]

EXAMPLES = Path(__file__).parent / "examples.json"

# What names an entity: without it the answer is 404.
_IDS = frozenset({"id", "area_id", "item_id", "category_id", "from", "to", "related_to"})
# What answers whether Neo4j does or not.
_WITHOUT_NEO4J = frozenset({"get_live", "get_entrance"})
_GRAPH_HEADERS: Json = {
    REVISION_HEADER: {
        "description": "The revision of the graph the answer speaks for; every change of the graph makes a new one.",
        "schema": {"type": "integer"},
    },
    "ETag": {
        "description": "A strong tag of this address at this revision, to be sent back as If-None-Match.",
        "schema": {"type": "string"},
    },
    "Cache-Control": {
        "description": "private, no-cache: keep a copy, and ask each time whether it still stands.",
        "schema": {"type": "string"},
    },
}
_RETRY_HEADER: Json = {
    "Retry-After": {"description": "After how many seconds to try again.", "schema": {"type": "integer"}}
}


class Example(NamedTuple):
    """A real answer of ``mini``: the operation or error it shows, and what was asked."""

    shows: str
    request: str
    answer: Json


def examples() -> list[Example]:
    """Return the committed examples."""
    return [Example(**example) for example in json.loads(EXAMPLES.read_text(encoding="utf-8"))]


def completed(document: Json) -> Json:
    """Return FastAPI's own document with what it cannot know."""
    shown = {example.shows: example for example in examples()}
    components: Json = document["components"]
    components["headers"] = _GRAPH_HEADERS | _RETRY_HEADER
    components["responses"] = _shared_responses()
    for name, response in components["responses"].items():
        _show(response, shown.get(name))
    for unused in ("HTTPValidationError", "ValidationError"):
        components["schemas"].pop(unused, None)
    for model in (Problem, InvalidRequestProblem):
        components["schemas"].update(_schemas(model))
    _tell_records_apart(components["schemas"])
    for path, operations in document["paths"].items():
        for operation in operations.values():
            _complete(path, operation)
            example = shown.get(operation["operationId"])
            _show(operation["responses"]["200"], example)
            _prefill(path, operation, example)
    return document


def _tell_records_apart(schemas: Json) -> None:
    """Say of each record which kinds it is of: what reads any of them takes the first that fits."""
    for model, kinds in kinds_of_records().items():
        name = f"{model.__name__.removesuffix('Entity')}Kind"
        schemas[name] = {"type": "string", "enum": [kind.value for kind in kinds], "title": name}
        schemas[model.__name__]["properties"]["kind"] = {"$ref": f"#/components/schemas/{name}"}


def _complete(path: str, operation: Json) -> None:
    parameters: list[Json] = operation.get("parameters", [])
    for parameter in parameters:
        parameter["schema"] = _plain(parameter["schema"])
    responses: Json = operation["responses"]
    responses["200"]["description"] = operation["summary"]
    if any(parameter["in"] == "header" for parameter in parameters):
        responses["200"]["headers"] = {name: {"$ref": f"#/components/headers/{name}"} for name in _GRAPH_HEADERS}
        responses[str(int(NOT_MODIFIED))] = _shared("NotModified")
    if any(parameter["name"] in _IDS for parameter in parameters):
        responses[str(int(NOT_FOUND.status))] = _shared("NotFound")
    refused = "InvalidTreeRequest" if path.endswith("/tree") else "InvalidRequest"
    responses[str(int(INVALID_REQUEST.status))] = _shared(refused)
    responses[str(int(INTERNAL.status))] = _shared("Internal")
    if operation["operationId"] not in _WITHOUT_NEO4J:
        responses[str(int(UNAVAILABLE.status))] = _shared("Unavailable")


def _plain(schema: Json) -> Json:
    """Return a parameter's schema without null, which an address cannot say, and without what the parameter says."""
    choices = [choice for choice in schema.get("anyOf", []) if choice != {"type": "null"}]
    only: Json = choices[0] if len(choices) == 1 else {}
    return {key: value for key, value in schema.items() if key not in {"anyOf", "title", "description"}} | only


def _show(response: Json, example: Example | None) -> None:
    if example is not None:
        for content in response["content"].values():
            content["examples"] = {"mini": {"summary": f"GET {unquote(example.request)}", "value": example.answer}}


def _prefill(path: str, operation: Json, example: Example | None) -> None:
    if example is None:
        return
    asked = urlsplit(example.request)
    segments = zip(path.split("/"), asked.path.split("/"), strict=True)
    said = {name.strip("{}"): unquote(value) for name, value in segments} | dict(parse_qsl(asked.query))
    for parameter in operation.get("parameters", []):
        if parameter["name"] in said:
            parameter["example"] = said[parameter["name"]]


def _shared(name: str) -> Json:
    return {"$ref": f"#/components/responses/{name}"}


def _shared_responses() -> Json:
    unavailable = _problem(
        "Neo4j cannot be reached or was too slow, no data set is loaded yet, or too much is asked at once.", Problem
    )
    return {
        "NotModified": {
            "description": "The client's copy is current.",
            "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in _GRAPH_HEADERS},
        },
        "NotFound": _problem("Nothing has that id.", Problem),
        "InvalidRequest": _problem("A parameter is unknown, repeated or cannot be used.", InvalidRequestProblem),
        "InvalidTreeRequest": _invalid_tree_request(),
        "Internal": _problem("An error of the program itself.", Problem),
        "Unavailable": unavailable | {"headers": {"Retry-After": {"$ref": "#/components/headers/Retry-After"}}},
    }


def _invalid_tree_request() -> Json:
    path = "/v1/orgs/{id}/tree"
    shown = problem(TOO_LARGE, str(too_large("{id}")), instance=path).model_dump()
    # Not oneOf: what keeps to the narrower of the two keeps to the wider one too.
    schema = {"anyOf": [_model(InvalidRequestProblem), _model(Problem)]}
    examples = {"too-large": {"summary": f"GET {path}", "value": shown}}
    return {
        "description": "A parameter is unknown, repeated or cannot be used, or the tree would be too large.",
        "content": {MEDIA_TYPE: {"schema": schema, "examples": examples}},
    }


def _problem(description: str, model: type[BaseModel]) -> Json:
    return {"description": description, "content": {MEDIA_TYPE: {"schema": _model(model)}}}


def _model(model: type[BaseModel]) -> Json:
    return {"$ref": f"#/components/schemas/{model.__name__}"}


def _schemas(model: type[BaseModel]) -> Json:
    schema = model.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
    inner: Json = schema.pop("$defs", {})
    return {**inner, model.__name__: schema}
