"""The ``wuji up`` of a home, on record so that ``wuji down`` and ``wuji status`` find it."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import psutil

from graph.errors import StartError
from graph.server.home import home_of, writing
from graph.server.process import end, keep_record, recorded
from graph.settings import Settings


@contextmanager
def on_record(settings: Settings, *, address: str) -> Generator[None]:
    """Keep this process and where it answers on record for the length of a block.

    Raise HomeError when the home cannot be written, and StartError when another ``wuji up`` of this home runs.
    """
    record = _record(settings)
    other = recorded(record)
    if other is not None:
        raise StartError(
            f"'wuji up' runs in this home already (pid {other.pid}). Stop it with 'wuji down', "
            "or set WUJI_HOME to another folder."
        )
    with writing(settings.home, "WUJI_HOME"):
        home_of(settings).create()
        record.with_suffix(".address").write_text(address, encoding="utf-8")
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


def recorded_address(settings: Settings) -> str | None:
    """Return where the ``wuji up`` of this home answers, ``None`` when none runs."""
    record = _record(settings)
    if recorded(record) is None:
        return None
    return record.with_suffix(".address").read_text(encoding="utf-8")


def _record(settings: Settings) -> Path:
    return home_of(settings).run / "up.json"
