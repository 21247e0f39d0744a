"""Clients made from the document leave no operation out, and parse every answer: those of routes to come as well."""

import importlib
import sys
from collections.abc import Iterator
from typing import Any, Union

import pytest
from fastapi.testclient import TestClient
from pydantic import TypeAdapter

from api.app import create_app
from api.openapi import Json, examples
from graph.engines import Engine
from tests.api.fake_engine import FakeEngine
from tests.api.served import served
from tests.clients.calling import faults, operations
from tests.clients.generating import PACKAGE, Generators

DOCUMENT: Json = create_app(FakeEngine({})).openapi()


@pytest.fixture(scope="module")
def generators(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generators]:
    folder = tmp_path_factory.mktemp("clients")
    paths, modules = [*sys.path], {*sys.modules}
    yield Generators(DOCUMENT, folder)
    sys.path[:] = paths
    for name in {*sys.modules} - modules:
        if name.partition(".")[0] in {PACKAGE, "wuji_models"}:
            del sys.modules[name]


def test_a_python_client_has_every_operation_and_parses_every_answer(generators: Generators, mini: Engine) -> None:
    said = generators.openapi_python_client()
    assert "WARNING" not in said, said
    made = {path.stem for path in (generators.folder / "python" / PACKAGE / "api").glob("*/*.py")} - {"__init__"}
    assert made == {operation.id for operation in operations(DOCUMENT)}

    with served(create_app(mini)) as host:
        wrong = {
            operation.id: fault for operation, fault in faults(DOCUMENT, generators.folder, f"http://{host}") if fault
        }
    assert wrong == {}


def test_models_read_every_answer_and_lose_nothing(generators: Generators) -> None:
    generators.datamodel_code_generator()
    sys.path.insert(0, str(generators.folder / "models"))
    models = importlib.import_module("wuji_models")
    shown = {example.shows: example for example in examples()}
    for methods in DOCUMENT["paths"].values():
        for said in methods.values():
            schema = said["responses"]["200"]["content"]["application/json"]["schema"]
            adapter: TypeAdapter[Any] = TypeAdapter(_type(models, schema))
            answer = shown[said["operationId"]].answer
            assert adapter.dump_python(adapter.validate_python(answer), mode="json", by_alias=True) == answer
    problem = TestClient(create_app(FakeEngine({}))).get("/v1/orgs?colour=red").json()
    assert models.InvalidRequestProblem.model_validate(problem).model_dump(mode="json", by_alias=True) == problem


def _type(models: Any, schema: Json) -> Any:
    names = [one["$ref"].rsplit("/", 1)[1] for one in schema.get("anyOf", [schema])]
    return Union[tuple(getattr(models, name) for name in names)]  # noqa: UP007 - of as many as there are


def test_what_an_address_or_a_header_says_is_of_a_type_it_can_hold() -> None:
    for path, methods in DOCUMENT["paths"].items():
        for said in methods.values():
            for parameter in said.get("parameters", []):
                if parameter["in"] != "query":
                    assert parameter["schema"].get("type") == "string", (path, parameter["name"])


def test_no_two_records_fit_one_kind() -> None:
    schemas = DOCUMENT["components"]["schemas"]
    names = ["OrgKind", "AreaKind", "AllianceKind", "UnitKind", "OtherKind"]
    kinds = [kind for name in names for kind in schemas[name]["enum"]]
    assert sorted(kinds) == sorted(schemas["Kind"]["enum"])
