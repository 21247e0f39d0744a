"""Every question the pages show is asked of a real graph, and answered as shown."""

from functools import cache
from itertools import pairwise
from shlex import split

import neo4j
import pytest
from click.testing import CliRunner
from doc_pages import PAGES, READMES, fences, name
from fastapi.testclient import TestClient
from shown_answers import Shown, agrees, answer, headers, printed, requests, table, target

from api.app import create_app
from api.hosts import own_hosts
from cli.main import main
from graph.engines import Engine
from graph.engines.address import Address


@cache
def client_of(engine: Engine) -> TestClient:
    return TestClient(create_app(engine, hosts=own_hosts("127.0.0.1", ())))


@pytest.fixture
def client(jilin: Engine) -> TestClient:
    return client_of(jilin)


ASKED = {
    (command, shown): name(page)
    for page in PAGES
    for language, body in fences(page.read_text(encoding="utf-8"))
    if language == "console"
    for command, shown in requests(body)
}


@pytest.mark.parametrize(("command", "shown"), ASKED, ids=[f"{ASKED[one]}: {one[0][:60]}" for one in ASKED])
def test_the_api_answers_as_shown(client: TestClient, command: str, shown: str) -> None:
    real = client.get(target(command), headers=headers(command)).json()
    assert agrees(answer(shown), real), real


_WUJI = "uv run wuji "
COMMANDS = {
    command.removeprefix(_WUJI): shown
    for page in PAGES
    for language, body in fences(page.read_text(encoding="utf-8"))
    if language == "text" and body.startswith(f"$ {_WUJI}")
    for command, shown in requests(body)
}


@pytest.mark.usefixtures("jilin")
@pytest.mark.parametrize(("command", "shown"), COMMANDS.items(), ids=COMMANDS)
def test_the_command_line_answers_as_shown(address: Address, command: str, shown: str) -> None:
    settings = {f"WUJI_NEO4J_{name.upper()}": getattr(address, name) for name in address.__slots__}
    real = CliRunner(env=settings).invoke(main, split(command)).stdout
    assert agrees(printed(shown), printed(real)), real


def blocks_of_cypher() -> dict[str, str]:
    """Return each statement the pages show, and the table shown right below it, empty when there is none."""
    found: dict[str, str] = {}
    for page in PAGES:
        blocks = [*fences(page.read_text(encoding="utf-8")), ("", "")]
        for (language, body), (next_language, next_body) in pairwise(blocks):
            if language == "cypher":
                found[body] = next_body if next_language == "text" else ""
    return found


@pytest.mark.usefixtures("jilin")
@pytest.mark.parametrize(("statement", "shown"), blocks_of_cypher().items())
def test_neo4j_answers_as_shown(driver: neo4j.Driver, address: Address, statement: str, shown: str) -> None:
    with driver.session(database=address.database, default_access_mode=neo4j.READ_ACCESS) as session:
        result = session.run(statement)  # pyright: ignore[reportArgumentType] - a page's own text
        columns, real = list(result.keys()), [list(record.values()) for record in result]
    if shown:
        assert table(shown)[0] == columns
        assert agrees(table(shown)[1], real), real
    assert real


def test_the_readme_shows_answers_of_each_kind() -> None:
    languages = {language for language, _ in fences(READMES[0].read_text(encoding="utf-8"))}
    assert {"console", "cypher", "text"} <= languages
    assert {command.split()[0] for command in COMMANDS} >= {"find", "tree"}


@pytest.mark.parametrize(
    ("shown", "real"),
    [
        ('{"a": 1, …}', {"a": 1, "b": 2}),
        ('{"a": [1, …, 9]}', {"a": [1, 5, 7, 9]}),
        ('[{"a": "x…"}, …]', [{"a": "xyz"}, {"b": 1}]),
        ('{"a": "…", "b": null}', {"a": "token", "b": None}),
    ],
)
def test_what_is_left_out_may_be_anything(shown: str, real: Shown) -> None:
    assert agrees(answer(shown), real)


@pytest.mark.parametrize(
    ("shown", "agreeing"),
    [
        ("id  name\n1   a\n…\n", True),
        ("id  name\n1   a…\n3   c c\n…\n", False),
        ("id  name\n1   a\n3   c c\n", False),
        ("id  name\n…\n3   c c\n", True),
        ("id  name\n1   a\n2   b\n3   c c\n…\n", False),
    ],
)
def test_lines_are_left_out_where_it_is_said(shown: str, agreeing: bool) -> None:
    assert agrees(printed(shown), printed("id      name\n1       a\n2       b\n3       c c\n")) is agreeing


@pytest.mark.parametrize(
    ("shown", "real"),
    [
        ('{"a": 1}', {"a": 1, "b": 2}),
        ('{"a": 1, …}', {"a": 1}),
        ('{"a": 1, …}', {"a": 2, "b": 2}),
        ('{"a": true, …}', {"a": 1, "b": 2}),
        ("[1, …]", [1]),
        ("[1, …, 9]", [1, 9]),
        ("[1, 9]", [1, 5, 9]),
        ("[…, 9]", [1, 9, 5]),
        ('["x…"]', ["yz"]),
        ('["…"]', [None]),
    ],
)
def test_what_is_shown_has_to_be_so(shown: str, real: Shown) -> None:
    assert not agrees(answer(shown), real)
