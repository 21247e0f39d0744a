"""Tells before a start which port another program holds, and which program that is."""

import os
import socket
import sys
import time
from contextlib import suppress
from typing import NamedTuple

import psutil

from graph.errors import PortInUseError
from graph.settings import Settings
from words import said

_SECONDS_TO_CLOSE = 5.0
_SECONDS_BETWEEN_LOOKS = 0.05


def check_ports(settings: Settings) -> None:
    """Raise PortInUseError when a port that Neo4j is to have is taken, or is given to both of its services."""
    if settings.bolt_port == settings.http_port:
        raise _twice("WUJI_BOLT_PORT", "WUJI_HTTP_PORT", settings.bolt_port)
    for variable, port in (("WUJI_BOLT_PORT", settings.bolt_port), ("WUJI_HTTP_PORT", settings.http_port)):
        if not _becomes_free(port):
            holder = _holder(port)
            if port == settings.port and holder is not None and holder.pid == os.getpid():
                # The API listens before Neo4j is started.
                raise _twice("WUJI_PORT", variable, port)
            program = (
                said("another program")
                if holder is None
                else said("{name} (pid {pid})", name=holder.name, pid=holder.pid)
            )
            raise PortInUseError(
                said(
                    "Port {port} is in use by {program}. Stop that program, or set {variable} to a free port.",
                    port=port,
                    program=program,
                    variable=variable,
                )
            )


def _twice(first: str, second: str, port: int) -> PortInUseError:
    return PortInUseError(
        said(
            "{first} and {second} are both {port}. Give each a port of its own.", first=first, second=second, port=port
        )
    )


def _becomes_free(port: int) -> bool:
    """Tell whether a port is free, giving one that no process is seen to hold a moment.

    A Neo4j killed just now is gone from the list of processes before the system has closed all it had open.
    """
    deadline = time.monotonic() + _SECONDS_TO_CLOSE
    while not _is_free(port):
        if _holder(port) or time.monotonic() > deadline:
            return False
        time.sleep(_SECONDS_BETWEEN_LOOKS)
    return True


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        if sys.platform == "win32":
            # There an address may be shared unless a program asks for it alone.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # Connections of an earlier run that are still closing do not hold the port.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


class _Holder(NamedTuple):
    """A program that listens."""

    pid: int
    name: str


def _holder(port: int) -> _Holder | None:
    """Return the program that listens; some systems tell it to their administrator alone."""
    with suppress(psutil.Error):
        for connection in psutil.net_connections(kind="tcp"):
            is_holder = connection.status == psutil.CONN_LISTEN and connection.laddr[1:] == (port,)
            if is_holder and connection.pid:
                return _Holder(connection.pid, psutil.Process(connection.pid).name())
    return None
