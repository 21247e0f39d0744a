"""What a data set states: entities with the relationships that come and go with them, and memberships."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b

from graph.engines import Value
from graph.history import DatedLink, Life, State, Triple
from graph.vocabulary import Kind, Relationship, Role, Source

Properties = Mapping[str, Value]

_CANONICAL = json.JSONEncoder(ensure_ascii=False, default=repr, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Fact:
    """An entity as stated: ``properties`` are those of its family, ``name`` and ``source`` among them.

    ``valid_to`` is the day it ended, ``None`` while it stands.
    """

    id: str
    kind: Kind
    properties: Properties
    links: tuple[Triple, ...]
    valid_from: date
    valid_to: date | None

    @property
    def name(self) -> str:
        """Its name: of a person the masked one."""
        return str(self.properties["name"])

    @property
    def state(self) -> State:
        """What it is, as histories have it: without what is not stated."""
        return State(self.kind, self.present, self.links)

    @property
    def life(self) -> Life:
        """Its days, as histories have them."""
        return Life(self.valid_from, self.valid_to)

    @property
    def present(self) -> Properties:
        """Its properties that have a value."""
        return {key: value for key, value in self.properties.items() if value is not None}

    def digest(self) -> str:
        """Return a short fingerprint of all that is stated."""
        return entity_digest(self.kind, self.properties, self.links, self.valid_from, self.valid_to)

    def snapshot(self) -> dict[str, Value]:
        """Return the fact as a Change keeps it."""
        return entity_snapshot(self.id, self.kind, self.properties, self.links, self.valid_from, self.valid_to)


@dataclass(frozen=True, slots=True)
class Bond:
    """A unit's membership of an alliance as stated."""

    unit_id: str
    alliance_id: str
    role: Role
    source: Source
    valid_from: date
    valid_to: date | None

    @property
    def dated(self) -> DatedLink:
        """The membership, as histories have links."""
        link = Triple(Relationship.MEMBER_OF, self.unit_id, self.alliance_id)
        stated = {"role": self.role.value, "source": self.source.value}
        return DatedLink(link, self.valid_from, self.valid_to, properties=stated)

    def digest(self) -> str:
        """Return a short fingerprint of all that is stated."""
        return bond_digest(self.role, self.source, self.valid_from, self.valid_to)

    def snapshot(self) -> dict[str, Value]:
        """Return the bond as a Change keeps it."""
        return {
            "unit_id": self.unit_id,
            "alliance_id": self.alliance_id,
            "role": self.role,
            "source": self.source,
            "valid_from": self.valid_from,
            "valid_to": self.valid_to,
        }


def entity_digest(
    kind: str | None,
    properties: Properties,
    links: Iterable[Triple],
    valid_from: date | None,
    valid_to: date | None,
    astray: Iterable[str] = (),
) -> str:
    """Return the fingerprint of an entity, stated or held; ``astray`` are labels it should not have, or lacks."""
    return _digest(
        kind,
        valid_from,
        valid_to,
        sorted((key, value) for key, value in properties.items() if value is not None),
        sorted((link.type, link.source, link.target) for link in links),
        *sorted(astray),
    )


def bond_digest(role: str | None, source: str | None, valid_from: date | None, valid_to: date | None) -> str:
    """Return the fingerprint of a membership, stated or held."""
    return _digest(role, source, valid_from, valid_to)


def entity_snapshot(
    id: str,
    kind: str | None,
    properties: Properties,
    links: Iterable[Triple],
    valid_from: date | None,
    valid_to: date | None,
) -> dict[str, Value]:
    """Return an entity, stated or held, as a Change keeps it."""
    return {
        "id": id,
        "kind": kind,
        **{key: value for key, value in properties.items() if value is not None},
        "links": [[link.type, link.source, link.target] for link in sorted(links)],
        "valid_from": valid_from,
        "valid_to": valid_to,
    }


def _digest(*parts: object) -> str:
    # A day and its text are two things, and a value of any type can stand in a graph others write to.
    return blake2b(_CANONICAL.encode(parts).encode(), digest_size=8).hexdigest()
