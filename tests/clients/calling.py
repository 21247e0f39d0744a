"""Asks every route through the client that openapi-python-client made, as the document's examples ask it."""

import importlib
import json
import keyword
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Protocol, cast, get_args, get_type_hints
from urllib.parse import parse_qsl, unquote, urlsplit

import httpx

from api.openapi import Json, examples
from tests.clients.generating import PACKAGE


class Answered(Protocol):
    """What a made client answers."""

    status_code: int
    content: bytes
    headers: httpx.Headers
    parsed: Any


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the document: its path, its id, the tag it is under, and the names of its parameters."""

    path: str
    id: str
    tag: str
    parameters: list[str]


def operations(document: Json) -> list[Operation]:
    """Return every operation of a document."""
    return [
        Operation(path, said["operationId"], said["tags"][0], [one["name"] for one in said.get("parameters", [])])
        for path, methods in document["paths"].items()
        for said in methods.values()
    ]


def faults(document: Json, folder: Path, address: str) -> Iterator[tuple[Operation, str]]:
    """Ask each operation; yield it and what is wrong with its answer, which is nothing where all is well."""
    sys.path.insert(0, str(folder / "python"))
    shown = {example.shows: example.request for example in examples()}
    client = importlib.import_module(PACKAGE).Client(base_url=address, raise_on_unexpected_status=True)
    for operation in operations(document):
        module = importlib.import_module(f"{PACKAGE}.api.{operation.tag}.{operation.id}")
        yield operation, _fault(module, client, operation, shown[operation.id])
    client.get_httpx_client().close()


def _fault(module: Any, client: object, operation: Operation, request: str) -> str:
    given = _arguments(module, operation, request)
    answer = cast("Answered", module.sync_detailed(client=client, **given))
    if answer.parsed is None or answer.parsed.to_dict() != json.loads(answer.content):
        return f"{int(answer.status_code)}: the answer was not parsed, or not all of it"
    if answer.status_code != 200:
        return ""
    if "If-None-Match" in operation.parameters:
        again = cast("Answered", module.sync_detailed(client=client, **given, if_none_match=answer.headers["etag"]))
        if again.status_code != 304:
            return f"{int(again.status_code)} for a copy that is current"
    if "id" in given:
        missing = cast("Answered", module.sync_detailed(client=client, **{**given, "id": "no/such%2Fid"}))
        if missing.status_code != 404 or "no/such%2Fid" not in missing.parsed.detail:
            return f"{int(missing.status_code)} for an id that nothing has"
    return ""


def _arguments(module: Any, operation: Operation, request: str) -> dict[str, object]:
    """Return a request's values by the names and of the types that the made function takes."""
    asked = urlsplit(request)
    pairs = [*zip(operation.path.split("/"), asked.path.split("/"), strict=True)]
    said = [(name.strip("{}"), unquote(value)) for name, value in pairs if name.startswith("{")] + parse_qsl(
        asked.query
    )
    types = get_type_hints(module.sync_detailed)
    given: dict[str, object] = {}
    for name, value in said:
        python_name = f"{name}_" if keyword.iskeyword(name) else name
        made, is_list = _made(types[python_name], value)
        given[python_name] = [*cast("list[object]", given.get(python_name, [])), *made] if is_list else made[0]
    return given


def _made(hint: Any, value: str) -> tuple[list[object], bool]:
    choices = [choice for choice in get_args(hint) or (hint,)]
    lists = [choice for choice in choices if getattr(choice, "__origin__", None) is list]
    if lists:
        (item,) = get_args(lists[0])
        return [_one(item, part) for part in value.split(",")], True
    chosen = next((choice for choice in choices if choice in {int, bool} or _is_enum(choice)), str)
    return [_one(chosen, value)], False


def _one(chosen: Any, value: str) -> object:
    return value == "true" if chosen is bool else chosen(value)


def _is_enum(choice: Any) -> bool:
    return isinstance(choice, type) and issubclass(choice, Enum)
