"""Every statement file, sent to a real server for its plan: it keeps its header's word."""

# py2neo has no types.
# pyright: reportMissingTypeStubs=false

import importlib
import pkgutil
from collections.abc import Iterator
from typing import get_args

import neo4j
import pytest
from py2neo import ConnectionProfile
from py2neo.client import Connection
from pydantic import BaseModel

import cypher
import graph
from cypher import Mode, Statement, StatementError
from cypher.statements import parse
from graph.engines import Engine, Value
from graph.engines.address import Address
from graph.query import Command, Query
from graph.rows import Count
from graph.stated import ALL_TIES, STANDING
from graph.vocabulary import Kind

STATEMENTS = [cypher.statement(name) for name in cypher.names()]
MODELS = {
    name: model
    for module in pkgutil.walk_packages(graph.__path__, "graph.")
    for name, model in vars(importlib.import_module(module.name)).items()
    if isinstance(model, type) and issubclass(model, BaseModel)
}
QUERY_TYPES = {Mode.READ: {"r"}, Mode.WRITE: {"rw", "w"}, Mode.SCHEMA: {"s", "rw", "w", "r"}}
UNKNOWN_WORD_OR_PARAMETER = {"01N50", "01N51", "01N52", "01N60"}
UNKNOWN_TO_OLDER_PROTOCOLS = {
    "UnknownLabelWarning",
    "UnknownRelationshipTypeWarning",
    "UnknownPropertyKeyWarning",
    "ParameterNotProvided",
}


def explained(driver: neo4j.Driver, address: Address, statement: Statement) -> tuple[list[str], neo4j.ResultSummary]:
    with driver.session(database=address.database) as session:
        result = session.run(f"EXPLAIN {statement.text}", dict.fromkeys(statement.params))  # pyright: ignore[reportArgumentType]
        return list(result.keys()), result.consume()


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.name)
def test_a_statement_keeps_its_headers_word(driver: neo4j.Driver, address: Address, statement: Statement) -> None:
    columns, summary = explained(driver, address, statement)
    assert columns == ([] if statement.row is None else list(MODELS[statement.row].model_fields))
    assert summary.query_type in QUERY_TYPES[statement.mode]
    statuses = {status.gql_status for status in summary.gql_status_objects}
    assert statuses & UNKNOWN_WORD_OR_PARAMETER == set()


@pytest.fixture(scope="session")
def py2neo_connection(address: Address) -> Iterator[Connection]:
    """py2neo itself, which sees what Neo4j tells older protocols."""
    profile = ConnectionProfile(address.uri, auth=(address.user, address.password))
    connection = Connection.open(profile)
    yield connection
    connection.close()


def explained_by_py2neo(
    connection: Connection, address: Address, text: str, params: frozenset[str]
) -> tuple[list[str], str, set[str]]:
    """Return the columns of a statement, its query type, and the codes of what the server notices in it."""
    result = connection.auto_run(f"EXPLAIN {text}", dict.fromkeys(params), address.database)
    connection.pull(result)
    summary = result.summary()
    codes = {str(notification["code"]) for notification in summary.get("notifications", [])}
    return list(result.fields()), str(summary["type"]), codes


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("statement", STATEMENTS, ids=lambda statement: statement.name)
def test_a_statement_keeps_its_headers_word_to_py2neo(
    py2neo_connection: Connection, address: Address, statement: Statement
) -> None:
    columns, query_type, codes = explained_by_py2neo(py2neo_connection, address, statement.text, statement.params)
    assert columns == ([] if statement.row is None else list(MODELS[statement.row].model_fields))
    assert query_type in QUERY_TYPES[statement.mode]
    assert {code.rpartition(".")[2] for code in codes} & UNKNOWN_TO_OLDER_PROTOCOLS == set()


@pytest.mark.usefixtures("graph")
def test_py2neo_is_told_of_each_unknown_word_and_missing_parameter(
    py2neo_connection: Connection, address: Address
) -> None:
    text = "MATCH (a:Nonsense)-[:NONSENSICAL]->() WHERE a.nonsensical = $given RETURN a.id AS id"
    _, _, codes = explained_by_py2neo(py2neo_connection, address, text, frozenset())
    assert {code.rpartition(".")[2] for code in codes} >= UNKNOWN_TO_OLDER_PROTOCOLS


READS_OF_THE_API = [
    statement
    for statement in STATEMENTS
    if statement.mode is Mode.READ
    and statement.name.split("/")[0] in {"trees", "lists", "alliances", "entities", "paths", "search", "answers"}
]


