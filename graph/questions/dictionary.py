"""The vocabulary told in full: each kind with its properties and relationships, and how many there are today."""

from collections.abc import Mapping
from datetime import date

from graph.engines import Engine
from graph.kind_words import KindWords, kind_words
from graph.meanings import RELATIONSHIPS as MEANINGS
from graph.query import Query
from graph.readings import Reading
from graph.revision import revision
from graph.rows import Row, WordTally
from graph.stated import STANDING
from graph.vocabulary import KINDS, MODEL, RELATIONSHIPS, Family, Kind, Property, Relationship, Tie, Type, closed_type

_TALLY = Query("entities/tally", WordTally)


class ValueWord(Row):
    """One of the words a property may be."""

    word: str
    title: str


class PropertyWord(Row):
    """A property of a kind; ``words`` are what it may be where that is listed, else ``None``."""

    key: str
    title: str
    type: Type
    words: list[ValueWord] | None
    required: bool


class TieWord(Row):
    """A relationship that an entity's own row states, in a column of ids; ``incoming`` when it leads to the entity."""

    type: Relationship
    title: str
    column: str
    targets: list[Kind]
    several: bool
    required: bool
    incoming: bool


class KindWord(Row):
    """A kind, ``title`` being what the data set calls it; ``file`` is the CSV file its rows stand in, ``total`` how many stand today."""

    kind: Kind
    title: str
    family: Family
    file: str
    properties: list[PropertyWord]
    relationships: list[TieWord]
    total: int


class Ends(Row):
    """The kinds a relationship may lead from and to."""

    source: Kind
    target: Kind


class RelationshipWord(Row):
    """A relationship, the type it has once it is closed, and what it joins; ``total`` is how many stand today."""

    type: Relationship
    closed_type: str
    title: str
    meaning: str
    joins: list[Ends]
    total: int


class Dictionary(Row):
    """Every kind, and every relationship."""

    kinds: list[KindWord]
    relationships: list[RelationshipWord]


def dictionary(engine: Engine, *, day: date = STANDING) -> Reading[Dictionary]:
    """Return every word with how many there are on a day."""
    stands = revision(engine)
    totals = {row.word: row.total for row in _TALLY.all(engine, day=day)}
    return Reading(stands, told(totals, kind_words(engine)))


def told(totals: Mapping[Kind | Relationship, int], words: KindWords) -> Dictionary:
    """Return every word with its total; of what has none there is nothing."""
    return Dictionary(
        kinds=[_kind(kind, words, totals.get(kind, 0)) for kind in Kind],
        relationships=[
            RelationshipWord(
                type=type,
                closed_type=closed_type(type),
                title=RELATIONSHIPS[type],
                meaning=MEANINGS[type],
                joins=[Ends(source=source, target=target) for source, target in _joined(type)],
                total=totals.get(type, 0),
            )
            for type in Relationship
        ],
    )


def _kind(kind: Kind, words: KindWords, total: int) -> KindWord:
    model = MODEL[kind]
    return KindWord(
        kind=kind,
        title=words.of(kind),
        family=KINDS[kind].family,
        file=model.file,
        properties=[_property(one, words) for one in model.shown],
        relationships=[_tie(tie) for tie in model.ties],
        total=total,
    )


def _joined(type: Relationship) -> list[tuple[Kind, Kind]]:
    if type is Relationship.MEMBER_OF:
        # The one relationship with a file of its own, memberships.csv: no row of either end states it.
        return [(Kind.UNIT, Kind.ALLIANCE)]
    return [
        (target, kind) if tie.is_incoming else (kind, target)
        for kind, model in MODEL.items()
        for tie in model.ties
        if tie.type is type
        for target in tie.targets
    ]


def _property(one: Property, known: KindWords) -> PropertyWord:
    words = [ValueWord(word=word, title=title) for word, title in known.values(one).items()]
    return PropertyWord(key=one.key, title=one.chinese, type=one.type, words=words or None, required=one.is_required)


def _tie(tie: Tie) -> TieWord:
    return TieWord(
        type=tie.type,
        title=RELATIONSHIPS[tie.type],
        column=tie.column,
        targets=[*tie.targets],
        several=tie.several,
        required=tie.is_required,
        incoming=tie.is_incoming,
    )
