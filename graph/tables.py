"""The tables of kinds that a data set states: which kind is called what, hangs where, and covers what.

The graph keeps them as one text on its ``:DataSet``, so that a question knows the city's own chain and not only what
happens to stand.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import TypeAdapter, ValidationError

from graph.engines import Engine
from graph.errors import MalformedError
from graph.query import Query
from graph.rows import Row
from graph.vocabulary import Kind
from words import said


@dataclass(frozen=True, slots=True)
class AreaKind:
    """A kind of territory; ``within`` is empty for a root, ``categories`` for a kind that has none."""

    kind: Kind
    title: str
    within: tuple[Kind, ...]
    categories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrgKind:
    """A kind of Party organisation; ``tier`` is ``None`` above the chain, ``under`` is empty for a root."""

    kind: Kind
    title: str
    tier: int | None
    under: tuple[Kind, ...]
    covers: tuple[Kind, ...]


@dataclass(frozen=True, slots=True)
class CategoryWord:
    """A category of areas that a data set adds to those of the national register, and its Chinese word."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class SchemeWord:
    """A system of codes that a data set adds, and its Chinese word; capitals are told from small letters or are not."""

    key: str
    title: str
    has_capitals: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """The kinds of territory and of Party organisation that a data set has, each table from the top down.

    ``categories`` and ``schemes`` are those that the data set adds; a text of a graph that was loaded before there were any
    has none.
    """

    areas: tuple[AreaKind, ...] = field(default=())
    orgs: tuple[OrgKind, ...] = field(default=())
    categories: tuple[CategoryWord, ...] = field(default=())
    schemes: tuple[SchemeWord, ...] = field(default=())

    def text(self) -> str:
        """Return the tables as the graph keeps them."""
        # A text without schemes is that of a release that knew none: the graph of one need not be told it again.
        return _FORM.dump_json(self, exclude=None if self.schemes else {"schemes"}).decode()

    def title(self, kind: Kind) -> str | None:
        """Return what the data set calls a kind, ``None`` for one that its tables do not have."""
        return next((entry.title for entry in (*self.areas, *self.orgs) if entry.kind is kind), None)

    def covering(self, area: Kind, among: Sequence[Kind] = tuple(Kind)) -> tuple[Kind, ...]:
        """Return which of some kinds of organisation may cover an area of a kind, from the top down."""
        return tuple(entry.kind for entry in self.orgs if area in entry.covers and entry.kind in among)

    def standing_for(self, area: Kind, among: Sequence[Kind] = tuple(Kind)) -> Kind | None:
        """Return which of some kinds of organisation is the one of areas of a kind, ``None`` where none covers them.

        Of several it is the first that covers no higher areas: the group, and not the community that a grid may hang on
        directly.
        """
        order = [entry.kind for entry in self.areas]
        covering = self.covering(area, among)
        highest = {entry.kind: min(entry.covers, key=order.index) for entry in self.orgs if entry.kind in covering}
        return next((kind for kind in covering if highest[kind] is area), covering[-1] if covering else None)


_FORM = TypeAdapter(Tables)


class KeptTables(Row):
    """The text of the tables that a graph keeps, ``None`` where an earlier release loaded it."""

    tables: str | None


_TABLES = Query("data_set/tables", KeptTables)


def kept_tables(engine: Engine) -> Tables | None:
    """Return the tables of the data set a graph holds.

    ``None`` for a graph that holds none, or that an earlier release loaded. They change with the graph's revision alone.
    Raise EngineError, or MalformedError where the text was written by other means.
    """
    kept = _TABLES.first(engine)
    return None if kept is None else read_tables_text(kept.tables)


def read_tables_text(text: str | None) -> Tables | None:
    """Return the tables a text of the graph says; raise MalformedError."""
    if text is None:
        return None
    try:
        return _FORM.validate_json(text)
    except ValidationError as error:
        raise MalformedError(
            said(
                "The graph's tables of kinds are not what wuji writes. Load the data set once more to bring them back."
            )
        ) from error
