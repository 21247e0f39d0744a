"""Whether the graph still holds what was put into it: its own records, and every entity a load finished with.

A damaged store answers as readily as a whole one. What it lost is told by what it keeps in more than one place: the
number of changes and the changes, the counts kept at the end of each load, Neo4j's own counts and what can be read.
"""

import json
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar, cast

from graph.engines import Engine
from graph.errors import DamagedError, EngineError, LostError, MalformedError, TooSlowError
from graph.query import Command, Query
from graph.rows import Row
from graph.schema import lost_definitions
from words import Said, enumerated, said


class Records(Row):
    """The graph's own records, ``None`` what there is none of; the counts of a graph that an earlier release loaded are not kept."""

    has_revision: bool
    seq: int | None
    token_key: str | None
    changes: int
    last_action: str | None
    has_data_set: bool
    name: str | None
    digest: str | None
    title: str | None
    figures: int | None
    readable_figures: int
    entities: int | None
    counted_entities: int


class EntityCounts(Row):
    """The entities Neo4j counts and those its store holds: equal, unless a part of the store is lost."""

    entities: int
    read_entities: int
    counted_entities: int


class LinkCounts(Row):
    """The relationships Neo4j counts and those its store holds: equal, unless a part of the store is lost."""

    links: int
    counted_links: int


class Claimed(Row):
    """The data set that last held the graph, as JSON text."""

    after: str | None


_RECORDS = Query("soundness/records", Records)
_ENTITIES = Query("soundness/entities", EntityCounts)
_LINKS = Query("soundness/links", LinkCounts)
_CLAIMS = Query("data_set/claims", Claimed)
_COUNT = Command("data_set/count")

C = TypeVar("C", EntityCounts, LinkCounts)

# Every other failure of these statements says that nobody can tell now.
_OF_THE_STORE = (EngineError, DamagedError)


def check_records(engine: Engine) -> None:
    """Raise DamagedError or LostError when one of the graph's own records is gone; a few reads. An empty graph lacks none."""
    try:
        records = _RECORDS.first(engine)
    except EngineError as error:
        if type(error) not in _OF_THE_STORE:
            raise
        raise DamagedError.of(said("its own records cannot be read ({error})", error=error)) from error
    except MalformedError as error:
        raise DamagedError.of(said("its own records are not what wuji writes")) from error
    if records is None:
        return
    unreadable = _unreadable(records)
    if unreadable is not None:
        raise DamagedError.of(unreadable)
    lost = _lost(records)
    if lost is not None:
        raise LostError.from_data_set(lost, records.name or claimed(engine) or said("NAME|FOLDER"))


def check_store(engine: Engine) -> None:
    """Raise DamagedError when the store no longer holds what Neo4j counts; all of it is read once, which takes a while.

    What cannot be read in time is not held against it.
    """
    # Whoever starts waits for both, and a machine has more than one core.
    with ThreadPoolExecutor(1, "soundness") as thread:
        beside = thread.submit(_counts, engine, _LINKS)
        entities = _counts(engine, _ENTITIES)
        links = beside.result()
    if entities is not None:
        total = max(entities.read_entities, entities.counted_entities)
        if entities.entities < total:
            raise DamagedError.of(
                said("{lost:,} of its {total:,} entities cannot be read", lost=total - entities.entities, total=total)
            )
    if links is not None and links.links < links.counted_links:
        lost = links.counted_links - links.links
        raise DamagedError.of(
            said("{lost:,} of its {total:,} relationships cannot be read", lost=lost, total=links.counted_links)
        )


def _counts(engine: Engine, counting: Query[C]) -> C | None:
    """Return what a statement counts, ``None`` when it takes too long; raise DamagedError for what cannot be read."""
    try:
        return counting.first(engine)
    except TooSlowError:
        return None
    except EngineError as error:
        if type(error) not in _OF_THE_STORE:
            raise
        raise DamagedError.of(said("a part of it cannot be read ({error})", error=error)) from error


def check(engine: Engine) -> None:
    """Raise DamagedError or LostError when the graph has lost anything of what was put into it."""
    try:
        check_records(engine)
    except LostError:
        # A load puts records back into a store that is whole, and into no other.
        check_store(engine)
        raise
    check_store(engine)


def check_schema(engine: Engine) -> None:
    """Raise LostError when constraints or indexes are gone: answers are right and slow, and nothing keeps ids apart."""
    lost = lost_definitions(engine)
    if lost:
        loss = said("it has lost constraints and indexes ({names})", names=enumerated(lost))
        raise LostError.from_data_set(loss, claimed(engine) or said("NAME|FOLDER"))


def has_lost(engine: Engine) -> bool:
    """Return whether records were taken out that a load puts back, or no longer counts; raise DamagedError."""
    try:
        check_records(engine)
    except LostError:
        return True
    return False


def keep_counts(engine: Engine) -> None:
    """Keep the counts of a graph that an earlier release loaded to its end and that has none."""
    records = _RECORDS.first(engine)
    if records is not None and records.digest is not None and records.entities is None:
        engine.write(_COUNT.within)


def claimed(engine: Engine) -> str | None:
    """Return the name of the data set that last held the graph by its changes, ``None`` when none tells."""
    found = _CLAIMS.first(engine)
    if found is None or found.after is None:
        return None
    after = cast("dict[str, object]", json.loads(found.after))
    return str(after["name"]) if "name" in after else None


def _unreadable(records: Records) -> Said | None:
    """Return what an index still names and the store has lost, ``None`` when there is nothing of the kind."""
    if records.has_revision and (records.seq is None or records.token_key is None):
        return said("the counter of its changes cannot be read")
    if records.has_data_set and (records.name is None or (records.digest is not None and records.title is None)):
        return said("the record of its data set cannot be read")
    seq = records.seq or 0
    if records.has_revision and (records.changes < seq or (seq and records.last_action is None)):
        return said("of its {seq:,} changes some are missing", seq=seq)
    return None


def _lost(records: Records) -> Said | None:
    """Return what was taken out and a load puts back, ``None`` when there is nothing of the kind."""
    is_used = records.has_data_set or records.changes > 0
    if is_used and not records.has_revision:
        return said("the counter of its changes is missing")
    if records.changes > 0 and records.counted_entities > 0 and not records.has_data_set:
        return said("the record of its data set is missing")
    if records.figures is not None and records.readable_figures < records.figures:
        return said(
            "{lost:,} of its {figures:,} published figures are missing",
            lost=records.figures - records.readable_figures,
            figures=records.figures,
        )
    if records.entities is not None and records.counted_entities < records.entities:
        return said(
            "{lost:,} of its {entities:,} entities are missing",
            lost=records.entities - records.counted_entities,
            entities=records.entities,
        )
    return None
