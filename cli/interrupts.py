"""Ctrl-C and the request to end (SIGTERM): heeded in every phase, and told what keeps running."""

import _thread
import signal
import sys
from collections.abc import Generator
from contextlib import contextmanager
from queue import SimpleQueue
from threading import Timer
from types import FrameType
from typing import NoReturn

from graph.errors import GraphError
from words import Said, also, said

_SECONDS_UNTIL_AGAIN = 0.05


def heed_interrupts() -> None:
    """Have Ctrl-C raise KeyboardInterrupt, and SIGTERM SystemExit with 143; neither is lost.

    A shell without job control starts what it puts in the background deaf to Ctrl-C.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    signal.signal(signal.SIGTERM, _ended)
    sys.unraisablehook = _raised_again


@contextmanager
def noted_interrupts() -> Generator["SimpleQueue[int]"]:
    """Have the first Ctrl-C or SIGTERM put its number into a queue for the length of a block; the second is raised as ever.

    What is raised may break off a thread that has just taken a lock, and leave the lock taken for ever.
    """
    told: SimpleQueue[int] = SimpleQueue()
    as_ever = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def heed_as_ever() -> None:
        for number, handler in as_ever.items():
            signal.signal(number, handler)

    def note(number: int, _frame: FrameType | None) -> None:
        heed_as_ever()
        told.put(number)

    for number in as_ever:
        signal.signal(number, note)
    try:
        yield told
    finally:
        heed_as_ever()


def remaining() -> Said | None:
    """Return what of this home keeps running and how to end it, in a sentence; ``None`` when nobody can say."""
    # Here, and not above: a command that nobody interrupts needs none of it, and some need nothing else.
    from cli.record import recorded_services
    from graph.server import status
    from graph.settings import read_settings

    try:
        settings = read_settings()
        answering = [service.address for service in recorded_services(settings)]
        runs = status(settings).state == "running"
    except (GraphError, OSError):
        return None
    if answering:
        return said(
            "wuji goes on answering at {addresses}: 'wuji down' ends all of this home.", addresses=also(answering)
        )
    if runs:
        return said("Neo4j keeps running: 'wuji neo4j stop' ends it.")
    return said("Nothing of this home keeps running.")


def _ended(number: int, _frame: FrameType | None) -> NoReturn:
    sys.exit(128 + number)


def _raised_again(ignored: "sys.UnraisableHookArgs") -> None:
    """Raise once more what came while an object was being cleared away: Python drops whatever is raised there.

    Another thread does it, a moment later: raised in here it would be dropped as well.
    """
    if isinstance(ignored.exc_value, KeyboardInterrupt):
        _later(signal.SIGINT)
    elif isinstance(ignored.exc_value, SystemExit):
        _later(signal.SIGTERM)
    else:
        sys.__unraisablehook__(ignored)


def _later(number: signal.Signals) -> None:
    again = Timer(_SECONDS_UNTIL_AGAIN, _thread.interrupt_main, [number])
    again.daemon = True
    again.start()
