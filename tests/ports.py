"""Ports for what tests start: nobody's when they are given, and below those the system hands out by itself."""

import os
import socket
from collections.abc import Iterator
from itertools import count

_APART = 500


def free_ports(first: int) -> Iterator[int]:
    """Give free ports of this machine, the first of them at ``first`` or above.

    Processes that share the work of one run look in different places: what one has found, another does not take.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    return filter(_is_free, count(first + _APART * worker))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As servers ask: a port that a closed connection still lingers on is theirs.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
