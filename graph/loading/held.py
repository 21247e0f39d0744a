"""What the graph holds and what the last load left on it, to be compared with what a data set states.

Anyone may write to the graph: what a statement returns here is of the type it should be, or ``None``.
"""

from collections.abc import Sequence
from datetime import date
from typing import cast

from pydantic import field_validator

from graph.engines import Value
from graph.history import DatedLink, Life, Triple
from graph.loading.facts import Properties, bond_digest, entity_digest, entity_snapshot
from graph.loading.under_way import Read
from graph.query import Query
from graph.rows import Row
from graph.vocabulary import INCOMING, TIES, Kind, Label, Relationship, closed_type, labels

KIND_LABELS = frozenset({*(str(kind) for kind in Kind), Label.PARTY_ORG.value, Label.AREA.value, Label.CLOSED.value})
"""The labels that say what an entity is and that it stands or is closed."""

OWN: list[Value] = [type.value for type in TIES]
"""The relationships that come and go with the entity they lead from."""
_OWN_PAST: list[Value] = [closed_type(type) for type in TIES]
_INCOMING_PAST: list[Value] = [closed_type(type) for type in INCOMING]
EVER: list[Value] = [*OWN, *_OWN_PAST, *INCOMING, *_INCOMING_PAST]
"""All of an entity's own links, standing or past."""

# What properties(e) holds beside what a data set states.
_OF_THE_GRAPH = frozenset({"id", "kind", "terms", "caption", "row_digest", "state_digest"})
_DAYS = frozenset({"valid_from", "valid_to"})


class LinkRow(Row):
    """A relationship as a statement returns it; ``element_id`` is the store's own, good within one transaction."""

    element_id: str
    type: Relationship
    source: str
    target: str

    def link(self) -> Triple:
        """Return it as a data set states it."""
        return Triple(self.type, self.source, self.target)


class Held(Row):
    """An entity as the graph holds it.

    ``links`` stand; ``final_links`` are those a closed one ended with. ``row_digest`` fingerprints the row last loaded
    (``None``: no load has written it, empty: no row states it any more), ``state_digest`` what that load left.
    """

    id: str
    kind: str | None
    labels: list[str]
    properties: dict[str, object]
    links: list[LinkRow]
    final_links: list[LinkRow]
    valid_from: date | None
    valid_to: date | None
    caption: str | None
    row_digest: str | None
    state_digest: str | None

    @field_validator("properties", mode="before")
    @classmethod
    def _stated(cls, stored: dict[str, object]) -> dict[str, object]:
        # A day that is no date is somebody's own doing, and shows.
        return {
            key: value
            for key, value in stored.items()
            if key not in _OF_THE_GRAPH and not (key in _DAYS and type(value) is date)
        }

    @property
    def stored(self) -> Properties:
        """The properties a data set could state."""
        return cast("Properties", self.properties)

    @property
    def standing_links(self) -> tuple[Triple, ...]:
        """The relationships that stand, one stated twice twice."""
        return _links(self.links)

    @property
    def all_links(self) -> tuple[Triple, ...]:
        """The relationships it stands by, or those it ended with."""
        return _links(self.links if self.valid_to is None else [*self.links, *self.final_links])

    @property
    def is_unstated(self) -> bool:
        """Whether a load closed it because its row was gone."""
        return self.row_digest == ""

    def digest(self) -> str:
        """Return the fingerprint of the entity as it is."""
        astray = set(self.labels) ^ self._proper_labels()
        return entity_digest(self.kind, self.stored, self.all_links, self.valid_from, self.valid_to, astray)

    def snapshot(self) -> dict[str, Value]:
        """Return the entity as a Change keeps it."""
        return entity_snapshot(self.id, self.kind, self.stored, self.all_links, self.valid_from, self.valid_to)

    def _proper_labels(self) -> set[str]:
        if self.valid_to is not None:
            return {Label.CLOSED.value}
        return set(labels(Kind(self.kind))) & KIND_LABELS if self.kind in set(Kind) else set()

    @field_validator("labels", mode="after")
    @classmethod
    def _known(cls, found: list[str]) -> list[str]:
        return [label for label in found if label in KIND_LABELS]


class HeldBond(Row):
    """A membership as the graph holds it; ``element_id`` is the store's own, good within one transaction.

    ``unit_life`` and ``alliance_life`` are the days of its ends.
    """

    element_id: str
    unit_id: str
    alliance_id: str
    role: str | None
    source: str | None
    unit_life: tuple[date | None, date | None]
    alliance_life: tuple[date | None, date | None]
    valid_from: date | None
    valid_to: date | None
    caption: str | None
    row_digest: str | None
    state_digest: str | None

    @property
    def is_unstated(self) -> bool:
        """Whether a load ended it because no row stated it any more."""
        return self.row_digest == ""

    def digest(self) -> str:
        """Return the fingerprint of the membership as it is."""
        return bond_digest(self.role, self.source, self.valid_from, self.valid_to)

    @property
    def dated(self) -> DatedLink:
        """The membership, as histories have links."""
        link = Triple(Relationship.MEMBER_OF, self.unit_id, self.alliance_id)
        marks = {"row_digest": self.row_digest, "state_digest": self.state_digest}
        stated = {"role": self.role, "source": self.source, "caption": self.caption, **marks}
        return DatedLink(link, self.valid_from or date.min, self.valid_to, False, self.element_id, stated)

    @property
    def lives(self) -> dict[str, Life]:
        """The lives of the unit and the alliance."""
        return {self.unit_id: Life(*self.unit_life), self.alliance_id: Life(*self.alliance_life)}

    def snapshot(self) -> dict[str, Value]:
        """Return the membership as a Change keeps it."""
        return {
            "unit_id": self.unit_id,
            "alliance_id": self.alliance_id,
            "role": self.role,
            "source": self.source,
            "valid_from": self.valid_from,
            "valid_to": self.valid_to,
        }


_HELD = Query("load/held", Held)
HELD_BONDS = Query("load/held_links", HeldBond)


def held_of(read: Read, ids: Sequence[str]) -> list[Held]:
    """Return the entities of some ids as they are, those the graph has."""
    return read(_HELD, ids=list(ids), types=OWN, closed_types=_OWN_PAST)


def _links(rows: Sequence[LinkRow]) -> tuple[Triple, ...]:
    return tuple(sorted(row.link() for row in rows))
