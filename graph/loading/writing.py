"""The statements of a load that add and change entities, given what was decided: run inside a Change's transaction."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from graph.engines import Transaction, Value
from graph.history import version_changes
from graph.loading.captioning import Captions
from graph.loading.editing import Edited, Edits
from graph.loading.facts import Fact, Properties, entity_digest
from graph.loading.held import KIND_LABELS
from graph.loading.link_writing import Rows, run, write_links, write_versions
from graph.search.terms import terms
from graph.vocabulary import Label, labels


def add(transaction: Transaction, facts: Iterable[Fact], captions: Captions) -> None:
    """Make entities the graph does not hold, without their links."""
    alike: dict[tuple[str, ...], Rows] = {}
    for fact in facts:
        digest = fact.digest()
        # What is added is in the very state its row states.
        alike.setdefault(_labels(fact), []).append(_stored(fact, digest, digest, captions))
    groups: Rows = [{"labels": alike_labels, "rows": rows} for alike_labels, rows in alike.items()]
    run(transaction, "load/add", groups=groups)


def adopt(transaction: Transaction, facts: Iterable[Fact], captions: Captions) -> None:
    """Mark entities that already are as stated as loaded so."""
    _bring(transaction, [_target(fact, fact.digest(), captions) for fact in facts])


def recaption(transaction: Transaction, facts: Iterable[Fact], captions: Captions) -> None:
    """Bring the captions of entities to what they are inside now: that has another name, and they are as they were."""
    run(transaction, "captions/keep", rows=[{"id": fact.id, "caption": captions.of(fact)} for fact in facts])


def write_edits(transaction: Transaction, edits: Edits, captions: Captions) -> None:
    """Write what differs between histories: entities first, since a link that stands joins what stands."""
    _bring(transaction, [_row(edited, captions) for edited in edits.changed])
    versions = (change for edited in edits.changed for change in version_changes(edited.before, edited.after))
    write_versions(transaction, versions)
    write_links(transaction, edits.links())


def _bring(transaction: Transaction, rows: Rows) -> None:
    """Give entities the labels and properties of their rows."""
    run(transaction, "load/change", rows=rows, removable=sorted(KIND_LABELS))


def _row(edited: Edited, captions: Captions) -> dict[str, Value]:
    fact, after = edited.fact, edited.after
    if fact is None:
        return _closed_row(edited)
    state = replace(fact, valid_from=after.valid_from)
    return _target(state, fact.digest(), captions, edited.before.properties)


def _closed_row(edited: Edited) -> dict[str, Value]:
    before, after = edited.before, edited.after
    links = [dated.link for dated in after.links if dated.is_final]
    digest = entity_digest(after.kind, cast("Properties", after.properties), links, before.valid_from, after.valid_to)
    # No row states it now: one that comes back differs from this and opens it again.
    properties: dict[str, Value] = {
        "valid_to": after.valid_to,
        "terms": None,
        "caption": None,
        "row_digest": "",
        "state_digest": digest,
    }
    return {"id": after.id, "labels": [Label.ENTITY.value, Label.CLOSED.value], "properties": properties}


def _labels(fact: Fact) -> tuple[str, ...]:
    return tuple(labels(fact.kind)) if fact.valid_to is None else (Label.ENTITY.value, Label.CLOSED.value)


def _stored(state: Fact, row_digest: str, state_digest: str, captions: Captions) -> dict[str, Value]:
    return {
        "id": state.id,
        "kind": state.kind.value,
        **state.present,
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
