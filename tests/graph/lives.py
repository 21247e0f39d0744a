"""A plain model of when what a data set states stood: the table of docs/dataset.md, told once more without a graph."""

from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from graph.loading import Fact


@dataclass
class Life:
    """A time something stood, from its first day to the day it no longer did."""

    begun: date
    ended: date | None


@dataclass
class History:
    """The lives of one entity, the last of which may go on; ``is_gone`` when a load ended it because its row was gone."""

    lives: list[Life] = field(default_factory=list[Life])
    is_gone: bool = False

    def row_is_gone(self, today: date) -> None:
        """Have it end today, if it stands."""
        if self.lives[-1].ended is None:
            self.lives[-1].ended = max(today, self.lives[-1].begun)
            self.is_gone = True

    def row_says(self, row: Fact, today: date) -> None:
        """Have it stand as a row says."""
        if self._begins_anew(row):
            former = self.lives[-1].ended if self.lives else None
            begun = row.valid_from if former is None or row.valid_from >= former else today
            self.lives.append(Life(begun, row.valid_to))
        else:
            self._go_on(row)
        self.is_gone = False

    def days(self) -> list[tuple[date, date | None]]:
        """Return when it stood, lives that meet as one."""
        return joined([(life.begun, life.ended) for life in self.lives])

    def _begins_anew(self, row: Fact) -> bool:
        if not self.lives:
            return True
        last = self.lives[-1]
        if last.ended is None:
            return False
        begins_after = row.valid_from >= last.ended and row.valid_from != last.begun
        return begins_after or (self.is_gone and row.valid_to is None)

    def _go_on(self, row: Fact) -> None:
        """Correct the last life: its end is the row's, and its first day too unless that lies in a former life."""
        last = self.lives[-1]
        formers = [one.ended for one in self.lives[:-1] if one.ended is not None and one.begun < last.begun]
        if not formers or row.valid_from >= max(formers):
            last.begun = row.valid_from
        last.ended = row.valid_to
        if row.valid_to is not None:
            for life in self.lives:
                life.begun = min(life.begun, row.valid_to)
                life.ended = row.valid_to if life.ended is None else min(life.ended, row.valid_to)


def joined(spans: list[tuple[date, date | None]]) -> list[tuple[date, date | None]]:
    """Return spans in their order, without the empty ones, those that meet or overlap as one."""
    found: list[tuple[date, date | None]] = []
    for begun, ended in sorted((span for span in spans if span[0] != span[1]), key=lambda span: span[0]):
        before = found[-1][1] if found else begun
        if found and (before is None or begun <= before):
            later = None if before is None or ended is None else max(before, ended)
            found[-1] = (found[-1][0], later)
        else:
            found.append((begun, ended))
    return found


def told_once(spans: list[tuple[date, date | None]]) -> bool:
    """Whether no day is in two spans; one that ends the day it began has none."""
    real = sorted((span for span in spans if span[0] != span[1]), key=lambda span: span[0])
    return all(one[1] is not None and one[1] <= other[0] for one, other in pairwise(real))
