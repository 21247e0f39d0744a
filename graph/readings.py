"""What a question is answered with: the value, and where the graph stood before it was read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.engines import Engine, Value
from graph.errors import NotFoundError
from graph.query import Query
from graph.revision import present
from graph.rows import AboutOne, Entity, OneRecord, Revision

T_co = TypeVar("T_co", covariant=True)
U = TypeVar("U")
F = TypeVar("F", bound=AboutOne)
E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, slots=True)
class Reading(Generic[T_co]):
    """A value read from the graph; ``revision`` was taken before it, so the value is of that revision or a later one."""

    revision: Revision
    value: T_co

    def map(self, change: Callable[[T_co], U]) -> "Reading[U]":
        """Return the reading of what the value becomes."""
        return Reading(self.revision, change(self.value))


def one(query: Query[OneRecord[E]], engine: Engine, *, noun: str, **parameters: Value) -> Reading[E]:
    """Return the record with the parameter ``id``; raise NotFoundError, in which ``noun`` says what was looked for."""
    answer = present(query.first(engine, **parameters))
    if answer.record is None:
        raise no_such(noun, parameters["id"])
    return Reading(answer, answer.record)


def about(query: Query[F], engine: Engine, *, noun: str, **parameters: Value) -> F:
    """Return what is said about the entity with the parameter ``id``; raise NotFoundError when there is none."""
    answer = present(query.first(engine, **parameters))
    if not answer.found:
        raise no_such(noun, parameters["id"])
    return answer


def no_such(noun: str, id: Value) -> NotFoundError:
    """Return the error for an id that nothing has: a long one is cut."""
    text = str(id)
    return NotFoundError(f"No {noun} has the id {text if len(text) <= 64 else text[:61] + '...'!r}.")
