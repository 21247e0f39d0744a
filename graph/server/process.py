"""Finds, starts and ends the one Neo4j process of a home, whatever became of the command that started it."""

import json
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import Thread

import psutil

from graph.errors import StartError
from graph.server.home import PRIVATE_UMASK, Home, make_private, write_private, writing
from graph.server.java import home_argument, java_failure
from words import said

_SECONDS_TO_STOP = 60
_SECONDS_BETWEEN_LOOKS = 0.05
# The system rounds the time a process began, each reading a little differently.
_SECONDS_OF_ROUNDING = 1.0


def find(home: Home) -> psutil.Process | None:
    """Return the running server of a home: the recorded one or, when the record is of no use, one searched for."""
    return recorded(home.process_record) or _searched(home)


def is_alive(process: psutil.Process) -> bool:
    """Tell whether a process runs; one that has ended and waits for its parent to notice does not."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def launch(home: Home, command: Sequence[str], variables: Mapping[str, str]) -> psutil.Process:
    """Start the server so that it outlives this process and its terminal, and record it."""
    with writing(home.root, "WUJI_HOME"):
        console = home.console.open("wb")
        make_private(home.console)
    with console:
        child = _spawn(command, variables, home, console.fileno())
    try:
        process = psutil.Process(child.pid)
        # Waiting for it in the background, so that it is not left defunct when it ends before this process does.
        Thread(target=child.wait, daemon=True).start()
        with writing(home.root, "WUJI_HOME"):
            keep_record(home.process_record, process)
    except BaseException:
        # A server without a record is nobody's: none is left when its record could not be written, or on Ctrl-C.
        child.kill()
        raise
    return process


def end(process: psutil.Process) -> None:
    """Ask a process to stop, wait until it is gone, and kill it when it does not go.

    Windows knows no such request: there it is killed at once, and Neo4j recovers from its log at the next start.
    """
    try:
        process.terminate()
        if not _is_gone(process):
            process.kill()
            _is_gone(process)
    except psutil.NoSuchProcess:
        return
    except psutil.AccessDenied as error:
        raise StartError(
            said(
                "The process {pid} belongs to another account. Stop it as that account, or as the administrator.",
                pid=process.pid,
            )
        ) from error


def _is_gone(process: psutil.Process) -> bool:
    deadline = time.monotonic() + _SECONDS_TO_STOP
    while is_alive(process) and time.monotonic() < deadline:
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    return not is_alive(process)


def _spawn(command: Sequence[str], variables: Mapping[str, str], home: Home, output: int) -> subprocess.Popen[bytes]:
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    else:
        flags = 0
    try:
        return subprocess.Popen(  # noqa: S603 - our own Java, our own arguments
            command,
            env=variables,
            cwd=home.root,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            # Away from this terminal: its Ctrl-C and its end are not the server's. Windows has the flags for it.
            start_new_session=True,
            creationflags=flags,
            umask=PRIVATE_UMASK,
        )
    except OSError as error:
        raise java_failure(error) from error


def keep_record(record: Path, process: psutil.Process) -> None:
    """Write down which process runs, so that a later command finds it; raise OSError."""
    aside = record.with_suffix(".new")
    write_private(aside, json.dumps({"pid": process.pid, "created": process.create_time()}))
    aside.replace(record)


def recorded(record: Path) -> psutil.Process | None:
    """Return the recorded process; ``None`` when the record is gone or garbled, or the pid is another's by now."""
    try:
        found = json.loads(record.read_text(encoding="utf-8"))
        process = psutil.Process(int(found["pid"]))
        is_same = abs(process.create_time() - float(found["created"])) < _SECONDS_OF_ROUNDING
    except (OSError, ValueError, KeyError, TypeError, psutil.Error):
        return None
    return process if is_same and is_alive(process) else None


def _searched(home: Home) -> psutil.Process | None:
    """Look through the processes of this machine: a command killed in mid-start has left no record."""
    argument = home_argument(home)
    for process in psutil.process_iter(["cmdline"]):
        if argument in (process.info["cmdline"] or []) and is_alive(process):
            return process
    return None
