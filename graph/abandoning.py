"""Questions that were given up: what still works at them on the server is ended there."""

from graph.engines import Engine
from graph.engines.marks import Mark
from graph.query import Query
from graph.rows import Row


class EndedTransaction(Row):
    """A transaction that was ended before it was done, by the id the server gave it."""

    id: str


_ENDED = Query("questions/ended", EndedTransaction)


def end(engine: Engine, mark: Mark) -> int:
    """Have the server end the transactions that work at a question, and return how many did; raise EngineError.

    Each ends with an error on its own connection, which is as good as before. A user may end his own without any further
    privilege. Of a cluster, this asks one member: what runs on another ends at its time limit.
    """
    return len(_ENDED.all(engine, mark=mark.name))
