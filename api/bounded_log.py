"""A log that nobody can fill from outside: so many lines a minute, each of bounded length, and the rest counted."""

import asyncio
import logging

from words import Said, said

MAX_LINES = 20
WINDOW_SECONDS = 60.0
_MAX_TEXT = 160

_LOG = logging.getLogger("wuji.http")


class BoundedLog:
    """Writes what clients do wrong, for one server; ``loop`` is the server's own."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._lines = 0
        self._ends = 0.0

    def note(self, client: tuple[str, int] | None, words: Said) -> None:
        """Write a line that begins with the client's address, unless the minute has its lines already."""
        now = self._loop.time()
        if now >= self._ends:
            self._lines, self._ends = 0, now + WINDOW_SECONDS
        self._lines += 1
        if self._lines <= MAX_LINES:
            _LOG.warning("%s %s", _shown(client), _plain(str(words)))
        elif self._lines == MAX_LINES + 1:
            self._loop.call_at(self._ends, self._count)

    def _count(self) -> None:
        _LOG.warning("%s", said("{more} more such lines were left out within a minute.", more=self._lines - MAX_LINES))
        self._lines = 0


def _shown(client: tuple[str, int] | None) -> str:
    if client is None:
        return str(said("somebody"))
    host, port = client
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def _plain(text: str) -> str:
    # Escaped, so that nothing sent can forge a line or speak to a terminal.
    return text.encode("unicode_escape").decode()[:_MAX_TEXT]
