"""Shows long work: bars on a terminal, a plain line now and then elsewhere; always on standard error."""

import sys
import time
from collections.abc import Generator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from graph.progress import Report, Step

_SECONDS_BETWEEN_LINES = 5.0
_PARTS = 10


@contextmanager
def progress() -> Generator[Report]:
    """Yield what takes the steps of the work inside the block."""
    if not sys.stderr.isatty():
        yield _Lines().show
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bars:
        yield _Bars(bars).show


def _count(step: Step) -> str:
    total = "" if step.total is None or step.unit == "s" else f" of {step.total:,.0f}"
    return f"{step.done:,.0f}{total} {step.unit}"


class _Bars:
    """A bar for each title."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._tasks: dict[str, TaskID] = {}

    def show(self, step: Step) -> None:
        """Move the step's bar; the first step of a title adds it."""
        if step.title not in self._tasks:
            self._tasks[step.title] = self._bars.add_task(step.title, total=step.total, count="")
        self._bars.update(self._tasks[step.title], completed=step.done, total=step.total, count=_count(step))


class _Lines:
    """A line when a title is new, when its work is over, at each tenth, and every few seconds between."""

    def __init__(self) -> None:
        self._last: Step | None = None
        self._told = 0.0

    def show(self, step: Step) -> None:
        """Write a line if the step is worth one."""
        if not self._is_news(step):
            return
        self._last, self._told = step, time.monotonic()
        click.echo(f"{step.title}: {_count(step)}", err=True)

    def _is_news(self, step: Step) -> bool:
        if self._last is None or step.title != self._last.title:
            return True
        if step == self._last:
            return False
        is_over = step.done == step.total
        return is_over or _part(step) > _part(self._last) or time.monotonic() - self._told > _SECONDS_BETWEEN_LINES


def _part(step: Step) -> int:
    return int(step.done / step.total * _PARTS) if step.total else 0
