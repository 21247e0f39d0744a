"""Work that says nothing of itself, with its time told while it lasts; of what is done at once nothing is told."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillRunningError
from contextvars import copy_context
from threading import Thread
from typing import TypeVar

from graph.progress import Report, Step
from words import Said

T = TypeVar("T")

_SECONDS_BETWEEN_REPORTS = 0.5


def telling(
    title: Said, work: Callable[[], T], *, report: Report, quiet_seconds: float = _SECONDS_BETWEEN_REPORTS
) -> T:
    """Do the work beside this thread, report every moment how long it has taken, and return what it returns.

    Nothing is reported of the first ``quiet_seconds``. Raise what it raises. Ctrl-C ends the waiting, and with the program the work.
    """
    outcome: Future[T] = Future()
    began = time.monotonic()
    # In the context of this thread, that it speaks its language.
    Thread(target=copy_context().run, args=(_do, work, outcome), daemon=True).start()
    told = False
    while True:
        try:
            result = outcome.result(_SECONDS_BETWEEN_REPORTS if told else quiet_seconds)
        except StillRunningError:
            if outcome.done():
                raise
            report(Step(title, _passed(began), None, "s"))
            told = True
        else:
            passed = _passed(began)
            if told:
                report(Step(title, passed, passed, "s"))
            return result


def _passed(began: float) -> float:
    return round(time.monotonic() - began, 1)


def _do(work: Callable[[], T], outcome: "Future[T]") -> None:
    try:
        outcome.set_result(work())
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised where it is waited for
        outcome.set_exception(error)
