"""What the model declares with: properties and their types, ties and what they do at an end, links with properties."""

from dataclasses import dataclass
from enum import StrEnum

from graph.vocabulary.words import AREA_KINDS, Kind, Relationship


class Type(StrEnum):
    """What a property's value is.

    A ``DUE`` is a day that may lie ahead, ``TEXTS`` are several texts, a ``LINE`` is one of the data set's lines of work.
    """

    TEXT = "text"
    PROSE = "prose"
    COUNT = "count"
    FLAG = "flag"
    DAY = "day"
    DUE = "due"
    TEXTS = "texts"
    WORD = "word"
    LINE = "line"


Words = tuple[type[StrEnum], ...]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a kind: its key, its name in Chinese, its type, and the words it may be where these are listed.

    ``is_stated`` is false for what a load derives: no file has a column for it. ``is_shown`` is false for what no answer
    shows. ``is_code``: its text is written in the characters of an id.
    """

    key: str
    chinese: str
    type: Type = Type.TEXT
    words: Words = ()
    is_required: bool = False
    is_stated: bool = True
    is_shown: bool = True
    is_code: bool = False


class AtEnd(StrEnum):
    """What a relationship does when an entity it leads to ends.

    It ``REFUSES`` that end as long as it stands; it ``CLOSES`` the entity that must have it; or it just ``ENDS``.
    """

    REFUSES = "refuses"
    CLOSES = "closes"
    ENDS = "ends"


_REFUSING = frozenset({Relationship.UNDER, Relationship.WITHIN})


@dataclass(frozen=True, slots=True)
class Tie:
    """A relationship that comes and goes with the entity whose row states it, in a column of ids.

    ``least`` is how many ids the column holds at least. ``several``: it may hold any number. ``is_incoming``: the
    relationship leads to the entity, not from it. ``places``: the entity belongs where what it leads to does, though this is
    not its first tie.
    """

    column: str
    type: Relationship
    targets: tuple[Kind, ...]
    least: int = 1
    several: bool = False
    is_incoming: bool = False
    places: bool = False

    @property
    def is_required(self) -> bool:
        """Whether the column may not be empty."""
        return self.least > 0

    def at_end(self, left: int) -> AtEnd:
        """Return what it does when an entity it leads to ends, and ``left`` others are left that it leads to.

        Nothing is moved to another superior or area by itself; what is required closes with the last of what it needs.
        """
        if self.type in _REFUSING:
            return AtEnd.REFUSES
        return AtEnd.CLOSES if left < self.least else AtEnd.ENDS


@dataclass(frozen=True, slots=True)
class Model:
    """What an entity of a kind has beside what every entity has; ``file`` is the CSV file its rows stand in.

    ``name_column`` is what that file calls the name.
    """

    file: str
    ties: tuple[Tie, ...] = ()
    properties: tuple[Property, ...] = ()
    name_column: str = "name"

    @property
    def shown(self) -> tuple[Property, ...]:
        """The properties that answers show."""
        return tuple(one for one in self.properties if one.is_shown)

    @property
    def placing(self) -> tuple[Relationship, ...]:
        """The relationships that say where an entity belongs: that of its first tie, every one to areas, those that place."""
        return tuple(
            tie.type
            for place, tie in enumerate(self.ties)
            if not tie.is_incoming and (place == 0 or tie.places or {*tie.targets} <= {*AREA_KINDS})
        )

    def property(self, key: str) -> Property | None:
        """Return the property of that key, ``None`` when the kind has none."""
        return next((one for one in self.properties if one.key == key), None)


@dataclass(frozen=True, slots=True)
class LinkModel:
    """A link that has properties: the CSV file its rows stand in, and the columns of its ends, source and target."""

    file: str
    ends: tuple[Tie, Tie]
    properties: tuple[Property, ...]
