"""The page of routes, from the OpenAPI document."""

from typing import Any, cast

from api.app import create_app
from docs.generator.markdown import MADE, code, table
from graph.engines import Engine

_JSON = "application/json"


def routes() -> str:
    """Return the page."""
    # The document is made from the routes alone: no engine is asked.
    document = create_app(cast("Engine", None)).openapi()
    parts = [
        f"# Routes\n\n{MADE} What holds for all of them (pages, headers, errors, limits) is in [http.md](../http.md).\n"
    ]
    for tag in document["tags"]:
        parts.append(f"## {tag['name']}\n\n{tag['description']}\n")
        for path, operations in document["paths"].items():
            parts += [
                _one(method.upper(), path, operation)
                for method, operation in operations.items()
                if tag["name"] in operation["tags"]
            ]
    return "\n".join(parts)


def _one(method: str, path: str, operation: dict[str, Any]) -> str:
    statuses = ", ".join(operation["responses"])
    answer = operation["responses"]["200"]["content"][_JSON]["schema"]
    parts = [f"### {method} {path}\n", f"{operation['summary']}. {operation['description']}\n"]
    if parameters := operation.get("parameters"):
        rows = [[code(one["name"]), one["in"], _sort(one["schema"]), one.get("description", "")] for one in parameters]
        parts.append(table(["Parameter", "In", "Value", "Means"], rows))
    parts.append(f"Answers {code(_sort(answer))}; statuses {statuses}. Operation {code(operation['operationId'])}.\n")
    return "\n".join(parts)


def _sort(schema: dict[str, Any]) -> str:
    """Return what a value is, in a word or two."""
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2]
    if "anyOf" in schema:
        return " or ".join(_sort(one) for one in schema["anyOf"] if one.get("type") != "null")
    if schema.get("type") == "array":
        return f"list of {_sort(schema['items'])}"
    if "enum" in schema:
        return ", ".join(schema["enum"])
    bounds = [f"{word} {schema[key]}" for key, word in (("minimum", "from"), ("maximum", "to")) if key in schema]
    default = [f"default {schema['default']}"] if schema.get("default") is not None else []
    return ", ".join([" ".join([schema.get("type", "any"), *bounds]), *default])
