"""Bringing captions to a graph that an earlier release loaded: it has none, or in another form."""

from collections.abc import Sequence

from graph.captions.short import FORM, caption, inside, role_caption
from graph.changes import Deed, change, change_caption
from graph.engines import Engine, Transaction, Value
from graph.progress import Report, Step
from graph.query import Command, Query
from graph.rows import Count, Row
from graph.vocabulary import PEOPLE, Action, Kind, Role
from words import said

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


class CaptionedChange(Row):
    """What the caption of a change is made of, and the one it has."""

    seq: int
    action: str
    caption: str | None


_FORM = Query("captions/form", CaptionsForm)
_TOTAL = Query("search/named_total", Count)
_NAMED = Query("captions/named", Captioned)
_KEEP = Command("captions/keep")
_KEEP_OF_ROLES = Query("captions/keep_of_roles", Count)
_CHANGES = Query("captions/changes", CaptionedChange)
_KEEP_OF_CHANGES = Command("captions/keep_of_changes")
_FORMED = Command("captions/formed")
_FORMED_WHEN_EMPTY = Command("captions/formed_when_empty")
_KINDS: list[Value] = [kind.value for kind in Kind]
_WHOLE: list[Value] = [kind.value for kind in sorted(PEOPLE)]
"""The kinds whose caption is the whole name: nothing around them is walked to."""
_ROLES: dict[str, Value] = {role.value: role_caption(role) for role in Role}


def has_captions(engine: Engine) -> bool:
    """Return whether the captions of all entities have this release's form."""
    return any(row.captions_form == FORM for row in _FORM.all(engine))


def begin_captions(transaction: Transaction) -> None:
    """Note this release's form in a graph without entities: those a load makes have their captions from the start."""
    _FORMED_WHEN_EMPTY.within(transaction, form=FORM)


def keep_captions(engine: Engine, *, actor: str, report: Report) -> None:
    """Bring the captions of all standing entities, memberships and changes to this release's form, unless they were.

    A batch is one Change, so that what was broken off goes on where it stopped when it is run again. Raise EngineError.
    """
    if has_captions(engine):
        return
    total, done, after = _TOTAL.all(engine)[0].total, 0, ""
    while rows := _write(engine, actor, after):
        done, after = done + len(rows), rows[-1].id
        # Closed entities are counted and have no captions.
        report(Step(said("Shortening names for Neo4j Browser"), done if len(rows) == BATCH else total, total, "rows"))
    while _write_roles(engine, actor):
        pass
    _write_changes(engine)
    engine.write(lambda transaction: _FORMED.within(transaction, form=FORM))


def _write(engine: Engine, actor: str, after: str) -> Sequence[Captioned]:
    """Give the next batch of entities their captions, and return it; empty at the end."""
    read: list[Captioned] = []

    def work(transaction: Transaction) -> Deed | None:
        # Read once, behind the counter's lock, where no name changes any more: the walks are what takes the time.
        read[:] = _NAMED.within(transaction, after=after, kinds=_KINDS, limit=BATCH, whole=_WHOLE)
        stale = _stale(read)
        if not stale:
            return None
        _KEEP.within(transaction, rows=[*stale])
        return _deed([{"id": row["id"]} for row in stale])

    change(engine, actor=actor, work=work)
    return read


def _write_changes(engine: Engine) -> None:
    """Give changes their captions; that is no change of anything, and so none of its own."""
    after = 0
    while rows := _CHANGES.all(engine, after=after, limit=BATCH):
        made = [(row, change_caption(row.seq, row.action)) for row in rows]
        stale: list[Value] = [{"seq": row.seq, "caption": text} for row, text in made if row.caption != text]
        if stale:
            engine.write(lambda transaction, stale=stale: _KEEP_OF_CHANGES.within(transaction, rows=stale))
        after = rows[-1].seq


def _write_roles(engine: Engine, actor: str) -> bool:
    """Give a batch of memberships their captions; return whether there were any without."""

    def work(transaction: Transaction) -> Deed | None:
        written = _KEEP_OF_ROLES.within(transaction, captions=_ROLES, limit=BATCH)[0].total
        return _deed([]) if written else None

    return change(engine, actor=actor, work=work) is not None


def _deed(ids: Sequence[Value]) -> Deed:
    return Deed(action=Action.CAPTIONS, entity_id=None, before=ids, after=ids, basis=f"captions in form {FORM}")


def _stale(rows: Sequence[Captioned]) -> list[dict[str, Value]]:
    return [{"id": row.id, "caption": row.made} for row in rows if row.caption != row.made]