def nested(statement: Statement) -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield the columns that are maps, or lists of them, each with the model a map becomes."""
    fields = {} if statement.row is None else MODELS[statement.row].model_fields
    for column, field in fields.items():
        for part in get_args(field.annotation):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield column, part


NESTED = [(statement, column, model) for statement in READS_OF_THE_API for column, model in nested(statement)]
# Each about what has something of the kind in `mini`: a plan knows no keys of maps, and an empty list none either.
ABOUT = {
    "trees": "D220202006001",
    "alliances": "A060",
    "alliances/led": "D220202006000",
    "alliances/of_unit": "U0014",
    "entities": "D220202006001",
    "answers": "220202006000",
}
GIVEN: dict[str, Value] = {
    "kinds": [*Kind],
    "ties": [*ALL_TIES],
    "shown": ["name"],
    "day": STANDING,
    "transitive": True,
    "after_other": "",
    "max_depth": 20,
    "kind": None,
    "tier": None,
    "after": "",
    "after_depth": 0,
    "after_id": "",
    "after_place": "",
    "after_item": "",
    "item_id": None,
    "category_id": None,
    "backed": None,
    "needed": [Kind.POST.value],
    "limit": 100,
}
GIVEN_TO: dict[str, dict[str, Value]] = {"answers/nearest_service": {"item_id": "SI01"}, "trees/whole": {"limit": 5000}}


@pytest.mark.parametrize(
    ("statement", "column", "model"), NESTED, ids=[f"{statement.name}.{column}" for statement, column, _ in NESTED]
)
def test_a_map_in_a_row_has_its_models_fields(
    mini: Engine, either: Engine, statement: Statement, column: str, model: type[BaseModel]
) -> None:
    assert mini is not None
    id = ABOUT.get(statement.name) or ABOUT[statement.name.split("/")[0]]
    asked = GIVEN | GIVEN_TO.get(statement.name, {}) | {"id": id}
    given = {name: asked[name] for name in statement.params}
    (row,) = either.read(statement, given)
    maps = row[column] if isinstance(row[column], list) else [row[column]]
    assert isinstance(maps, list)
    keys = [set(one) for one in maps if isinstance(one, dict)]
    assert len(keys) == len(maps) > 0
    assert all(found == set(model.model_fields) for found in keys)


ASKED = {
    query.name
    for room in ("graph.questions", "graph.search")
    for module in pkgutil.walk_packages(importlib.import_module(room).__path__, f"{room}.")
    for query in vars(importlib.import_module(module.name)).values()
    if isinstance(query, Query)
}
OF_NO_DAY = {
    "data_set/figures": "Figures are published once, and stand for no day.",
    "questions/breadth": "It tells how much work a question is, not what it is answered with.",
    "questions/breadth_of_area": "It tells how much work a question is, not what it is answered with.",
    "search/form": "It tells the form of the terms, which a release writes.",
    "search/named": "It reads what the terms are made of.",
    "search/named_total": "It counts what terms are made for.",
}


def test_every_statement_that_answers_a_question_takes_the_day() -> None:
    without = {name for name in ASKED if "day" not in cypher.statement(name).params}

    assert len(ASKED) > 30
    assert without == OF_NO_DAY.keys()


@pytest.mark.parametrize("statement", READS_OF_THE_API, ids=lambda statement: statement.name)
def test_a_read_of_the_api_scans_no_label(
    mini: Engine, driver: neo4j.Driver, address: Address, statement: Statement
) -> None:
    assert mini is not None
    _, summary = explained(driver, address, statement)
    assert summary.plan is not None
    assert scans(summary.plan) == []


def scans(plan: dict[str, object]) -> list[str]:
    operator = str(plan["operatorType"]).split("@")[0]
    children = plan.get("children", [])
    assert isinstance(children, list)
    below = [found for child in children for found in scans(child)]
    is_scan = operator in {"AllNodesScan", "NodeByLabelScan", "UnionNodeByLabelsScan", "IntersectionNodeByLabelsScan"}
    return [operator, *below] if is_scan else below


HEADER = "// name: t/x\n// mode: read\n// params: id\n// row: Org\n// Says something.\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (HEADER.replace("params: id", "params: none") + "RETURN $id AS id", "declares the parameters"),
        (HEADER + "RETURN 1 AS id", "declares the parameters"),
        (HEADER + "RETURN '$id' AS id // $id", "declares the parameters"),
        (HEADER.replace("name: t/x", "name: t/y") + "RETURN $id AS id", "declares the name"),
        (HEADER.replace("mode: read", "mode: reads") + "RETURN $id AS id", "declares mode"),
        (HEADER.replace("// row: Org\n", "") + "RETURN $id AS id", "line 4 must begin"),
        (HEADER.replace("// Says something.\n", "") + "RETURN $id AS id", "does not say what it answers"),
    ],
)
def test_a_statement_that_breaks_its_header_is_refused(text: str, complaint: str) -> None:
    with pytest.raises(StatementError, match=complaint):
        parse("t/x", text)


def test_a_statement_that_is_not_there_is_refused() -> None:
    with pytest.raises(StatementError, match="no statement"):
        cypher.statement("orgs/../../secrets")


def test_parameters_that_a_statement_does_not_declare_are_refused(either: Engine) -> None:
    query, command = Query("search/named_total", Count), Command("search/formed")
    with pytest.raises(StatementError, match=r"takes \[\] and was given \['kind'\]"):
        query.all(either, kind="Grid")
    with pytest.raises(StatementError, match=r"takes \['form'\] and was given \[\]"):
        either.write(lambda transaction: command.within(transaction))
