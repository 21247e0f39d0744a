"""The statements of a load that add and change entities, given what was decided: run inside a Change's transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from graph.engines import Transaction, Value
from graph.errors import DataSetError
from graph.loading.captioning import Captions
from graph.loading.facts import Fact, Link
from graph.loading.held import KIND_LABELS, OWN, PAST, PAST_OF_SEVERAL, Held
from graph.query import Command, Query
from graph.rows import Count
from graph.search.terms import terms
from graph.vocabulary import Label, Relationship, closed_type, labels

_LINK = Query("load/link", Count)
_LINK_PAST = Query("load/link_past", Count)
_RESUME = Query("load/resume", Count)
_Rows = list[dict[str, Value]]


def add(transaction: Transaction, facts: Iterable[Fact], captions: Captions) -> None:
    """Make entities the graph does not hold, without their links."""
    alike: dict[tuple[str, ...], _Rows] = {}
    for fact in facts:
        digest = fact.digest()
        # What is added is in the very state its row states.
        alike.setdefault(_labels(fact), []).append(_stored(fact, digest, digest, captions))
    groups: _Rows = [{"labels": alike_labels, "rows": rows} for alike_labels, rows in alike.items()]
    run(transaction, "load/add", groups=groups)


def adopt(transaction: Transaction, facts: Iterable[Fact], captions: Captions) -> None:
    """Mark entities that already are as stated as loaded so."""
    bring(transaction, [_target(fact, fact.digest(), captions) for fact in facts])


def recaption(transaction: Transaction, facts: Iterable[Fact], captions: Captions) -> None:
    """Bring the captions of entities to what they are inside now: that has another name, and they are as they were."""
    run(transaction, "captions/keep", rows=[{"id": fact.id, "caption": captions.of(fact)} for fact in facts])


def alter(transaction: Transaction, changes: Sequence[tuple[Fact, Held]], today: date, captions: Captions) -> None:
    """Bring entities to what is stated, without the links to be made: from today, or for what ended, as a correction."""
    states = [(fact, held, next_state(fact, held, today)) for fact, held in changes]
    anew = {held.id for fact, held in changes if _begins_anew(fact, held)}
    versions = [
        _version(held, held.valid_to if held.valid_to and held.id in anew else today)
        for _, held, state in states
        if state.valid_to is None and (held.id in anew or _differs(state, held))
    ]
    run(transaction, "load/keep_version", rows=versions)
    ended: _Rows = [{"id": held.id, "ended": held.valid_to} for _, held in changes if held.id in anew]
    run(transaction, "load/part_from_past", rows=ended, types=PAST)
    past = [_past(state) for _, _, state in states if state.valid_to]
    run(transaction, "load/restate_past", rows=past, several=PAST_OF_SEVERAL, types=PAST)
    run(transaction, "load/cut_versions", rows=past)
    run(
        transaction,
        "load/cut_former_links",
        rows=[_past(state) for _, held, state in states if _cuts_former(state, held)],
        types=PAST,
    )
    run(transaction, "load/unlink", links=[row for _, held, state in states for row in _unlinked(state, held, today)])
    bring(transaction, [_target(state, fact.digest(), captions, held.properties) for fact, held, state in states])
    former: dict[str, Value] = {
        held.id: held.valid_from
        for _, held, state in states
        if held.id not in anew and held.valid_from not in (None, state.valid_from)
    }
    run(transaction, "load/redate_links", former=former, types=[*OWN, Relationship.LEADS.value, *PAST])
    run(transaction, "load/redate_versions", former=former)


def join_up(transaction: Transaction, added: Iterable[Fact], changed: Iterable[tuple[Fact, Held]], today: date) -> None:
    """Make the links that are stated and not there, once every entity of the batch stands as it should."""
    links = [_link_row(one, fact) for fact in added for one in fact.links]
    resumed: _Rows = []
    taken_back: _Rows = []
    for fact, held in changed:
        rows = _linked(next_state(fact, held, today), held, today)
        if _takes_back_end(fact, held):
            resumed += rows
            taken_back.append({"id": fact.id, "ended": None})
        else:
            links += rows
    _make(transaction, _LINK, [row for row in links if row["valid_to"] is None])
    _make(transaction, _LINK_PAST, [row for row in links if row["valid_to"] is not None], several=PAST_OF_SEVERAL)
    _make(transaction, _RESUME, resumed, several=PAST_OF_SEVERAL)
    run(transaction, "load/part_from_past", rows=taken_back, types=PAST)


def _make(transaction: Transaction, query: Query[Count], links: _Rows, **also: Value) -> None:
    if not links:
        return
    made = query.within(transaction, links=links, **also)[0].total
    if made != len(links):
        raise DataSetError(
            f"{len(links) - made} relationships could not be made: an entity they name is not in the graph, or was "
            "closed by other means during the load. Nothing of this batch was written; run the load again."
        )


def next_state(fact: Fact, held: Held, today: date) -> Fact:
    """Return the state to reach: the fact, but what begins anew begins today unless the row says when it did.

    A later life stays begun when it began; a row whose first day lies before the end of the former one speaks of both.
    Of a later life nothing is left by a row that states an end before it began.
    """
    is_anew = _begins_anew(fact, held)
    former_end = held.valid_to if is_anew else max(held.former_ends, default=None)
    if former_end is None or fact.valid_from >= former_end:
        return fact
    begun = today if is_anew or held.valid_from is None else held.valid_from
    return replace(fact, valid_from=begun if fact.valid_to is None else min(begun, fact.valid_to))


def _begins_anew(fact: Fact, held: Held) -> bool:
    """Whether what a row says stands ended: its row was gone, or says that it began after it ended."""
    if fact.valid_to is not None or held.valid_to is None:
        return False
    return held.is_unstated or (fact.valid_from >= held.valid_to and fact.valid_from != held.valid_from)


def _takes_back_end(fact: Fact, held: Held) -> bool:
    """Whether an entity is closed and, by its row, never ended."""
    return fact.valid_to is None and held.valid_to is not None and not _begins_anew(fact, held)


def bring(transaction: Transaction, rows: _Rows) -> None:
    """Give entities the labels and properties of their rows."""
    run(transaction, "load/change", rows=rows, removable=sorted(KIND_LABELS))


def run(transaction: Transaction, name: str, **parameters: Value) -> None:
    """Run a statement that returns nothing; over nothing, it is a round trip for nothing."""
    if all(parameters.values()):
        Command(name).within(transaction, **parameters)


def _version(held: Held, end: date) -> dict[str, Value]:
    properties: dict[str, Value] = {"kind": held.kind, **held.stored}
    return {"id": held.id, "properties": properties, "valid_from": held.valid_from or end, "valid_to": end}


def _differs(state: Fact, held: Held) -> bool:
    """Whether what an entity is changes: its former self is worth a version."""
    return state.kind != held.kind or _present(state) != held.properties


def _cuts_former(state: Fact, held: Held) -> bool:
    """Whether a row states an end within a former life: that life ended then as well."""
    return state.valid_to is not None and state.valid_to < max(held.former_ends, default=state.valid_to)


def _past(state: Fact) -> dict[str, Value]:
    kept = [[closed_type(link.type), link.source, link.target] for link in state.links]
    return {"id": state.id, "valid_to": state.valid_to, "kept": kept}


def _unlinked(state: Fact, held: Held, today: date) -> _Rows:
    """Return the links that stand and are no longer stated, or stand twice."""
    standing, end = held.standing_links, state.valid_to or today
    kept = {link for link in state.links if state.valid_to is None and standing.count(link) == 1}
    return [{"element_id": row.element_id, "valid_to": end} for row in held.links if row.link() not in kept]


def _linked(state: Fact, held: Held, today: date) -> _Rows:
    """Return the links that are stated and are not there."""
    if state.valid_to is not None:
        return [_link_row(one, state) for one in sorted(set(state.links) - set(held.all_links))]
    begun = state if held.valid_to is not None else replace(state, valid_from=today)
    return [_link_row(one, begun) for one in sorted(state.links) if held.standing_links.count(one) != 1]


def _link_row(link: Link, fact: Fact) -> dict[str, Value]:
    stands = fact.valid_to is None
    return {
        "type": link.type.value if stands else closed_type(link.type),
        "source": link.source,
        "target": link.target,
        "valid_from": fact.valid_from,
        "valid_to": fact.valid_to,
    }


def _labels(fact: Fact) -> tuple[str, ...]:
    return tuple(labels(fact.kind)) if fact.valid_to is None else (Label.ENTITY.value, Label.CLOSED.value)


def _present(fact: Fact) -> dict[str, Value]:
    return {key: value for key, value in fact.properties.items() if value is not None}


def _stored(state: Fact, row_digest: str, state_digest: str, captions: Captions) -> dict[str, Value]:
    return {
        "id": state.id,
        "kind": state.kind.value,
        **_present(state),
        "valid_from": state.valid_from,
        "valid_to": state.valid_to,
        "terms": _terms(state),
        "caption": captions.of(state),
        "row_digest": row_digest,
        "state_digest": state_digest,
    }


def _terms(state: Fact) -> str | None:
    """Return by what an entity is found: what ended is not."""
    name, code = state.properties["name"], state.properties.get("code")
    return None if state.valid_to else terms(state.kind, id=state.id, name=str(name), code=str(code) if code else None)


def _target(state: Fact, row_digest: str, captions: Captions, former: Iterable[str] = ()) -> dict[str, Value]:
    properties: dict[str, Value] = {**dict.fromkeys(former), **_stored(state, row_digest, state.digest(), captions)}
    return {"id": state.id, "labels": _labels(state), "properties": properties}
