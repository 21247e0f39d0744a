"""Search: entities by a part of the name, pinyin, initials, id, code, or an address as people write it."""

from graph.rows import Hit
from graph.search.finding import search
from graph.search.keeping import keep_terms

__all__ = ["Hit", "keep_terms", "search"]
