"""The schema of the store: constraints, indexes and every word of the vocabulary, applied as often as one likes."""

from hashlib import blake2b

import cypher
from graph.engines import Engine, Value
from graph.errors import CredentialsError, EngineError
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


class Definition(Row):
    """An index there is, under the name of the constraint it holds where it holds one."""

    name: str
    is_usable: bool
    is_constraint: bool


_HELD = Query("revision/schema", SchemaDigest)
_DEFINITIONS = Query("soundness/schema", Definition)
_AWAITED = "schema/awaited"
_AWAIT_SECONDS = 120
CONSTRAINTS = {"change_seq", "data_set_id", "entity_id", "revision_id"}
"""What else the schema defines are indexes, and an index of such a name holds nothing to it."""


def apply_schema(engine: Engine) -> None:
    """Bring a store to the schema, unless it has this release's and has kept it.

    Raise DamagedError when what the store holds does not fit it, else EngineError.
    """
    digest = _digest()
    if _has(engine, digest) and not lost_definitions(engine):
        return
    for name in _defining():
        _define(engine, f"schema/{name}")
    for name, words in _TOKENS.items():
        _apply(engine, name, names=[str(word) for word in words])
    _apply(engine, _AWAITED, seconds=_AWAIT_SECONDS)
    _apply(engine, "revision/start", digest=digest)


def lost_definitions(engine: Engine) -> list[str]:
    """Return the constraints and indexes that a store of this release's schema no longer has; raise EngineError.

    A user who may not see them is told of none.
    """
    if not _has(engine, _digest()):
        return []
    try:
        found = {(row.name, row.is_constraint) for row in _DEFINITIONS.all(engine) if row.is_usable}
    except CredentialsError:
        return []
    return [name for name in _defining() if (name, name in CONSTRAINTS) not in found]


def _has(engine: Engine, digest: str) -> bool:
    return any(row.digest == digest for row in _HELD.all(engine))


def _defining() -> list[str]:
    """Return the names of the constraints and indexes."""
    names = (name for name in cypher.names() if name.startswith("schema/") and name not in {*_TOKENS, _AWAITED})
    return [name.removeprefix("schema/") for name in names]


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
