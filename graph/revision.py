"""Where the graph stands."""

from graph.engines import Engine
from graph.errors import NoRevisionError
from graph.query import Query
from graph.rows import Revision

_REVISION = Query("revision/read", Revision)


def revision(engine: Engine) -> Revision:
    """Return the graph's revision, to be read before the data it speaks for; raise NoRevisionError."""
    found = _REVISION.first(engine)
    if found is None:
        raise NoRevisionError("The graph is empty: load a data set into it with 'wuji seed' first.")
    return found
