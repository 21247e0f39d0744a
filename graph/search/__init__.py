"""Search: entities by a part of the name, pinyin, initials, id, code, or an address as people write it."""

from graph.rows import Hit
from graph.search.finding import search
from graph.search.keeping import begin_terms, has_terms, keep_terms

__all__ = ["Hit", "begin_terms", "has_terms", "keep_terms", "search"]
