"""What the kinds and the categories of areas are called in the city a graph holds.

In the words of its data set, and in the model's where it has none.
"""

from graph.engines import Engine
from graph.meanings import VALUES
from graph.tables import Tables, kept_tables
from graph.vocabulary import AREA_KINDS, KINDS, AreaCategory, Kind, Property, Scheme
from graph.vocabulary.schemes import RULES, CodeRule

OPEN_KINDS = frozenset({*AREA_KINDS, Kind.IDENTIFIER})
"""The kinds of which a property may be a word that the data set adds."""


class KindWords:
    """The Chinese words for the kinds and for what their properties may be; without tables those of the model."""

    def __init__(self, tables: Tables | None = None) -> None:
        own = {} if tables is None else {kind: tables.title(kind) for kind in Kind}
        added = () if tables is None else tables.categories
        self.own: dict[Kind, str] = {kind: title for kind, title in own.items() if title is not None}
        self.categories: dict[str, str] = {**VALUES[AreaCategory], **{one.key: one.title for one in added}}
        schemes = () if tables is None else tables.schemes
        self.schemes: dict[str, str] = {**VALUES[Scheme], **{one.key: one.title for one in schemes}}
        self.rules: dict[str, CodeRule] = {
            **RULES,
            **{one.key: CodeRule(has_capitals=one.has_capitals) for one in schemes},
        }

    def of(self, kind: Kind) -> str:
        """Return what a kind is called."""
        return self.own.get(kind) or KINDS[kind].chinese

    def standing_for(self, title: str, kind: Kind) -> str:
        """Return a title of a kind; the model's word for the kind becomes the city's."""
        return self.of(kind) if title == KINDS[kind].chinese else title

    def values(self, one: Property) -> dict[str, str]:
        """Return the words that a property may be, each with what it means; none of a property that has no list."""
        if AreaCategory in one.words:
            return self.categories
        if Scheme in one.words:
            return self.schemes
        return {word.value: VALUES[words][word.value] for words in one.words for word in words}


def kind_words(engine: Engine) -> KindWords:
    """Return the words of the data set a graph holds; raise EngineError, or MalformedError."""
    return KindWords(kept_tables(engine))
