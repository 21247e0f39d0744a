"""Lets one process at a time do a piece of work; the system frees the lock of one that was killed."""

from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from graph.progress import Report, Step
from graph.server.home import writing
from words import Said


@contextmanager
def alone(lock_file: Path, *, variable: str, waiting: Said, report: Report) -> Generator[None]:
    """Hold a lock file for the block, telling ``waiting`` when another process has it.

    Raises HomeError, naming ``variable``, when the file cannot be made.
    """
    lock = FileLock(lock_file, mode=0o600)
    with writing(lock_file.parent, variable):
        lock_file.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            report(Step(waiting, 0, None, "s"))
            lock.acquire()
    try:
        yield
    finally:
        lock.release()


@contextmanager
def alone_if_free(lock_file: Path, *, variable: str) -> Generator[bool]:
    """Hold a lock file for the block unless another process has it; give whether it is held.

    Raises HomeError, naming ``variable``, when the file cannot be made.
    """
    lock = FileLock(lock_file, mode=0o600)
    with writing(lock_file.parent, variable):
        lock_file.parent.mkdir(parents=True, exist_ok=True)
        with suppress(Timeout):
            lock.acquire(timeout=0)
    try:
        yield lock.is_locked
    finally:
        lock.release()
