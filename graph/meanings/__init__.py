"""What each word of the graph means, for those who read the reference or a table: the words themselves are the vocabulary's."""

from graph.meanings.properties import PROPERTIES, TYPES, Meaning
from graph.meanings.relationships import LABELS, RELATIONSHIPS
from graph.meanings.values import LISTS, VALUES

__all__ = ["LABELS", "LISTS", "PROPERTIES", "RELATIONSHIPS", "TYPES", "VALUES", "Meaning"]
