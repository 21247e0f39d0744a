"""The reckoning: each published figure beside what the graph counts."""

from dataclasses import dataclass

from pydantic import BaseModel

import cypher
from graph.engines import Engine
from graph.query import Query
from graph.readings import Reading
from graph.revision import revision
from graph.rows import Row
from graph.vocabulary import Comparison
from words import said


class Figure(Row):
    """A published figure as the data set states it; ``statement`` names what counts it, ``None`` when nothing can yet."""

    key: str
    phrase: str
    value: int | float
    unit: str
    comparison: Comparison
    statement: str | None
    note: str | None


class Counted(BaseModel):
    """What a statement under cypher/reconcile counted."""

    counted: int | float


@dataclass(frozen=True, slots=True)
class Line:
    """One figure's line: ``counted``, ``difference`` and ``agrees`` are ``None`` for what cannot be counted.

    ``difference`` is counted less published; it may be above 0 and agree where ``comparison`` is ``at_least``.
    """

    key: str
    phrase: str
    published: int | float
    counted: int | float | None
    agrees: bool | None
    statement: str | None
    note: str | None
    difference: int | float | None
    comparison: Comparison


_FIGURES = Query("data_set/figures", Figure)


UNCOUNTED = said("Cannot be counted yet: no statement counts it.")
NO_STATEMENT = said("Cannot be counted by this release: it has no statement {statement}.")
"""Notes of ours. In an answer they are in English, as data has no language; a command says them in that of whoever reads."""


def reckoning(engine: Engine) -> Reading[list[Line]]:
    """Return a line for each published figure, in the data set's order; empty when it publishes none."""
    stands = revision(engine)
    lines = [_line(engine, figure) for figure in _FIGURES.all(engine)]
    return Reading(stands, lines)


def unexplained(lines: list[Line]) -> list[Line]:
    """Return the lines that disagree and carry no note."""
    return [line for line in lines if line.agrees is False and line.note is None]


def _line(engine: Engine, figure: Figure) -> Line:
    counted: int | float | None = None
    note = figure.note
    if figure.statement is None:
        note = note or UNCOUNTED.template
    elif figure.statement not in cypher.names():
        note = NO_STATEMENT.template.format(statement=figure.statement)
    else:
        counted = Query(figure.statement, Counted).all(engine)[0].counted
    # What is published with two decimals differs by two: the rest is of the arithmetic.
    difference = None if counted is None else round(counted - figure.value, 6)
    is_enough = figure.comparison is Comparison.AT_LEAST
    agrees = None if difference is None else difference == 0 or (is_enough and difference > 0)
    return Line(
        key=figure.key,
        phrase=figure.phrase,
        published=figure.value,
        counted=counted,
        agrees=agrees,
        statement=figure.statement,
        note=note,
        difference=difference,
        comparison=figure.comparison,
    )
