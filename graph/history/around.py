"""The entities around a history: the days between which its links can have stood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from graph.history.histories import Life
from graph.history.links import DatedLink, Triple


@dataclass(frozen=True, slots=True)
class Around:
    """The lives of entities at the ends of links, as one change leaves them.

    ``former`` are the first days that the same change puts right, as they were said before. ``taken_back`` are the ends that
    were none, as they were said before.
    """

    lives: Mapping[str, Life]
    former: Mapping[str, date] = field(default_factory=dict[str, date])
    taken_back: Mapping[str, date] = field(default_factory=dict[str, date])

    def begin(self, link: Triple, day: date) -> date:
        """Return the day a link stated from a day on begins: not before both its ends."""
        for id in (link.source, link.target):
            life = self.lives.get(id)
            if life is not None and life.begun is not None and life.begun > day:
                day = life.begun
        return day

    def end(self, link: Triple, id: str, day: date) -> date:
        """Return the day a link of an entity ends that is no longer there on a day: its other end may have ended before."""
        life = self.lives.get(link.other(id))
        return day if life is None or life.ended is None else min(day, life.ended)

    def end_was_none(self, dated: DatedLink, id: str) -> bool:
        """Return whether a link of an entity ended with its other end, and that end was none."""
        return not dated.is_void and dated.valid_to == self.taken_back.get(dated.link.other(id), date.max)

    def first_days(self, link: Triple) -> tuple[date, date] | None:
        """Return the day both ends had begun as it was said before, and as it is; ``None`` when neither was put right."""
        begins = self._begun(link)
        if not begins or not {link.source, link.target} & self.former.keys():
            return None
        return max(self._said(link)), max(begins)

    def _begun(self, link: Triple) -> list[date]:
        lives = [self.lives.get(id) for id in (link.source, link.target)]
        return [life.begun for life in lives if life is not None and life.begun is not None]

    def _said(self, link: Triple) -> list[date]:
        said = [self.former.get(id) or self.lives.get(id, Life()).begun for id in (link.source, link.target)]
        return [day for day in said if day is not None]
