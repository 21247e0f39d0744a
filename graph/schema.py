"""The schema of the store: constraints, indexes and every word of the vocabulary, applied as often as one likes."""

from hashlib import blake2b

import cypher
from graph.engines import Engine, Value
from graph.errors import EngineError
from graph.query import Command, Query
from graph.rows import Row
from graph.vocabulary import PROPERTIES, Kind, Label, Record, Relationship, closed_type

_TOKENS = {
    "schema/labels": [*Kind, *Label],
    "schema/relationship_types": [*Relationship, *map(closed_type, Relationship), *Record],
    "schema/properties": list(PROPERTIES),
}


class SchemaDigest(Row):
    """The fingerprint of the schema a store was brought to, ``None`` when it was to an older release's."""

    digest: str | None


_HELD = Query("revision/schema", SchemaDigest)
_AWAITED = "schema/awaited"
_AWAIT_SECONDS = 120


def apply_schema(engine: Engine) -> None:
    """Bring a store to the schema; raise EngineError. A store that has this release's already is not asked again."""
    digest = _digest()
    if any(row.digest == digest for row in _HELD.all(engine)):
        return
    definitions = [
        name for name in cypher.names() if name.startswith("schema/") and name not in _TOKENS and name != _AWAITED
    ]
    for name in definitions:
        _define(engine, name)
    for name, words in _TOKENS.items():
        _apply(engine, name, names=[str(word) for word in words])
    _apply(engine, _AWAITED, seconds=_AWAIT_SECONDS)
    _apply(engine, "revision/start", digest=digest)


def _digest() -> str:
    """Fingerprint all that makes the schema: the text of its statements, and the vocabulary's words."""
    texts = [cypher.statement(name).text for name in cypher.names() if name.startswith("schema/")]
    words = [str(word) for words in _TOKENS.values() for word in words]
    return blake2b("\n".join([*texts, *words]).encode(), digest_size=8).hexdigest()


def _define(engine: Engine, name: str) -> None:
    try:
        _apply(engine, name)
    except EngineError:
        # IF NOT EXISTS fails where two define one thing at the same moment; the second time it is there.
        _apply(engine, name)


def _apply(engine: Engine, name: str, **parameters: Value) -> None:
    engine.write(lambda transaction: Command(name).within(transaction, **parameters))
