"""Terms for a graph that an earlier release loaded: it has none, or in another form."""

from collections.abc import Sequence

from graph.changes import Deed, change
from graph.engines import Engine, Transaction, Value
from graph.progress import Report, Step
from graph.query import Command, Query
from graph.rows import Count, Row
from graph.search.terms import FORM, terms
from graph.vocabulary import Action, Kind
from words import said

BATCH = 1000


class TermsForm(Row):
    """The form in which the terms of a graph were last written, ``None`` when they never were."""

    terms_form: str | None


class Named(Row):
    """What the terms of an entity are made of, and those it has."""

    id: str
    kind: Kind
    name: str
    code: str | None
    terms: str | None


_FORM = Query("search/form", TermsForm)
_TOTAL = Query("search/named_total", Count)
_NAMED = Query("search/named", Named)
_KEEP = Command("search/keep")
_FORMED = Command("search/formed")
_FORMED_WHEN_EMPTY = Command("search/formed_when_empty")
_KINDS: list[Value] = [kind.value for kind in Kind]


def has_terms(engine: Engine) -> bool:
    """Return whether the terms of all entities have this release's form; without them a search finds little."""
    return any(row.terms_form == FORM for row in _FORM.all(engine))


def begin_terms(transaction: Transaction) -> None:
    """Note this release's form in a graph without entities: those a load makes have their terms from the start."""
    _FORMED_WHEN_EMPTY.within(transaction, form=FORM)


def keep_terms(engine: Engine, *, actor: str, report: Report) -> None:
    """Bring the terms of all standing entities to this release's form, unless they were; raise EngineError.

    A batch is one Change, so that what was broken off goes on where it stopped when it is run again.
    """
    if has_terms(engine):
        return
    total, done, after = _TOTAL.all(engine)[0].total, 0, ""
    while rows := _NAMED.all(engine, after=after, kinds=_KINDS, limit=BATCH):
        if _stale(rows):
            _write(engine, actor, after)
        done, after = done + len(rows), rows[-1].id
        # Closed entities are counted and have no terms.
        report(Step(said("Making names findable"), done if len(rows) == BATCH else total, total, "rows"))
    engine.write(lambda transaction: _FORMED.within(transaction, form=FORM))


def _write(engine: Engine, actor: str, after: str) -> None:
    def work(transaction: Transaction) -> Deed | None:
        # Read again behind the counter's lock: a name may have changed since.
        stale = _stale(_NAMED.within(transaction, after=after, kinds=_KINDS, limit=BATCH))
        if not stale:
            return None
        _KEEP.within(transaction, rows=[*stale])
        ids: list[Value] = [{"id": row["id"]} for row in stale]
        return Deed(action=Action.TERMS, entity_id=None, before=ids, after=ids, basis=f"terms in form {FORM}")

    change(engine, actor=actor, work=work)


def _stale(rows: Sequence[Named]) -> list[dict[str, Value]]:
    made = {row.id: terms(row.kind, id=row.id, name=row.name, code=row.code) for row in rows}
    return [{"id": row.id, "terms": made[row.id]} for row in rows if row.terms != made[row.id]]
