"""The difference of two histories: what has to be written to turn the one into the other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from graph.history.histories import History, Version
from graph.history.links import DatedLink


@dataclass(frozen=True, slots=True)
class LinkChange:
    """A link as it was, ``None`` for a new one, and as it is to be."""

    before: DatedLink | None
    after: DatedLink

    @property
    def is_turned(self) -> bool:
        """Whether it is stored, and closes or opens: the store tells both by its type."""
        return self.before is not None and self.before.stands is not self.after.stands

    def values(self) -> dict[str, object]:
        """Return the properties to write, by their keys: what is ``None`` goes."""
        after = _values(self.after)
        if self.before is None:
            return {key: value for key, value in after.items() if value is not None}
        before = _values(self.before)
        return {key: value for key, value in after.items() if value != before.get(key)}


@dataclass(frozen=True, slots=True)
class VersionChange:
    """A version as it is to be."""

    id: str
    after: Version


def link_changes(before: Iterable[DatedLink], after: Iterable[DatedLink]) -> list[LinkChange]:
    """Return what differs between links as they were and as they are to be; none is ever taken away."""
    stored = {dated.key: dated for dated in before}
    if not stored:
        return [LinkChange(None, dated) for dated in after]
    changes = [LinkChange(stored[dated.key] if dated.key else None, dated) for dated in after]
    return [change for change in changes if change.before != change.after]


def version_changes(before: History, after: History) -> list[VersionChange]:
    """Return the versions that are new, or have other days."""
    return [VersionChange(after.id, version) for version in after.versions if version not in before.versions]


def _values(dated: DatedLink) -> Mapping[str, object]:
    return {
        **dated.properties,
        # A first day that nobody knows is left as it is.
        "valid_from": None if dated.valid_from == date.min else dated.valid_from,
        "valid_to": dated.valid_to,
        "final": True if dated.is_final else None,
    }
