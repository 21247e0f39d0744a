"""The commands of a home that answer over HTTP, on record so that ``wuji down`` and ``wuji status`` find them."""

from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import psutil

from graph.engines.opening import Driver
from graph.errors import StartError
from graph.server.home import home_of, write_private, writing
from graph.server.process import end, keep_record, recorded
from graph.settings import Settings
from words import said


@dataclass(frozen=True, slots=True)
class Service:
    """Where a command answers over HTTP, and the engine it asks."""

    address: str
    engine: Driver


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
            said(
                "'wuji up' runs in this home already (pid {pid}). Stop it with 'wuji down', "
                "or set WUJI_HOME to another folder.",
                pid=other[1].pid,
            )
        )
    process = psutil.Process()
    record = home.run / f"{command}-{process.pid}.json"
    try:
        with writing(home.root, "WUJI_HOME"):
            home.create()
            write_private(record.with_suffix(".service"), f"{address}\n{settings.engine}\n")
            keep_record(record, process)
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


def recorded_services(settings: Settings) -> list[Service]:
    """Return where the commands of this home answer, and through which engine."""
    found = (_service(record) for record, _ in _running(settings, "*"))
    return [service for service in found if service is not None]


def _service(record: Path) -> Service | None:
    """Return where a command answers, ``None`` when it ended since its record was found."""
    try:
        address, engine = record.with_suffix(".service").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return None
    return Service(address, Driver(engine))


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
    record.with_suffix(".service").unlink(missing_ok=True)
