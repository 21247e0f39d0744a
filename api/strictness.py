"""Query parameters are those the documentation lists, once each: what is not understood is refused, never ignored."""

from collections import defaultdict
from typing import cast
from urllib.parse import unquote_to_bytes

from fastapi import FastAPI, Request

from api.errors import Fault, ParameterError
from words import enumerated, said

Documented = dict[str, dict[str, bool]]
"""The query parameters of each operation, and whether each may be repeated."""


def documented_parameters(app: FastAPI) -> Documented:
    """Return the query parameters the OpenAPI document lists, by operation id."""
    return {
        operation["operationId"]: {
            parameter["name"]: parameter["schema"].get("type") == "array"
            for parameter in operation.get("parameters", [])
            if parameter["in"] == "query"
        }
        for operations in app.openapi()["paths"].values()
        for operation in operations.values()
    }


async def only_known_parameters(request: Request) -> None:
    """Raise ParameterError for a query that is not UTF-8, or a parameter that is unknown or wrongly repeated."""
    if not request.scope["query_string"]:
        return
    every = cast("Documented", cast("FastAPI", request.app).state.documented_parameters)
    known = every.get(request.scope["route"].operation_id or "", {})
    faults = [*_undecodable(cast("bytes", request.scope["query_string"]))]
    given: dict[str, int] = defaultdict(int)
    for name, _ in request.query_params.multi_items():
        given[name] += 1
    for name, times in given.items():
        if name not in known:
            its = enumerated(known) if known else said("none")
            message = said("This route has no such parameter; it has {parameters}.", parameters=its)
            faults.append(Fault("query", _cut(name), message))
        elif times > 1 and not known[name]:
            faults.append(Fault("query", name, said("It may be given once only.")))
    if faults:
        raise ParameterError(*faults)


def _undecodable(query: bytes) -> list[Fault]:
    try:
        unquote_to_bytes(query).decode()
    except UnicodeDecodeError:
        return [
            Fault("query", said("the query"), said("It is not UTF-8; percent-encode the UTF-8 bytes of each value."))
        ]
    return []


def _cut(name: str) -> str:
    return name if len(name) <= 64 else f"{name[:61]}..."
