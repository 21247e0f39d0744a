"""The ``wuji up`` of a home, on record so that ``wuji down`` finds it."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psutil

from graph.server.home import home_of, writing
from graph.server.process import end, keep_record, recorded
from graph.settings import Settings


@contextmanager
def on_record(settings: Settings) -> Generator[None]:
    """Keep this process on record for the length of a block; raise HomeError when the home cannot be written."""
    record = _record(settings)
    with writing(settings.home, "WUJI_HOME"):
        record.parent.mkdir(parents=True, exist_ok=True)
        keep_record(record, psutil.Process())
    try:
        yield
    finally:
        record.unlink(missing_ok=True)


def end_recorded(settings: Settings) -> bool:
    """End the ``wuji up`` on record and wait until it is gone; return whether there was one."""
    process = recorded(_record(settings))
    if process is None:
        return False
    end(process)
    return True


def is_recorded(settings: Settings) -> bool:
    """Whether a ``wuji up`` of this home runs."""
    return recorded(_record(settings)) is not None


def _record(settings: Settings) -> Path:
    return home_of(settings).run / "up.json"
