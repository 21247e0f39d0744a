"""The data set itself in the graph: which one holds it, and the figures it publishes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.captions import begin_captions
from graph.changes import Deed, change
from graph.engines import Engine, Transaction, Value
from graph.errors import LoadRefusedError
from graph.loading.facts import Bond, Fact
from graph.query import Command, Query
from graph.rows import Row
from graph.search import begin_terms
from graph.soundness import claimed, has_lost
from graph.tables import Tables
from graph.vocabulary import Action, Comparison
from words import said


@dataclass(frozen=True, slots=True)
class Published:
    """A published figure as a data set states it."""

    key: str
    section: str
    phrase: str
    value: int | float
    unit: str
    what_it_counts: str
    statement: str | None
    note: str | None
    comparison: Comparison = Comparison.EQUAL


@dataclass(frozen=True, slots=True)
class Contents:
    """All that a data set states. ``facts`` stand in an order in which none names one that comes later.

    ``digest`` fingerprints the whole; ``first_day`` is the day a row that says nothing else begins.
    """

    name: str
    title: str
    source: str
    first_day: date
    digest: str
    facts: Sequence[Fact]
    bonds: Sequence[Bond]
    figures: Sequence[Published]
    tables: Tables = field(default_factory=Tables)

    @property
    def basis(self) -> str:
        """What a load's changes rest on."""
        return f"data set {self.name} ({self.digest})"


class HeldDataSet(Row):
    """The data set a graph holds: the digest of what was last loaded to its end, and of a load not yet at its end."""

    name: str
    digest: str | None
    loading: str | None
    tables: str | None

    @property
    def is_complete(self) -> bool:
        """Whether it was loaded to its end, and no later load was broken off."""
        return self.digest is not None and self.loading is None

    def is_loaded(self, contents: Contents) -> bool:
        """Whether just that was loaded to its end, tables of kinds included: an earlier release kept none."""
        return (
            self.is_complete
            and (self.name, self.digest) == (contents.name, contents.digest)
            and self.tables == contents.tables.text()
        )

    @property
    def is_answerable(self) -> bool:
        """Whether it was loaded to its end once: a later load leaves it whole between its batches, done or broken off."""
        return self.digest is not None


_HELD = Query("data_set/held", HeldDataSet)
_CLAIM = Command("data_set/claim")
_KEEP_TABLES = Command("data_set/keep_tables")
_DROP_FIGURES = Command("data_set/drop_figures")
_PUBLISH = Command("data_set/publish")
_FINISH = Command("data_set/finish")
_COUNT = Command("data_set/count")


def held_data_set(engine: Engine) -> HeldDataSet | None:
    """Return the data set a graph holds, ``None`` for an unclaimed graph; raise EngineError."""
    return _HELD.first(engine)


def claim(engine: Engine, contents: Contents, *, actor: str) -> None:
    """Give an unclaimed graph to a data set and note that this state of it is being loaded, unless it is loaded.

    Raise LoadRefusedError when another data set holds the graph.
    """

    def work(transaction: Transaction) -> Deed | None:
        # Under the counter's lock: of two first loads at once, one finds the other's claim.
        held = next(iter(_HELD.within(transaction)), None)
        if _is_claimed(held, contents):
            return None
        if held is None:
            begin_terms(transaction)
            begin_captions(transaction)
        _CLAIM.within(transaction, name=contents.name, loading=contents.digest)
        # At once, and not at the end: what is asked meanwhile is asked of the new chain.
        _KEEP_TABLES.within(transaction, tables=contents.tables.text())
        return Deed(Action.CLAIM, None, None, {"name": contents.name, "loading": contents.digest}, contents.basis)

    held = held_data_set(engine)
    if held is None:
        # The record may have been taken out: the changes still say whose graph it is.
        _refuse_another(claimed(engine) or contents.name, contents)
    if not _is_claimed(held, contents):
        change(engine, actor=actor, work=work)


def _is_claimed(held: HeldDataSet | None, contents: Contents) -> bool:
    """Whether nothing is left to note; raise LoadRefusedError when another data set holds the graph."""
    if held is None:
        return False
    _refuse_another(held.name, contents)
    return held.loading == contents.digest or (held.is_complete and held.digest == contents.digest)


def _refuse_another(name: str, contents: Contents) -> None:
    if name != contents.name:
        raise LoadRefusedError(
            said(
                "The graph holds the data set {name!r}; loading {other!r} into the same graph is refused. To load "
                "{name!r} again, or to go on with its load, name it (or its folder) with --dataset; for {other!r} "
                "set WUJI_HOME to another folder, or, of a Neo4j of your own, WUJI_NEO4J_DATABASE to another "
                "database.",
                name=name,
                other=contents.name,
            )
        )


def finish(engine: Engine, contents: Contents, *, actor: str) -> None:
    """State what the data set is and what it publishes, and keep the counts; done already, it is left."""
    is_lacking = has_lost(engine)

    def work(transaction: Transaction) -> Deed | None:
        held = _HELD.within(transaction)[0]
        if held.is_loaded(contents) and not is_lacking:
            return None
        _DROP_FIGURES.within(transaction)
        _PUBLISH.within(transaction, figures=[_figure(one, seq) for seq, one in enumerate(contents.figures)])
        _state(transaction, contents)
        after: dict[str, Value] = {"name": contents.name, "digest": contents.digest}
        return Deed(Action.FINISH, None, {"name": held.name, "digest": held.digest}, after, contents.basis)

    held = held_data_set(engine)
    if held is None or not held.is_loaded(contents) or is_lacking:
        change(engine, actor=actor, work=work)


def keep_tables(engine: Engine, tables: Tables, *, actor: str) -> None:
    """State the tables of kinds in a graph that an earlier release loaded; one that has any keeps its own."""

    def work(transaction: Transaction) -> Deed | None:
        held = next(iter(_HELD.within(transaction)), None)
        if held is None or held.tables is not None:
            return None
        _KEEP_TABLES.within(transaction, tables=tables.text())
        after: dict[str, Value] = {"name": held.name, "tables": tables.text()}
        return Deed(Action.TABLES, None, {"name": held.name}, after, f"tables of kinds of the data set {held.name}")

    change(engine, actor=actor, work=work)


def _state(transaction: Transaction, contents: Contents) -> None:
    _FINISH.within(
        transaction,
        title=contents.title,
        source=contents.source,
        first_day=contents.first_day,
        digest=contents.digest,
    )
    _KEEP_TABLES.within(transaction, tables=contents.tables.text())
    _COUNT.within(transaction)


def _figure(one: Published, seq: int) -> dict[str, Value]:
    return {
        "key": one.key,
        "section": one.section,
        "phrase": one.phrase,
        "value": one.value,
        "unit": one.unit,
        "what_it_counts": one.what_it_counts,
        "comparison": one.comparison.value,
        "statement": one.statement,
        "note": one.note,
        "seq": seq,
    }
