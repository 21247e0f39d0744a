"""What the schema is said to define, beside the statements that define it."""

import cypher
from graph.schema import CONSTRAINTS


def test_the_constraints_are_the_statements_that_make_one() -> None:
    names = [name for name in cypher.names() if "\nCREATE CONSTRAINT " in cypher.statement(name).text]
    assert {name.removeprefix("schema/") for name in names} == CONSTRAINTS
