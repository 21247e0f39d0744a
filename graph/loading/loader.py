"""A load: superiors before subordinates, a batch a transaction; what ends comes last, subordinates first.

Every batch leaves the graph whole: killed anywhere and run again, a load finds the finished batches unchanged and goes
on with the rest.
"""

from datetime import date

from graph.engines import Engine
from graph.loading.closing import close_ended
from graph.loading.dated_links import load_dated_links
from graph.loading.entities import load_facts
from graph.loading.publication import Contents, claim, finish
from graph.loading.summary import Summary
from graph.loading.taken_codes import refuse_taken
from graph.loading.under_way import UnderWay
from graph.progress import Report


def load(engine: Engine, contents: Contents, *, actor: str, today: date, overwrite: bool, report: Report) -> Summary:
    """Bring the graph to what a data set states and say what that took.

    What was changed in the graph by other means since the last load is a conflict: listed and left, unless
    ``overwrite``. What the data set no longer holds is closed as of ``today``. Raise LoadRefusedError when the graph
    holds another data set or a code that two entities would have on one day, and EngineError; a load that raised goes on where it stopped when it is run again.
    """
    under_way = UnderWay(engine, contents, actor, today, overwrite, report)
    refuse_taken(engine, contents, today=today)
    claim(engine, contents, actor=actor)
    ended = load_facts(under_way)
    load_dated_links(under_way)
    close_ended(under_way, ended)
    finish(engine, contents, actor=actor)
    return under_way.summary
