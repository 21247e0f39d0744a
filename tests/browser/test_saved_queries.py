"""The saved queries, on a real server: they keep the contract of every statement, and draw what one can look at."""

import re
from datetime import date

import neo4j
import pytest

import cypher
from cypher import StatementError, kit
from cypher.kit import SavedQuery, parse_saved_query
from graph.engines.address import Address

QUERIES = kit.saved_queries()
MOST_NODES = 149
OF_THE_PAST = {"browser/versions", "browser/past"}
NOTHING = "图里没有"
UNKNOWN_WORD_OR_PARAMETER = {"01N50", "01N51", "01N52", "01N60"}


def drawn(driver: neo4j.Driver, address: Address, text: str) -> neo4j.graph.Graph:
    """Return what a query draws."""
    with driver.session(database=address.database, default_access_mode=neo4j.READ_ACCESS) as session:
        result = session.run(text)  # pyright: ignore[reportArgumentType] - a file's own text
        return result.graph()


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.statement.name)
def test_a_saved_query_only_reads_and_knows_every_word(
    driver: neo4j.Driver, address: Address, query: SavedQuery
) -> None:
    with driver.session(database=address.database) as session:
        summary = session.run(f"EXPLAIN {query.statement.text}").consume()  # pyright: ignore[reportArgumentType]
    assert summary.query_type == "r"
    assert {status.gql_status for status in summary.gql_status_objects} & UNKNOWN_WORD_OR_PARAMETER == set()


@pytest.mark.usefixtures("jilin")
@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.statement.name)
def test_a_saved_query_draws_fewer_than_150_nodes_of_a_city(
    driver: neo4j.Driver, address: Address, query: SavedQuery
) -> None:
    graph = drawn(driver, address, query.statement.text)
    assert len(graph.nodes) <= MOST_NODES
    assert bool(graph.nodes) is (query.statement.name not in OF_THE_PAST)


def rows(driver: neo4j.Driver, address: Address, text: str) -> list[neo4j.Record]:
    with driver.session(database=address.database, default_access_mode=neo4j.READ_ACCESS) as session:
        return list(session.run(text))  # pyright: ignore[reportArgumentType]


def said(found: list[neo4j.Record]) -> str | None:
    """Return the one sentence a query answers where there is nothing to draw, None where it draws."""
    values = [value for record in found for value in record.values() if value is not None]
    if all(isinstance(value, neo4j.graph.Entity | neo4j.graph.Path) for value in values):
        return None
    (sentence,) = values
    assert isinstance(sentence, str)
    return sentence


def assert_drawn(found: list[neo4j.Record], query: SavedQuery) -> None:
    assert found
    assert (said(found) is None) is (query.statement.name not in OF_THE_PAST)


@pytest.mark.usefixtures("jilin")
@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.statement.name)
def test_a_saved_query_returns_nothing_but_a_drawing(driver: neo4j.Driver, address: Address, query: SavedQuery) -> None:
    assert_drawn(rows(driver, address, query.statement.text), query)


@pytest.mark.usefixtures("mini")
@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.statement.name)
def test_a_saved_query_draws_a_street_or_says_what_it_lacks(
    driver: neo4j.Driver, address: Address, query: SavedQuery
) -> None:
    assert_drawn(rows(driver, address, query.statement.text), query)


@pytest.mark.usefixtures("empty")
@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.statement.name)
def test_where_there_is_nothing_a_saved_query_says_so(
    driver: neo4j.Driver, address: Address, query: SavedQuery
) -> None:
    sentence = said(rows(driver, address, query.statement.text))
    assert sentence is not None
    assert sentence.startswith(NOTHING)


@pytest.mark.usefixtures("jilin")
@pytest.mark.parametrize(
    "query", [one for one in QUERIES if "CONTAINS ''" in one.statement.text], ids=lambda query: query.statement.name
)
def test_a_name_that_nothing_has_is_said_to_be_of_nothing(
    driver: neo4j.Driver, address: Address, query: SavedQuery
) -> None:
    sentence = said(rows(driver, address, query.statement.text.replace("CONTAINS ''", "CONTAINS '没有这个'")))
    assert sentence is not None
    assert sentence.startswith(NOTHING)


