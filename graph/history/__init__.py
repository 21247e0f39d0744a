"""What an entity was, is and is said to have been: a value, its edits, and the difference of two. Nothing here reads or writes."""

from graph.history.around import Around
from graph.history.differences import LinkChange, VersionChange, link_changes, version_changes
from graph.history.edits import closed, corrected, first_stated, moved, reopened, restated, resumed
from graph.history.histories import History, Life, State, Version
from graph.history.links import DatedLink, Triple
from graph.history.redating import redated
from graph.history.stating import begins_anew, life_stated, stated
from graph.history.stints import brought, parted

__all__ = [
    "Around",
    "DatedLink",
    "History",
    "Life",
    "LinkChange",
    "State",
    "Triple",
    "Version",
    "VersionChange",
    "begins_anew",
    "brought",
    "closed",
    "corrected",
    "first_stated",
    "life_stated",
    "link_changes",
    "moved",
    "parted",
    "redated",
    "reopened",
    "restated",
    "resumed",
    "stated",
    "version_changes",
]
