"""A data set that was checked, turned into what a load takes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import TypeVar

from graph.engines import Value
from graph.loading import Bond, Contents, Fact, Published, Triple
from graph.tables import OrgKind, Tables
from graph.vocabulary import MODEL, PEOPLE, AllianceLevel, Kind, LeadingGroupLevel, Role, masked
from seed_data.description import Description
from seed_data.format import MEMBERSHIPS
from seed_data.typed_sheets import TypedSheet, TypedSheets

T = TypeVar("T")

_LEVELS_FROM_THE_TOP = (
    LeadingGroupLevel.PROVINCE,
    LeadingGroupLevel.CITY,
    LeadingGroupLevel.COUNTY,
    AllianceLevel.STREET,
    AllianceLevel.COMMUNITY,
)


def contents(
    description: Description,
    tables: Tables,
    sheets: TypedSheets,
    past: Mapping[str, date],
    figures: Sequence[Published],
) -> Contents:
    """Return what a data set states, every row after the rows it names; ``past`` are the days on which rows end."""
    ranks = _ranks(tables)
    titles = {entry.kind: entry for entry in tables.orgs}
    facts: list[Fact] = []
    for rows in sheets:
        if rows.layout.kinds:
            facts += _facts(rows, _in_order(rows, ranks), past, titles, description.least_employees)
    facts = _with_masked_codes(facts)
    bonds = _bonds(sheets[MEMBERSHIPS], {fact.id: fact.valid_from for fact in facts})
    return Contents(
        name=description.name,
        title=description.title,
        source=description.source,
        first_day=description.first_day,
        digest=_digest(description, tables, facts, bonds, figures),
        facts=facts,
        bonds=bonds,
        figures=figures,
        tables=tables,
    )


def _ranks(tables: Tables) -> dict[str, int]:
    """Return how far from the top the rows of a kind or a level stand: those of a file in the order of these, then of the file."""
    kinds = (*(entry.kind for entry in tables.areas), *(entry.kind for entry in tables.orgs))
    return {word.value: rank for rank, word in enumerate((*kinds, *_LEVELS_FROM_THE_TOP))}


def _in_order(rows: TypedSheet, ranks: Mapping[str, int]) -> Iterable[int]:
    """Return the places of a file's rows so that each comes after those it names."""
    size, kinds = len(rows.id), {*rows.layout.kinds}
    columns = [rows.targets[tie.column] for tie in rows.layout.ties if kinds & {*tie.targets}]
    if not columns:
        return range(size)
    rank = [ranks.get(str(word), 0) for word in rows.properties.get("level", rows.kind)]
    places = {identity: place for place, identity in enumerate(rows.id)}
    depths: dict[int, int] = {}

    def depth(place: int) -> int:
        if place not in depths:
            # Pairs of the past may name each other.
            depths[place] = 0
            above = (places.get(id) for targets in columns for id in targets[place])
            alike = [depth(at) + 1 for at in above if at is not None and rank[at] == rank[place]]
            depths[place] = max(alike, default=0)
        return depths[place]

    return sorted(range(size), key=lambda place: (rank[place], depth(place)))


def _facts(
    rows: TypedSheet,
    order: Iterable[int],
    past: Mapping[str, date],
    titles: Mapping[Kind, OrgKind],
    least_employees: int,
) -> Iterator[Fact]:
    """Yield the rows of a file as a load takes them; one that stands states what it goes on without no more."""
    ids, kinds, names, sources = _filled(rows.id), _filled(rows.kind), _filled(rows.name), _filled(rows.source)
    begun = _filled(rows.valid_from)
    columns = [(key, values) for key, values in rows.properties.items() if any(one is not None for one in values)]
    for place in order:
        kind, ended = kinds[place], rows.valid_to[place]
        properties: dict[str, Value] = {"name": names[place], "source": sources[place].value}
        for key, values in columns:
            if (value := values[place]) is not None:
                properties[key] = value
        _derive(properties, kind, titles, least_employees)
        links = tuple(
            Triple(tie.type, target, ids[place]) if tie.is_incoming else Triple(tie.type, ids[place], target)
            for tie in MODEL[kind].ties
            for target in rows.targets[tie.column][place]
            if ended is not None or target not in past
        )
        yield Fact(ids[place], kind, properties, links, begun[place], ended)


def _derive(properties: dict[str, Value], kind: Kind, titles: Mapping[Kind, OrgKind], least_employees: int) -> None:
    """Add what no file states: the tier and title of an organisation, whether a unit ought to have a branch, masked names."""
    entry = titles.get(kind)
    if entry is not None:
        properties["title"] = properties.get("title") or entry.title
        properties["tier"] = entry.tier
    elif kind is Kind.UNIT:
        properties["ought_branch"] = _ought_branch(properties, least_employees)
    elif kind in PEOPLE:
        # What everything shows is masked; the full name stands apart, and nothing shows it.
        name = str(properties["name"])
        properties |= {"name": masked(name), "full_name": name}


def _with_masked_codes(facts: list[Fact]) -> list[Fact]:
    """Return what is stated with the codes of people masked, as their names are; the whole stands apart."""
    people = {fact.id for fact in facts if fact.kind in PEOPLE}
    return [
        replace(fact, properties={**fact.properties, "name": masked(fact.name), "full_value": fact.name})
        if fact.kind is Kind.IDENTIFIER and any(link.target in people for link in fact.links)
        else fact
        for fact in facts
    ]


def _ought_branch(properties: Mapping[str, Value], least_employees: int) -> bool | None:
    """Return whether a new organisation meets the three criteria of one that ought to have a branch of its own."""
    if properties.get("new_org") is None:
        return None
    employees = properties.get("employees")
    is_large = isinstance(employees, int) and employees >= least_employees
    return is_large and properties.get("has_premises") is True and properties.get("is_operating") is True


def _bonds(rows: TypedSheet, began: Mapping[str, date]) -> list[Bond]:
    """Return the memberships; one that states no day begins on the first day: not before there is a unit and an alliance."""
    bonds: list[Bond] = []
    ends = zip(rows.targets["unit_id"], rows.targets["alliance_id"], strict=True)
    columns = zip(
        ends, rows.properties["role"], _filled(rows.source), _filled(rows.valid_from), rows.valid_to, strict=True
    )
    for ((unit,), (alliance,)), role, source, begun, ended in columns:
        first = max(begun, began[unit], began[alliance])
        bonds.append(Bond(unit, alliance, Role(role), source, first if ended is None else min(first, ended), ended))
    return bonds


def _filled(values: Iterable[T | None]) -> list[T]:
    """Return a column whose every cell has been checked to hold a value."""
    return [value for value in values if value is not None]


def _digest(
    description: Description,
    tables: Tables,
    facts: Iterable[Fact],
    bonds: Iterable[Bond],
    figures: Iterable[Published],
) -> str:
    """Return the fingerprint of all that a data set states."""
    fingerprint = blake2b(digest_size=8)
    fingerprint.update(description.model_dump_json(exclude={"areas", "orgs", "categories", "schemes"}).encode())
    fingerprint.update(tables.text().encode())
    for fact in facts:
        fingerprint.update(f"{fact.id} {fact.digest()}\n".encode())
    for bond in bonds:
        fingerprint.update(f"{bond.unit_id} {bond.alliance_id} {bond.digest()}\n".encode())
    for figure in figures:
        fingerprint.update(repr(figure).encode())
    return fingerprint.hexdigest()
