"""What statements return, as frozen models: a field is a column, in the statement's order."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict

from graph.vocabulary import Kind, Relationship

I = TypeVar("I", bound="Row")


class Row(BaseModel):
    """A row of a statement."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Tally(Row):
    """How many entities of one kind at one tier."""

    kind: Kind
    tier: int | None
    total: int


class Count(Row):
    """A single number."""

    total: int


class TierOfKind(Row):
    """The tier at which the organisations of one kind stand; ``None`` above the chain."""

    tier: int | None


class Bearers(Row):
    """Which areas bear a category: any of one kind, and any of the others."""

    of_kind: bool
    of_another: bool


class WordTally(Row):
    """How many stand today of what one word of the vocabulary names: a kind, or a type of relationship."""

    word: Kind | Relationship
    total: int


class Found(Row):
    """An entity by its id, kind and name: what an answer names beside what it is about, or a search comes upon."""

    id: str
    kind: Kind
    name: str


class Identification(Row):
    """A code by which another system knows something, and which system's it is."""

    scheme: str
    value: str


class Chained(Found):
    """What a search came upon; ``chain`` are the names of what is around it or above it, nearest first.

    ``near`` is true where nothing agrees with the text, and this differs from it by a slip or only sounds like it.
    """

    chain: list[str]
    near: bool


class Hit(Chained):
    """What a search answers.

    ``chain`` are the names of what is around it or above it, nearest first. ``near`` is true where nothing agrees with the
    text, and this differs from it by a slip or only sounds like it. ``identifier`` is the code of another system by which it
    was found, null where it was found by anything else.
    """

    identifier: Identification | None


class Revision(Row):
    """Where the graph stands: its revision, and the key that signs page tokens."""

    seq: int
    token_key: str


class Answer(Revision):
    """The one row of a statement that answers a question whole: first where the graph stood, taken before the data."""


class AboutOne(Answer):
    """What is said about one entity: ``found`` is false when none has the id."""

    found: bool


class OnePage(AboutOne, Generic[I]):
    """A part of a list that hangs on an entity; ``total`` counts the whole list."""

    total: int
    items: list[I]


class Ids(Answer):
    """The ids of a page of entities; ``total`` counts the whole list."""

    total: int
    ids: list[str]


class Tallies(AboutOne):
    """How many stand below an entity, by kind and tier."""

    items: list[Tally]
