"""Histories: all states of an entity, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from graph.history.links import DatedLink, Triple


@dataclass(frozen=True, slots=True)
class Life:
    """A time an entity stands: from its first day to the day it no longer does, ``None`` while it goes on."""

    begun: date | None = None
    ended: date | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What an entity is on a day: kind, properties, and the links that belong to it."""

    kind: str | None
    properties: Mapping[str, object]
    links: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What an entity was between two days; ``key`` is the store's own name for it, ``None`` until it is stored."""

    kind: str | None
    properties: Mapping[str, object]
    valid_from: date
    valid_to: date
    key: str | None = None

    @property
    def is_void(self) -> bool:
        """Whether it ended the day it began, and so never was."""
        return self.valid_from == self.valid_to

    def cut(self, day: date) -> "Version":
        """Return it with no day on or after a day."""
        return self if self.valid_to <= day else self.between(min(self.valid_from, day), day)

    def between(self, begun: date, ended: date) -> "Version":
        """Return it with those days."""
        return Version(self.kind, self.properties, begun, ended, self.key)


@dataclass(frozen=True, slots=True)
class History:
    """All states of one entity: what it is or last was, its former states, and every link that belongs to it.

    A link belongs to the entity whose row states it: that is the source, but of ``LEADS`` the target.
    """

    id: str
    kind: str | None
    properties: Mapping[str, object]
    valid_from: date | None
    valid_to: date | None = None
    versions: tuple[Version, ...] = ()
    links: tuple[DatedLink, ...] = ()

    @property
    def life(self) -> Life:
        """The life that goes on, or the last."""
        return Life(self.valid_from, self.valid_to)

    @property
    def former_end(self) -> date | None:
        """The day the life before the last ended, ``None`` when there was none."""
        if self.valid_from is None:
            return None
        return max(
            (version.valid_to for version in self.versions if version.valid_from < self.valid_from), default=None
        )

    @property
    def lives(self) -> tuple[Life, ...]:
        """Its lives in their order: days that meet are one life, days on which nothing stood are none."""
        spans: list[tuple[date, date | None]] = [(one.valid_from, one.valid_to) for one in self.versions]
        spans.append((self.valid_from or date.min, self.valid_to))
        found: list[Life] = []
        for begun, ended in sorted((span for span in spans if span[0] != span[1]), key=lambda span: span[0]):
            last = found[-1] if found else None
            if last is None or (last.ended is not None and last.ended < begun):
                found.append(Life(begun, ended))
            elif last.ended is not None:
                found[-1] = Life(last.begun, None if ended is None else max(last.ended, ended))
        return tuple(found)

    def at(self, day: date) -> State | None:
        """Return what the entity was on a day, ``None`` when it did not stand: a version comes before what it is."""
        links = tuple(dated.link for dated in self.links if dated.covers(day))
        for version in self.versions:
            if version.valid_from <= day < version.valid_to:
                return State(version.kind, version.properties, links)
        if (self.valid_from is not None and day < self.valid_from) or (
            self.valid_to is not None and day >= self.valid_to
        ):
            return None
        return State(self.kind, self.properties, links)
