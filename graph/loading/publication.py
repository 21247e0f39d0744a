"""The data set itself in the graph: which one holds it, and the figures it publishes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.changes import Deed, change
from graph.engines import Engine, Transaction, Value
from graph.errors import LoadRefusedError
from graph.loading.facts import Bond, Fact
from graph.query import Command, Query
from graph.rows import Row
from graph.search import begin_terms
from graph.vocabulary import Comparison


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

    @property
    def basis(self) -> str:
        """What a load's changes rest on."""
        return f"data set {self.name} ({self.digest})"


class HeldDataSet(Row):
    """The data set a graph holds: the digest of what was last loaded to its end, and of a load not yet at its end."""

    name: str
    digest: str | None
    loading: str | None

    @property
    def is_complete(self) -> bool:
        """Whether it was loaded to its end, and no later load was broken off."""
        return self.digest is not None and self.loading is None


_HELD = Query("data_set/held", HeldDataSet)
_CLAIM = Command("data_set/claim")
_DROP_FIGURES = Command("data_set/drop_figures")
_PUBLISH = Command("data_set/publish")
_FINISH = Command("data_set/finish")


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
        _CLAIM.within(transaction, name=contents.name, loading=contents.digest)
        return Deed("claim", None, None, {"name": contents.name, "loading": contents.digest}, contents.basis)

    if not _is_claimed(held_data_set(engine), contents):
        change(engine, actor=actor, work=work)


def _is_claimed(held: HeldDataSet | None, contents: Contents) -> bool:
    """Whether nothing is left to note; raise LoadRefusedError when another data set holds the graph."""
    if held is None:
        return False
    if held.name != contents.name:
        raise LoadRefusedError(
            f"The graph holds the data set {held.name!r}; loading {contents.name!r} into the same graph is refused. "
            "Use another graph: set WUJI_HOME to another folder, or WUJI_NEO4J_DATABASE to another database."
        )
    return held.loading == contents.digest or (held.is_complete and held.digest == contents.digest)


def finish(engine: Engine, contents: Contents, *, actor: str) -> None:
    """State what the data set is and what it publishes; done already, it is left."""

    def work(transaction: Transaction) -> Deed | None:
        held = _HELD.within(transaction)[0]
        if held.is_complete and held.digest == contents.digest:
            return None
        _DROP_FIGURES.within(transaction)
        _PUBLISH.within(transaction, figures=[_figure(one, seq) for seq, one in enumerate(contents.figures)])
        _state(transaction, contents)
        after: dict[str, Value] = {"name": contents.name, "digest": contents.digest}
        return Deed("finish", None, {"name": held.name, "digest": held.digest}, after, contents.basis)

    held = held_data_set(engine)
    if held is None or not held.is_complete or held.digest != contents.digest:
        change(engine, actor=actor, work=work)


def _state(transaction: Transaction, contents: Contents) -> None:
    _FINISH.within(
        transaction,
        title=contents.title,
        source=contents.source,
        first_day=contents.first_day,
        digest=contents.digest,
    )


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
