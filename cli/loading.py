"""A load in a process of its own: the data set is made while Neo4j starts, and the memory it takes goes with the process."""

import logging
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection as Pipe
from threading import Thread

from cli.seed import load_contents, open_checked
from graph import errors
from graph.engines.address import Address
from graph.engines.opening import Driver, connect
from graph.errors import DataSetError, GraphError
from graph.loading import Summary, held_data_set
from graph.progress import Report, Step
from graph.soundness import has_lost
from words import language_of_environment, said, speaking

_MAKING = said("Reading the data set")
_SECONDS_BETWEEN_REPORTS = 0.5
_SECONDS_TO_END = 5.0


@dataclass(frozen=True, slots=True)
class _Done:
    """What the load did, ``None`` when the graph held just that."""

    summary: Summary | None


@dataclass(frozen=True, slots=True)
class _Failure:
    """An error of the domain, by the name of its class in graph.errors and what it says."""

    kind: str
    words: str


class LoadingProcess:
    """The process: it reads a data set as soon as it is begun, and loads it when it is told where."""

    def __init__(self, dataset: str) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, dataset), daemon=True)
        with _deaf():
            self._process.start()
        theirs.close()

    def load(self, address: Address, driver: Driver, report: Report) -> Summary | None:
        """Load it into the Neo4j at that address, unless that holds just this; return what the load did.

        Raise DataSetError, LoadRefusedError or EngineError.
        """
        began = time.monotonic()
        with suppress(OSError):
            # One that has ended says why all the same.
            self._pipe.send((address, driver))
        while not self._pipe.poll(_SECONDS_BETWEEN_REPORTS):
            report(Step(_MAKING, round(time.monotonic() - began, 1), None, "s"))
        while not isinstance(answer := self._answer(), _Done):
            if isinstance(answer, Step):
                report(answer)
        return answer.summary

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.terminate()
        self._process.join(_SECONDS_TO_END)
        self._process.kill()
        self._pipe.close()

    def _answer(self) -> object:
        try:
            answer: object = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise DataSetError(
                said(
                    "The process that loads the data set was ended by another program, or had no memory left. "
                    "What it wrote stays; run the same command again to go on."
                )
            ) from error
        if isinstance(answer, _Failure):
            raise getattr(errors, answer.kind)(answer.words)
        return answer


def _work(pipe: Pipe, dataset: str) -> None:
    logging.getLogger("neo4j").setLevel(logging.CRITICAL)
    Thread(target=_end_with_parent, daemon=True).start()
    with speaking(language_of_environment(os.environ)):
        _load(pipe, dataset)


def _load(pipe: Pipe, dataset: str) -> None:
    try:
        contents = open_checked(dataset)
        address, driver = pipe.recv()
        engine = connect(address, driver)
        try:
            held = held_data_set(engine)
            is_needed = held is None or not held.is_loaded(contents) or has_lost(engine)
            summary = load_contents(engine, contents, overwrite=False, report=pipe.send) if is_needed else None
            pipe.send(_Done(summary))
        finally:
            engine.close()
    except GraphError as error:
        pipe.send(_Failure(_kind(error), str(error)))


def _kind(error: GraphError) -> str:
    """Return the name of an error's class, or of the class above it, in graph.errors."""
    return next(kind.__name__ for kind in type(error).__mro__ if hasattr(errors, kind.__name__))


def _end_with_parent() -> None:
    """End this process when the one that began it is gone: nobody goes on loading for a command that was killed."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


@contextmanager
def _deaf() -> Generator[None]:
    """Let what is begun in the block not hear Ctrl-C: a terminal tells every process, and this one decides for both."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
