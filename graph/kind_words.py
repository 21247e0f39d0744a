"""What the kinds are called in the city a graph holds: in the words of its data set, and in the model's where it has none."""

from graph.engines import Engine
from graph.tables import Tables, kept_tables
from graph.vocabulary import KINDS, Kind


class KindWords:
    """The Chinese words for the kinds; of a graph without tables of its own the model's."""

    def __init__(self, tables: Tables | None = None) -> None:
        own = {} if tables is None else {kind: tables.title(kind) for kind in Kind}
        self.own: dict[Kind, str] = {kind: title for kind, title in own.items() if title is not None}

    def of(self, kind: Kind) -> str:
        """Return what a kind is called."""
        return self.own.get(kind) or KINDS[kind].chinese

    def standing_for(self, title: str, kind: Kind) -> str:
        """Return a title of a kind; the model's word for the kind becomes the city's."""
        return self.of(kind) if title == KINDS[kind].chinese else title


def kind_words(engine: Engine) -> KindWords:
    """Return the words of the data set a graph holds; raise EngineError, or MalformedError."""
    return KindWords(kept_tables(engine))
