"""Loading: bringing the graph to what a data set states, batch by batch, through the one write path."""

from graph.loading.facts import Bond, Fact, Link
from graph.loading.loader import load
from graph.loading.publication import Contents, HeldDataSet, Published, held_data_set
from graph.loading.summary import Conflict, Summary

__all__ = [
    "Bond",
    "Conflict",
    "Contents",
    "Fact",
    "HeldDataSet",
    "Link",
    "Published",
    "Summary",
    "held_data_set",
    "load",
]
