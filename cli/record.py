"""The commands of a home that answer over HTTP, on record so that ``wuji down`` and ``wuji status`` find them."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import psutil

from graph.errors import StartError
from graph.server.home import home_of, writing
from graph.server.process import end, keep_record, recorded
from graph.settings import Settings


@contextmanager
def on_record(settings: Settings, *, command: Literal["up", "serve"], address: str) -> Generator[None]:
    """Keep this process and where it answers on record for the length of a block.

    Raise HomeError when the home cannot be written, and StartError for a second ``wuji up``: the end of one would
    take Neo4j from under the other.
    """
    home = home_of(settings)
    other = next(_running(settings, "up"), None) if command == "up" else None
    if other is not None:
        raise StartError(
            f"'wuji up' runs in this home already (pid {other[1].pid}). Stop it with 'wuji down', "
            "or set WUJI_HOME to another folder."
        )
    process = psutil.Process()
    record = home.run / f"{command}-{process.pid}.json"
    with writing(home.root, "WUJI_HOME"):
        home.create()
        record.with_suffix(".address").write_text(address, encoding="utf-8")
        keep_record(record, process)
    try:
        yield
    finally:
        _forget(record)


def end_recorded(settings: Settings) -> bool:
    """End every command on record and wait until it is gone; return whether there was one."""
    found = list(_running(settings, "*"))
    for record, process in found:
        end(process)
        _forget(record)
    return bool(found)


def recorded_addresses(settings: Settings) -> list[str]:
    """Return where the commands of this home answer."""
    return [record.with_suffix(".address").read_text(encoding="utf-8") for record, _ in _running(settings, "*")]


def _running(settings: Settings, command: str) -> Iterator[tuple[Path, psutil.Process]]:
    for record in sorted(home_of(settings).run.glob(f"{command}-*.json")):
        process = recorded(record)
        if process is None:
            # Of a command that was killed.
            _forget(record)
        else:
            yield record, process


def _forget(record: Path) -> None:
    record.unlink(missing_ok=True)
    record.with_suffix(".address").unlink(missing_ok=True)
