"""Where the graph stands."""

from typing import TypeVar

from graph.engines import Engine
from graph.errors import NoRevisionError
from graph.query import Query
from graph.rows import Revision
from words import said

R = TypeVar("R", bound=Revision)

_REVISION = Query("revision/read", Revision)


def revision(engine: Engine) -> Revision:
    """Return the graph's revision, to be read before the data it speaks for; raise NoRevisionError."""
    return present(_REVISION.first(engine))


def present(found: R | None) -> R:
    """Return what begins with the revision; raise NoRevisionError when the graph has none, and so no answer."""
    if found is None:
        raise NoRevisionError(said("The graph is empty: load a data set into it with 'wuji seed' first."))
    return found
