"""The reference pages and the program say the same: nothing is left out, and nothing is there that is not."""

import re
from collections.abc import Iterator
from typing import cast

import click
import pytest
from doc_pages import PAGES, code, first_words, headings, rows, section, text, words
from fastapi.testclient import TestClient

from api import errors
from api.app import create_app
from api.errors import ProblemKind
from api.openapi import Json
from cli.main import main
from docs.generator.pages import FOLDER, pages
from graph import meanings
from graph.engines import Engine
from graph.settings import Settings
from graph.shapes import Alliance, Area, Org, Unit
from graph.vocabulary import (
    AREA_KINDS,
    MODEL,
    PARTY_ORG_KINDS,
    PROPERTIES,
    Action,
    Comparison,
    Kind,
    Label,
    Record,
    Relationship,
    Role,
    Source,
)
from tests.suite import ABOVE_THE_CITY

HTTP, COMMANDS = (text(f"docs/{page}.md") for page in ("http", "commands"))
CODE = [line for page in PAGES for line in code(page.read_text(encoding="utf-8"))]
UNLISTED_ROUTES = {"/docs", "/openapi.json"}


@pytest.fixture(scope="module")
def client() -> TestClient:
    """Asks the application for what needs no graph."""
    return TestClient(create_app(cast("Engine", object())))


@pytest.fixture(scope="module")
def operations(client: TestClient) -> dict[str, list[Json]]:
    """The parameters of each route."""
    paths = client.get("/openapi.json").json()["paths"]
    return {path: found["get"].get("parameters", []) for path, found in paths.items()}


def test_the_routes_openapi_leaves_out_answer(client: TestClient) -> None:
    assert {client.get(route).status_code for route in UNLISTED_ROUTES} == {200}


def test_every_parameter_is_documented(operations: dict[str, list[Json]]) -> None:
    real = {one["name"] for parameters in operations.values() for one in parameters}
    assert {*first_words(section(HTTP, "Parameters"))} == real


def test_every_address_the_pages_name_has_a_route(operations: dict[str, list[Json]]) -> None:
    routes = [re.compile(re.sub(r"\{\w+\}", "[^/]+", path)) for path in [*operations, *UNLISTED_ROUTES]]
    named = {found for line in CODE for found in re.findall(r"(?:/v1/|/healthz/)[\w/{}~-]+", line)}
    assert named
    assert {address for address in named if not any(route.fullmatch(address) for route in routes)} == set()


def test_every_problem_is_documented() -> None:
    real = {(kind.type, str(int(kind.status))) for kind in vars(errors).values() if isinstance(kind, ProblemKind)}
    assert {(row[0].strip("`"), row[1]) for row in rows(section(HTTP, "Errors"))} == real


def test_every_header_of_an_answer_is_documented(client: TestClient) -> None:
    real = {*client.get("/openapi.json").json()["components"]["headers"], "Allow"}
    assert {*first_words(section(HTTP, "Headers"))} == real


def test_every_field_of_a_record_is_documented() -> None:
    real = {field for row in (Org, Area, Alliance, Unit) for field in row.model_fields}
    assert real <= {*words(section(HTTP, "Records"))}


def commands(command: click.Command, path: str) -> Iterator[tuple[str, click.Command]]:
    """Return each command below one, by all its words."""
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield f"{path} {name}", below
            yield from commands(below, f"{path} {name}")


COMMANDS_BY_NAME = dict(commands(main, "wuji"))
HELP = {"-h", "--help"}


def options(command: click.Command) -> set[str]:
    """Return the options of a command, but for help."""
    return {name for option in command.params if isinstance(option, click.Option) for name in option.opts}


def test_every_command_is_documented() -> None:
    shown = [words.strip("`") for _, words in headings(COMMANDS) if words.startswith("`")]
    assert sorted(shown) == sorted(COMMANDS_BY_NAME)


@pytest.mark.parametrize("name", COMMANDS_BY_NAME)
def test_every_option_is_documented(name: str) -> None:
    shown = section(COMMANDS, f"`{name}`")
    assert {*first_words(shown)} == options(COMMANDS_BY_NAME[name])


def test_every_command_the_pages_name_exists() -> None:
    named = {found for line in CODE for found in re.findall(r"(?:^|\s)(wuji (?:-|[a-z]).*)", line)}
    assert named
    for line in named:
        called, _, rest = line.partition(" -")
        path = [*called.split()]
        while " ".join(path) not in {"wuji", *COMMANDS_BY_NAME}:
            path.pop()
        command = COMMANDS_BY_NAME.get(" ".join(path), main)
        assert len(path) > 1 or rest, line
        assert {*re.findall(r"(?:^|\s)(--[\w-]+)", f"{line} ")} <= options(command) | HELP, line


def test_every_setting_the_pages_name_exists() -> None:
    real = {f"WUJI_{name.upper()}" for name in Settings.model_fields}
    of_the_tests = {*re.findall(r"WUJI_TEST_\w+", text("tests/conftest.py"))}
    assert {found for line in CODE for found in re.findall(r"WUJI_\w+", line)} == real | of_the_tests


MADE = pages()


@pytest.mark.parametrize("name", MADE)
def test_a_generated_page_is_as_the_code_has_it(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == MADE[name], "run 'just reference'"


def test_no_generated_page_is_left_from_before() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {*MADE}


def test_the_vocabulary_shows_every_kind_and_relationship_and_the_drawing_the_skeleton() -> None:
    told = {*first_words(MADE["vocabulary.md"])}
    assert {*Kind, *Relationship} <= told
    drawn = {*re.findall(r"\w+", MADE["model.svg"])}
    # The drawing is of jilin, which has nothing above the city.
    assert {*PARTY_ORG_KINDS, *AREA_KINDS, Kind.ALLIANCE, Kind.LEADING_GROUP, Kind.UNIT} - ABOVE_THE_CITY <= drawn
    assert {"UNDER", "COVERS", "WITHIN", "LEADS", "MEMBER_OF", "GUIDED_BY"} <= drawn


def test_every_word_has_a_meaning_and_no_other_has() -> None:
    assert {*meanings.PROPERTIES} == {*PROPERTIES}
    assert {*meanings.RELATIONSHIPS} == {*Relationship, *Record}
    assert {*meanings.LABELS} == {*Label}
    lists = {
        Source,
        Role,
        Action,
        Comparison,
        *(words for model in MODEL.values() for one in model.properties for words in one.words),
    }
    assert {*meanings.LISTS} == {*meanings.VALUES} == lists
    assert all({*told} == {word.value for word in words} for words, told in meanings.VALUES.items())
