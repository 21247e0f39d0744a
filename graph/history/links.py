"""Links: relationships of the domain, and the days they stood."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from graph.vocabulary import SEVERAL, Relationship


@dataclass(frozen=True, slots=True, order=True)
class Triple:
    """A relationship between two entities."""

    type: Relationship
    source: str
    target: str

    def other(self, id: str) -> str:
        """Return the end that is not the entity of that id."""
        return self.source if self.target == id else self.target


@dataclass(frozen=True, slots=True)
class DatedLink:
    """A link with its days; ``valid_to`` is ``None`` while it stands.

    ``is_final``: it ended with the entity it belongs to, so a correction of that end concerns it. ``key`` is the store's
    own name for it, ``None`` for a link that is not stored yet. ``properties`` are those it carries beside its days.
    A first day that nobody knows is ``date.min``.
    """

    link: Triple
    valid_from: date
    valid_to: date | None = None
    is_final: bool = False
    key: str | None = None
    properties: Mapping[str, object] = field(default_factory=dict[str, object])

    @property
    def stands(self) -> bool:
        """Whether it has not ended."""
        return self.valid_to is None

    @property
    def is_void(self) -> bool:
        """Whether it ended the day it began, and so never stood."""
        return self.valid_to is not None and self.valid_to <= self.valid_from

    def covers(self, day: date) -> bool:
        """Whether it stood on a day."""
        return self.valid_from <= day and (self.valid_to is None or day < self.valid_to)

    def ended(self, day: date, *, is_final: bool = False) -> "DatedLink":
        """Return it with that end; it does not begin after it."""
        return replace(self, valid_from=min(self.valid_from, day), valid_to=day, is_final=is_final)

    def cut(self, day: date) -> "DatedLink":
        """Return it with no day on or after a day, if it has ended."""
        return self if self.valid_to is None or self.valid_to <= day else self.ended(day, is_final=self.is_final)


def standing(links: Iterable[DatedLink]) -> list[Triple]:
    """Return the links that stand, one that stands twice twice."""
    return [dated.link for dated in links if dated.stands]


def former_ends(links: Sequence[DatedLink], link: Triple) -> list[date]:
    """Return the days on which those that ended before a link left its place: to the same end, where there may be several."""
    return [
        past.valid_to
        for past in links
        if past.valid_to is not None
        and not past.is_void
        and past.link.type is link.type
        and (past.link == link or link.type not in SEVERAL)
    ]
