"""The histories that a batch touches, as the graph holds them, and the lives of the entities around them.

Anyone may write to the graph: a day that is no date is none, and what has ended on no day never stood.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import cast

from graph.engines import Transaction, Value
from graph.history import DatedLink, History, Life, Triple, Version
from graph.loading.held import EVER, Held
from graph.query import Query
from graph.rows import Row
from graph.vocabulary import Relationship, closed_type

_PAST = {closed_type(type): type for type in Relationship}


class DatedLinkRow(Row):
    """A link with its days, and those of both its ends; ``element_id`` is the store's own, good within one transaction."""

    element_id: str
    type: str
    source: str
    target: str
    valid_from: date | None
    valid_to: date | None
    is_final: bool
    source_begun: date | None
    source_ended: date | None
    target_begun: date | None
    target_ended: date | None

    def dated(self) -> DatedLink:
        """Return it as histories have links."""
        first, was = self.valid_from or date.min, _PAST.get(self.type)
        link = Triple(was or Relationship(self.type), self.source, self.target)
        return DatedLink(link, first, None if was is None else self.valid_to or first, self.is_final, self.element_id)

    def lives(self) -> dict[str, Life]:
        """Return the lives of both ends."""
        return {
            self.source: Life(self.source_begun, self.source_ended),
            self.target: Life(self.target_begun, self.target_ended),
        }


class VersionRow(Row):
    """What an entity was, with the store's own id for it."""

    element_id: str
    kind: str | None
    properties: dict[str, object]
    valid_from: date
    valid_to: date

    def version(self) -> Version:
        """Return it as histories have versions."""
        return Version(self.kind, self.properties, self.valid_from, self.valid_to, self.element_id)


class HistoryRow(Row):
    """What there was and is of an entity beside what it is."""

    id: str
    versions: list[VersionRow]
    links: list[DatedLinkRow]

    def history(self, held: Held) -> History:
        """Return the history of an entity that is as it is held."""
        return History(
            held.id,
            held.kind,
            held.stored,
            held.valid_from,
            held.valid_to,
            tuple(row.version() for row in self.versions),
            tuple(row.dated() for row in self.links),
        )


class LivesRow(Row):
    """The first days and the ends of entities, by their ids."""

    lives: list[tuple[str, date | None, date | None]]


_HISTORIES = Query("load/histories", HistoryRow)
_LIVES = Query("load/lives", LivesRow)
_AROUND = Query("load/links_around", DatedLinkRow)


def histories_of(transaction: Transaction, held: Sequence[Held]) -> tuple[list[History], dict[str, Life]]:
    """Return the histories of entities, and the lives of those their links lead to."""
    if not held:
        return [], {}
    rows = {row.id: row for row in _HISTORIES.within(transaction, ids=[one.id for one in held], types=EVER)}
    lives: dict[str, Life] = {}
    for row in rows.values():
        for link in row.links:
            lives |= link.lives()
    return [rows[one.id].history(one) for one in held], lives


def lives_of(transaction: Transaction, ids: Iterable[str], since: date) -> dict[str, Life]:
    """Return the lives of entities that began after a day or have ended: no other bounds a link that begins later."""
    wanted = sorted(ids)
    if not wanted:
        return {}
    rows = _LIVES.within(transaction, ids=cast("list[Value]", wanted), since=since)
    return {id: Life(begun, ended) for row in rows for id, begun, ended in row.lives}


def links_around(
    transaction: Transaction, ids: Iterable[str], types: Sequence[Value]
) -> tuple[list[DatedLink], dict[str, Life]]:
    """Return every link of some types that entities have, with the lives of all ends."""
    wanted = sorted(ids)
    if not wanted:
        return [], {}
    rows = _AROUND.within(transaction, ids=cast("list[Value]", wanted), types=types)
    lives: dict[str, Life] = {}
    for row in rows:
        lives |= row.lives()
    return [row.dated() for row in rows], lives
