"""The mark of a question under way, carried by every transaction that works at it.

So whoever gives the question up finds them on the server, whichever driver sent them. The mark goes beside the calls and not
through them: what a question asks passes a dozen functions that have no use for it.
"""

import secrets
from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar

from graph.errors import AbandonedError
from words import said

_KEY = "wuji_question"
"""The key of a transaction's metadata; ``cypher/questions/ended.cypher`` looks for it."""


class Mark:
    """The mark of one question: ``is_abandoned`` once nobody waits for its answer any more."""

    def __init__(self) -> None:
        self.name = secrets.token_hex(8)
        self.is_abandoned = False


_CURRENT: ContextVar[Mark | None] = ContextVar("mark", default=None)


@contextmanager
def marked(mark: Mark) -> Generator[None]:
    """Have what is read within the block, and in the threads that are begun in it, carry a mark."""
    before = _CURRENT.set(mark)
    try:
        yield
    finally:
        _CURRENT.reset(before)


def metadata() -> dict[str, str]:
    """Return what a transaction is to say of itself: nothing outside a marked block.

    Raise AbandonedError for a question that was given up: it asks for nothing more.
    """
    mark = _CURRENT.get()
    if mark is None:
        return {}
    if mark.is_abandoned:
        raise AbandonedError(said("The question was given up: whoever asked it has gone."))
    return {_KEY: mark.name}
