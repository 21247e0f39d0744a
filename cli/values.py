"""The values of properties, as people read them."""

from graph.kind_words import KindWords
from graph.shapes import PropertyValue
from graph.vocabulary import Property


def told(one: Property, value: PropertyValue | None, words: KindWords) -> str:
    """Return a value in Chinese where it is one of a list, empty when there is none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list):
        return "、".join(value)
    return words.values(one).get(str(value), str(value))
