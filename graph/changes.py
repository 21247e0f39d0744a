"""The one way to change the graph: a transaction that also records what it did."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from graph.engines import Engine, Transaction, Value
from graph.meanings import VALUES
from graph.query import Command, Query
from graph.revision import NoRevisionError
from graph.rows import Row
from graph.vocabulary import Action
from words import said


class Seq(Row):
    """The number of a change."""

    seq: int


Snapshot = Mapping[str, Value] | Sequence[Value] | None


@dataclass(frozen=True, slots=True)
class Deed:
    """What a change did, ``entity_id`` being ``None`` for a batch.

    ``before`` and ``after`` become JSON text. Those of a batch are lists of entities and memberships by their ids: what
    is in ``after`` alone was added (an entity by its id: what it began as is the ``before`` of its next change, or
    what it still is), what is in both was changed; ``after`` holds nothing but ids and ``valid_to`` of what was closed
    because no row states it any more.
    """

    action: str
    entity_id: str | None
    before: Snapshot
    after: Snapshot
    basis: str


class _NothingDone(Exception):  # noqa: N818 - it ends the transaction and is no error
    pass


_ADVANCE = Query("changes/advance", Seq)
_RECORD = Command("changes/record")


def change(engine: Engine, *, actor: str, work: Callable[[Transaction], Deed | None]) -> int | None:
    """Do the work in one transaction with its Change record, and return the graph's new revision; raise EngineError.

    Raise NoRevisionError when the schema was never applied. Work that found nothing to do returns ``None``: then nothing is recorded, no revision is used up, and ``None`` is
    returned. The first statement advances the counter and so takes its lock: changes stand in line, each sees all that
    went before it, and revisions have no gaps.
    """

    def recorded(transaction: Transaction) -> int:
        advanced = _ADVANCE.within(transaction)
        if not advanced:
            raise NoRevisionError(
                said("The graph has no schema yet, and so nothing that counts its changes: apply it first.")
            )
        seq = advanced[0].seq
        deed = work(transaction)
        if deed is None:
            raise _NothingDone
        _record(transaction, seq, actor, deed)
        return seq

    try:
        return engine.write(recorded)
    except _NothingDone:
        return None


def change_caption(seq: int, action: str) -> str:
    """Return what Neo4j Browser writes of a change: its number and, in Chinese, what it did."""
    return f"第{seq}次 {VALUES[Action].get(action, '变更')}"


def _record(transaction: Transaction, seq: int, actor: str, deed: Deed) -> None:
    _RECORD.within(
        transaction,
        seq=seq,
        actor=actor,
        action=deed.action,
        caption=change_caption(seq, deed.action),
        entity_id=deed.entity_id,
        before=_json(deed.before),
        after=_json(deed.after),
        basis=deed.basis,
    )


def _json(snapshot: Snapshot) -> str | None:
    return None if snapshot is None else json.dumps(snapshot, ensure_ascii=False, default=str)
