"""Shows long work: bars on a terminal, a plain line now and then elsewhere; always on standard error."""

import sys
import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

import click

from graph.progress import Report, Step
from words import said

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_SECONDS_BETWEEN_LINES = 5.0
_PARTS = 10
_UNITS = {"files": said("files"), "MB": said("MB"), "rows": said("rows"), "s": said("s")}


@contextmanager
def progress() -> Generator[Report]:
    """Yield what takes the steps of the work inside the block."""
    if not sys.stderr.isatty():
        yield _Lines().show
        return
    with ExitStack() as stack:
        yield _Bars(stack).show


def _begun() -> "Progress":
    # Here, and not above: most commands find all at work already, and show nothing.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[count]}"), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True))


def _count(step: Step) -> str:
    unit = _UNITS.get(step.unit, step.unit)
    if step.total is None or step.unit == "s":
        return str(said("{done:,.0f} {unit}", done=step.done, unit=unit))
    return str(said("{done:,.0f} of {total:,.0f} {unit}", done=step.done, total=step.total, unit=unit))


class _Bars:
    """A bar for each title, until the stack ends; the first step draws the first."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._bars: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def show(self, step: Step) -> None:
        """Move the step's bar; the first step of a title adds it."""
        if self._bars is None:
            self._bars = self._stack.enter_context(_begun())
        title = str(step.title)
        if title not in self._tasks:
            self._tasks[title] = self._bars.add_task(title, total=step.total, count="")
        self._bars.update(self._tasks[title], completed=step.done, total=step.total, count=_count(step))


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
        click.echo(said("{title}: {count}", title=step.title, count=_count(step)), err=True)

    def _is_news(self, step: Step) -> bool:
        if self._last is None or step.title != self._last.title:
            return True
        if step == self._last:
            return False
        is_over = step.done == step.total
        return is_over or _part(step) > _part(self._last) or time.monotonic() - self._told > _SECONDS_BETWEEN_LINES


def _part(step: Step) -> int:
    return int(step.done / step.total * _PARTS) if step.total else 0
