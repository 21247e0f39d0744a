"""All that a graph holds of entities and what joins them, read in two questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from store import Store, day, unmarked

from graph.vocabulary import SEVERAL, Relationship

Span = tuple[date, date | None]


@dataclass(frozen=True)
class Joined:
    """A relationship that stands or stood."""

    type: Relationship
    stands: bool
    source: str
    target: str
    role: str | None
    span: Span

    @property
    def owner(self) -> tuple[str, ...]:
        """Whose it is: nobody has two of the type at once, or none to one end where there may be several."""
        if self.type is Relationship.MEMBER_OF or self.type in SEVERAL:
            return (self.source, self.target)
        return (self.target,) if self.type is Relationship.LEADS else (self.source,)

    def said(self) -> tuple[str, str, str, str | None]:
        return (self.type.value, self.source, self.target, self.role)


@dataclass(frozen=True)
class Held:
    """An entity: what it is, the store's own id for it, and its versions as name and days."""

    element_id: str
    labels: frozenset[str]
    properties: dict[str, object]
    span: Span
    versions: tuple[tuple[str, Span], ...]

    def name_on(self, when: date) -> str | None:
        """Return its name on a day, ``None`` when it did not stand: what it was then comes before what it is."""
        names = [
            name for name, span in (*self.versions, (str(self.properties["name"]), self.span)) if is_in(when, span)
        ]
        return names[0] if names else None


@dataclass(frozen=True)
class Snapshot:
    entities: dict[str, Held]
    relations: list[Joined]

    def said_on(self, when: date) -> Iterator[tuple[str, str, str, str | None]]:
        """Yield the relationships there were on a day between what stood then."""
        stood = {id for id, one in self.entities.items() if one.name_on(when) is not None}
        yield from (
            one.said()
            for one in self.relations
            if is_in(when, one.span) and one.source in stood and one.target in stood
        )


def is_in(when: date, span: Span) -> bool:
    return span[0] <= when and (span[1] is None or when < span[1])


def snapshot(store: Store) -> Snapshot:
    """Read the graph, past our own code."""
    entities = store.run(
        "MATCH (e:Entity) RETURN e.id AS id, elementId(e) AS element_id, labels(e) AS labels, properties(e) AS stored, "
        "[(e)-[:HAD]->(v:Version) | [v.name, v.valid_from, v.valid_to]] AS versions"
    )
    relations = store.run(
        "MATCH (a:Entity)-[r]->(b:Entity) RETURN type(r) AS type, a.id AS source, b.id AS target, r.role AS role, "
        "r.valid_from AS valid_from, r.valid_to AS valid_to"
    )
    return Snapshot({str(row["id"]): _held(row) for row in entities}, [_joined(row) for row in relations])


def _held(row: dict[str, object]) -> Held:
    stored, labels, versions = row["stored"], row["labels"], row["versions"]
    assert isinstance(stored, dict)
    assert isinstance(labels, list)
    assert isinstance(versions, list)
    return Held(
        str(row["element_id"]),
        frozenset(map(str, labels)),
        unmarked(stored),
        _span(stored["valid_from"], stored.get("valid_to")),
        tuple((str(name), _span(begun, ended)) for name, begun, ended in versions),
    )


def _joined(row: dict[str, object]) -> Joined:
    type_, role = str(row["type"]), row["role"]
    return Joined(
        Relationship(type_.removeprefix("WAS_")),
        not type_.startswith("WAS_"),
        str(row["source"]),
        str(row["target"]),
        None if role is None else str(role),
        _span(row["valid_from"], row["valid_to"]),
    )


def _span(begun: object, ended: object) -> Span:
    return (day(begun), None if ended is None else day(ended))
