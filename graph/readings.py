"""What a question is answered with: the value, and where the graph stood before it was read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from graph.engines import Engine, Value
from graph.errors import NotFoundError
from graph.query import Query
from graph.revision import present
from graph.rows import AboutOne, Revision
from graph.shapes import Entity
from graph.stated import ALL_TIES, STANDING, StatedRecord, shaped
from graph.vocabulary import Kind
from words import Said, said

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")
F = TypeVar("F", bound=AboutOne)
E = TypeVar("E", bound=Entity)

_RECORD = Query("entities/record", StatedRecord)


@dataclass(frozen=True, slots=True)
class Reading(Generic[T_co]):
    """A value read from the graph; ``revision`` was taken before it, so the value is of that revision or a later one."""

    revision: Revision
    value: T_co

    def map(self, change: Callable[[T_co], U]) -> "Reading[U]":
        """Return the reading of what the value becomes."""
        return Reading(self.revision, change(self.value))


def recorded(
    engine: Engine, shape: type[E], *, noun: str, id: str, kinds: Iterable[Kind], day: date = STANDING
) -> Reading[E]:
    """Return the record of one entity of some kinds as of a day, standing or closed.

    Raise NotFoundError, in which ``noun`` says what was looked for.
    """
    answer = present(_RECORD.first(engine, id=id, kinds=[*kinds], ties=ALL_TIES, day=day))
    if answer.record is None:
        raise no_such(noun, id)
    return Reading(answer, shaped(shape, answer.record))


def about(query: Query[F], engine: Engine, *, noun: str, **parameters: Value) -> F:
    """Return what is said about the entity with the parameter ``id``; raise NotFoundError when there is none."""
    answer = present(query.first(engine, **parameters))
    if not answer.found:
        raise no_such(noun, parameters["id"])
    return answer


NOUNS: Mapping[str, Said] = {
    "alliance": said("alliance"),
    "alliance or leading group": said("alliance or leading group"),
    "area": said("area"),
    "entity": said("entity"),
    "Party organisation": said("Party organisation"),
    "service category": said("service category"),
    "service item": said("service item"),
    "unit": said("unit"),
}
"""What can be looked for by its id, as people are told of it."""


def no_such(noun: str, id: Value) -> NotFoundError:
    """Return the error for an id that nothing has: a long one is cut."""
    text = str(id)
    shown = text if len(text) <= 64 else f"{text[:61]}..."
    return NotFoundError(said("No {noun} has the id {id!r}.", noun=NOUNS[noun], id=shown))
