"""Entities as statements give them: the state of the day of a question, and where their ties led on it.

Records, walks and lists project an entity in the same words, which name no property. What an answer shows of it is its shape.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, TypeVar

from graph.engines import Value
from graph.query import typed
from graph.rows import Answer, OnePage, Row
from graph.shapes import Entity
from graph.vocabulary import TIES, Kind, Relationship, closed_type, shown_keys, standing_type

E = TypeVar("E", bound=Entity)

STANDING = date.max
"""The day as of which a question about what stands is asked. It is no clock's: two machines may not agree on what today is."""

ALL_TIES = (*TIES, *map(closed_type, TIES))
"""What an entity's own ties are called, standing and closed."""

_SHOWN = shown_keys()


def types_on(day: date, types: Iterable[Relationship]) -> list[Value]:
    """Return what relationships of some types are called that may have stood on a day: none of today is closed."""
    standing = [*types]
    return [*map(str, standing)] if day == STANDING else [*map(str, standing), *map(closed_type, standing)]


class StatedBriefly(Row):
    """An entity on the day of a question. ``state``: the properties that were asked for, in the order they were."""

    id: str
    kind: Kind
    valid_from: date
    valid_to: date | None
    state: list[Any]


class StatedStep(StatedBriefly):
    """An organisation or area met on a walk, ``depth`` steps from its start."""

    parent_id: str | None
    area_id: str | None
    depth: int


class StatedNode(StatedStep):
    """An organisation or area met on the way down a tree; ``has_more`` when something hangs on it."""

    has_more: bool


class StatedAlliance(StatedBriefly):
    """An alliance or a leading group, and who leads it."""

    lead_id: str | None


class StatedMembership(StatedBriefly):
    """A unit with its membership of an alliance."""

    alliance_id: str
    role: str
    member_since: date


class StatedParticipation(StatedAlliance):
    """An alliance with the membership by which a unit belongs to it."""

    via_id: str
    role: str
    member_since: date


class StatedEntity(Row):
    """An entity of whatever kind on the day of a question.

    ``state``: all its properties. ``ties``: what its own relationships led to, by type. ``leads``: who led it.
    """

    id: str
    kind: Kind
    valid_from: date
    valid_to: date | None
    state: dict[str, Any]
    ties: list[tuple[str, str]]
    leads: list[str]

    @property
    def parent_id(self) -> str | None:
        """Its superior, or the whole it is part of."""
        return _first(self.ties, Relationship.UNDER, Relationship.WITHIN)

    @property
    def area_id(self) -> str | None:
        """The area an organisation covers, the first by id where it covers several."""
        return _first(self.ties, Relationship.COVERS)

    @property
    def lead_id(self) -> str | None:
        """The organisation that leads it."""
        return min(self.leads, default=None)

    @property
    def properties(self) -> dict[str, Any]:
        """What answers show of its properties, without those that have no value."""
        return {key: self.state[key] for key in _SHOWN if key in self.state}

    @property
    def related(self) -> dict[Relationship, list[str]]:
        """What it was tied to by type, both in order."""
        ids: dict[Relationship, list[str]] = defaultdict(list)
        for type, id in sorted((standing_type(type), id) for type, id in self.ties):
            ids[type].append(id)
        return dict(ids)


class LastStated(StatedEntity):
    """An entity, and of a closed one what its last ties led to: ``last_ties`` and ``last_leads``, empty while it stands."""

    last_ties: list[tuple[str, str]]
    last_leads: list[str]

    @property
    def parent_id(self) -> str | None:
        """Its superior or whole, its last one where it is closed."""
        return super().parent_id or _first(self.last_ties, Relationship.UNDER, Relationship.WITHIN)

    @property
    def area_id(self) -> str | None:
        """The area it covers, or covered last."""
        return super().area_id or _first(self.last_ties, Relationship.COVERS)

    @property
    def lead_id(self) -> str | None:
        """The organisation that leads it, or led it last."""
        return super().lead_id or min(self.last_leads, default=None)


class StatedNeighbour(StatedEntity):
    """An entity with a relationship that joins it to the one asked about."""

    link_source: str
    link_target: str
    link_type: Relationship


class StatedRecord(Answer):
    """The record of one entity; ``None`` when none has the id."""

    record: LastStated | None


class StatedSteps(OnePage[StatedStep]):
    """Organisations or areas met on a walk."""


class StatedNodes(OnePage[StatedNode]):
    """All of a walk down a tree."""


class StatedAlliances(OnePage[StatedAlliance]):
    """What an organisation leads."""


class StatedMemberships(OnePage[StatedMembership]):
    """The memberships of an alliance."""


class StatedParticipations(OnePage[StatedParticipation]):
    """What a unit belongs to."""


def shaped(shape: type[E], stated: StatedBriefly | StatedEntity) -> E:
    """Return an entity in the shape of an answer; raise MalformedError when its state does not fit it."""
    own, shown = _fields(shape, type(stated))
    given = {name: getattr(stated, name) for name in own}
    if isinstance(stated, StatedBriefly):
        given |= zip(shown, stated.state, strict=True)
    else:
        given |= {name: stated.state.get(name) for name in shown}
    return typed(shape, given)


def shown_in(shape: type[Entity], stated: type[StatedBriefly]) -> list[Value]:
    """Return the properties that a statement which gives entities so is asked for, for a shape."""
    return [*_fields(shape, stated)[1]]


@cache
def _fields(shape: type[Entity], stated: type[Row]) -> tuple[list[str], list[str]]:
    """Return which fields of a shape an entity states itself, and which are its properties."""
    own = [name for name in shape.model_fields if name in stated.model_fields or hasattr(stated, name)]
    return own, [name for name in shape.model_fields if name not in own]


def _first(ties: list[tuple[str, str]], *types: Relationship) -> str | None:
    return min((id for type, id in ties if standing_type(type) in types), default=None)
