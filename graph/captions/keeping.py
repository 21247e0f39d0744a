"""Bringing captions to a graph that an earlier release loaded: it has none, or in another form."""

from collections.abc import Sequence

from graph.captions.short import FORM, caption, inside, role_caption
from graph.changes import Deed, change
from graph.engines import Engine, Transaction, Value
from graph.progress import Report, Step
from graph.query import Command, Query
from graph.rows import Count, Row
from graph.vocabulary import Kind, Role

BATCH = 1000


class CaptionsForm(Row):
    """The form in which the captions of a graph were last written, ``None`` when they never were."""

    captions_form: str | None


class Captioned(Row):
    """What the caption of an entity is made of, and the one it has.

    ``around`` are the names of what it is inside, those of ``own``, which it stands for itself, among them.
    """

    id: str
    kind: Kind
    name: str
    around: list[str]
    own: list[str]
    caption: str | None

    @property
    def made(self) -> str:
        """The caption it should have."""
        return caption(self.kind, self.name, inside=inside(self.kind, self.around, self.own))


_FORM = Query("captions/form", CaptionsForm)
_TOTAL = Query("search/named_total", Count)
_NAMED = Query("captions/named", Captioned)
_KEEP = Command("captions/keep")
_KEEP_OF_ROLES = Query("captions/keep_of_roles", Count)
_FORMED = Command("captions/formed")
_FORMED_WHEN_EMPTY = Command("captions/formed_when_empty")
_KINDS: list[Value] = [kind.value for kind in Kind]
_ROLES: dict[str, Value] = {role.value: role_caption(role) for role in Role}


def has_captions(engine: Engine) -> bool:
    """Return whether the captions of all entities have this release's form."""
    return any(row.captions_form == FORM for row in _FORM.all(engine))


def begin_captions(transaction: Transaction) -> None:
    """Note this release's form in a graph without entities: those a load makes have their captions from the start."""
    _FORMED_WHEN_EMPTY.within(transaction, form=FORM)


def keep_captions(engine: Engine, *, actor: str, report: Report) -> None:
    """Bring the captions of all standing entities and memberships to this release's form, unless they were.

    A batch is one Change, so that what was broken off goes on where it stopped when it is run again. Raise EngineError.
    """
    if has_captions(engine):
        return
    total, done, after = _TOTAL.all(engine)[0].total, 0, ""
    while rows := _NAMED.all(engine, after=after, kinds=_KINDS, limit=BATCH):
        if _stale(rows):
            _write(engine, actor, after)
        done, after = done + len(rows), rows[-1].id
        # Closed entities are counted and have no captions.
        report(Step("Shortening names for Neo4j Browser", done if len(rows) == BATCH else total, total, "rows"))
    while _write_roles(engine, actor):
        pass
    engine.write(lambda transaction: _FORMED.within(transaction, form=FORM))


def _write(engine: Engine, actor: str, after: str) -> None:
    def work(transaction: Transaction) -> Deed | None:
        # Read again behind the counter's lock: a name may have changed since.
        stale = _stale(_NAMED.within(transaction, after=after, kinds=_KINDS, limit=BATCH))
        if not stale:
            return None
        _KEEP.within(transaction, rows=[*stale])
        return _deed([{"id": row["id"]} for row in stale])

    change(engine, actor=actor, work=work)


def _write_roles(engine: Engine, actor: str) -> bool:
    """Give a batch of memberships their captions; return whether there were any without."""

    def work(transaction: Transaction) -> Deed | None:
        written = _KEEP_OF_ROLES.within(transaction, captions=_ROLES, limit=BATCH)[0].total
        return _deed([]) if written else None

    return change(engine, actor=actor, work=work) is not None


def _deed(ids: Sequence[Value]) -> Deed:
    return Deed(action="captions", entity_id=None, before=ids, after=ids, basis=f"captions in form {FORM}")


def _stale(rows: Sequence[Captioned]) -> list[dict[str, Value]]:
    return [{"id": row.id, "caption": row.made} for row in rows if row.caption != row.made]