@pytest.mark.usefixtures("jilin")
def test_a_part_of_a_name_between_the_quotes_chooses(driver: neo4j.Driver, address: Address) -> None:
    same_name = kit.saved_queries()[15].statement
    assert same_name.name == "browser/same_name"
    graph = drawn(driver, address, same_name.text.replace("CONTAINS ''", "CONTAINS '站前社区'"))
    found = [node["id"] for node in graph.nodes if "Neighbourhood" in node.labels]
    assert len(found) == 4
    assert len({node["name"] for node in graph.nodes if "County" in node.labels}) == 4


@pytest.mark.usefixtures("empty")
def test_the_past_is_drawn_once_there_is_one(driver: neo4j.Driver, address: Address) -> None:
    with driver.session(database=address.database) as session:
        session.run(
            """CREATE (org:Entity:Closed {id: 'a', name: '甲'})-[:WAS_UNDER {valid_to: $day}]->(:Entity {id: 'b'}),
                      (org)-[:HAD]->(:Version {name: '乙', valid_to: $day})""",
            day=date(2024, 1, 1),
        ).consume()
    texts = {query.statement.name: query.statement.text for query in QUERIES}
    assert {name: len(drawn(driver, address, texts[name]).relationships) for name in OF_THE_PAST} == dict.fromkeys(
        OF_THE_PAST, 1
    )


def test_no_saved_query_names_a_place() -> None:
    """Nothing here knows a city: what is chosen is chosen by the user, between quotes."""
    literals = {found for query in QUERIES for found in re.findall(r"'([^']*)'", code(query))}
    codes = {found for found in literals if not found.startswith(NOTHING)}
    assert codes == {"", "street", "lead", "secretary", "group_leader", "household_member"}


def code(query: SavedQuery) -> str:
    """Return a query without its comments."""
    return "\n".join(line for line in query.statement.text.splitlines() if not line.startswith("//"))


def test_the_page_lists_every_saved_query_with_its_title_and_quotes() -> None:
    table = re.findall(r"^\| `(\w+)` \| (.+?) \| (.*?) ?\|$", kit.kit_file(kit.README), re.MULTILINE)
    shown = [(f"browser/{name}", title, len(quotes.split("、")) if quotes else 0) for name, title, quotes in table]
    assert shown == [(one.statement.name, one.title, code(one).count("CONTAINS ''")) for one in QUERIES]


def test_the_titles_are_numbered_chinese_and_short_enough_for_the_drawer() -> None:
    for number, query in enumerate(QUERIES, start=1):
        assert re.fullmatch(rf"{number:02} [\u3000-\u9fff\uff00-\uffef]{{3,11}}", query.title), query.title
        assert re.search(r"[\u3400-\u9fff]", query.statement.about)


def test_the_program_does_not_take_them_for_its_own() -> None:
    assert [name for name in cypher.names() if name.startswith("browser/")] == []


HEADER = "// 一个标题\n// name: browser/x\n// mode: read\n// params: none\n// row: drawing\n// 说明。\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (HEADER.split("\n", 1)[1] + "MATCH (n:City)\nRETURN n", "line 1 must be the title"),
        (HEADER.replace("mode: read", "mode: write") + "MATCH (n:City)\nRETURN n", "must read"),
        (HEADER.replace("params: none", "params: id") + "MATCH (n {id: $id})\nRETURN n", "take no parameters"),
        (HEADER.replace("drawing", "Org") + "MATCH (n:City)\nRETURN n", "return a drawing"),
        (HEADER + "MATCH (n:City)\nRETURN n; MATCH (m) RETURN m", "semicolon"),
    ],
)
def test_a_file_that_is_no_saved_query_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(StatementError, match=complaint):
        parse_saved_query("browser/x", text)
