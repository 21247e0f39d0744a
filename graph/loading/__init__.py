"""Loading: bringing the graph to what a data set states, batch by batch, through the one write path."""

from typing import TYPE_CHECKING

from graph.history import Triple
from graph.loading.facts import Bond, Fact
from graph.loading.publication import Contents, HeldDataSet, Published, held_data_set, keep_tables
from graph.loading.summary import Conflict, Summary

if TYPE_CHECKING:
    from graph.loading.loader import load

__all__ = [
    "Bond",
    "Conflict",
    "Contents",
    "Fact",
    "HeldDataSet",
    "Published",
    "Summary",
    "Triple",
    "held_data_set",
    "keep_tables",
    "load",
]


def __getattr__(name: str) -> object:
    """Import what loads when it is asked for: most commands only ask which data set is held."""
    if name != "load":
        raise AttributeError(name)
    from graph.loading.loader import load

    return load
