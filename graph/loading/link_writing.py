"""The statements of a load that write what differs between histories: links and versions, inside a Change's transaction."""

from collections.abc import Iterable
from typing import cast

from graph.engines import Transaction, Value
from graph.errors import DataSetError
from graph.history import LinkChange, VersionChange
from graph.query import Command, Query
from graph.rows import Count
from graph.vocabulary import closed_type
from words import said

Rows = list[dict[str, Value]]

_PUT = Query("load/put_links", Count)
_TURN = Query("load/turn_links", Count)


def write_links(transaction: Transaction, changes: Iterable[LinkChange]) -> None:
    """Make links, close them or open them again, and bring them to other days; raise DataSetError where an end is missing."""
    put: Rows = []
    turned: Rows = []
    kept: Rows = []
    for change in changes:
        before, link = change.before, change.after.link
        row: dict[str, Value] = {"properties": cast("dict[str, Value]", change.values())}
        type = link.type.value if change.after.stands else closed_type(link.type)
        if before is None:
            put.append({"type": type, "source": link.source, "target": link.target, **row})
        elif change.is_turned:
            turned.append({"type": type, "element_id": before.key, **row})
        else:
            kept.append({"element_id": before.key, **row})
    _count(transaction, _TURN, turned)
    run(transaction, "load/set_links", rows=kept)
    _count(transaction, _PUT, put)


def write_versions(transaction: Transaction, changes: Iterable[VersionChange]) -> None:
    """Keep versions, and bring those that are kept to other days."""
    put: Rows = []
    dated: Rows = []
    for change in changes:
        version = change.after
        days: dict[str, Value] = {"valid_from": version.valid_from, "valid_to": version.valid_to}
        if version.key is None:
            stored = cast("dict[str, Value]", {"kind": version.kind, **version.properties, **days})
            put.append({"id": change.id, "properties": stored})
        else:
            dated.append({"element_id": version.key, "properties": days})
    run(transaction, "load/put_versions", rows=put)
    run(transaction, "load/date_versions", rows=dated)


def run(transaction: Transaction, name: str, **parameters: Value) -> None:
    """Run a statement that returns nothing; over nothing, it is a round trip for nothing."""
    if all(parameters.values()):
        Command(name).within(transaction, **parameters)


def _count(transaction: Transaction, query: Query[Count], rows: Rows) -> None:
    if not rows:
        return
    made = query.within(transaction, rows=rows)[0].total
    if made != len(rows):
        raise DataSetError(
            said(
                "{missing} relationships could not be made: an entity they name is not in the graph, or was closed by "
                "other means during the load. Nothing of this batch was written; run the load again.",
                missing=len(rows) - made,
            )
        )
