"""A data set that was read, turned into what a load takes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date
from hashlib import blake2b

from graph.engines import Value
from graph.loading import Bond, Contents, Fact, Link
from graph.tables import Tables
from graph.vocabulary import MODEL, PEOPLE, AtEnd, Kind, Relationship, masked
from seed_data.format import AllianceRow, AreaRow, DataSet, LedgerRow, OrgRow, Stated, UnitRow


def contents(data_set: DataSet) -> Contents:
    """Return what a data set states: areas before organisations before units before alliances."""
    rows = (*data_set.areas, *data_set.orgs, *data_set.units, *data_set.alliances)
    ended = {row.id: row.valid_to for row in rows if row.valid_to is not None}
    return Contents(
        name=data_set.name,
        title=data_set.title,
        source=data_set.source,
        first_day=data_set.first_day,
        digest=_digest(data_set),
        facts=[
            *map(_area, data_set.areas),
            *map(_org, data_set.orgs),
            *(_unit(row, data_set.least_employees, ended) for row in data_set.units),
            *map(_alliance, data_set.alliances),
            *map(_ledger, _as_far_as_they_stand(data_set.ledgers, ended)),
        ],
        bonds=_bonds(data_set),
        figures=data_set.figures,
        tables=Tables(data_set.area_kinds, data_set.org_kinds, data_set.categories),
    )


def _bonds(data_set: DataSet) -> list[Bond]:
    began = {row.id: row.valid_from for row in (*data_set.units, *data_set.alliances)}
    bonds: list[Bond] = []
    for row in data_set.memberships:
        # A row that states no day begins on the first day: not before there is a unit and an alliance.
        first = max(row.valid_from, began[row.unit_id], began[row.alliance_id])
        day = first if row.valid_to is None else min(first, row.valid_to)
        bonds.append(Bond(row.unit_id, row.alliance_id, row.role, row.source, day, row.valid_to))
    return bonds


def _area(row: AreaRow) -> Fact:
    properties = {"name": row.name, "source": row.source.value, "code": row.code, "category": row.category}
    links = _links((Relationship.WITHIN, row.id, row.parent_id))
    return Fact(row.id, row.kind, properties, links, row.valid_from, row.valid_to)


def _org(row: OrgRow) -> Fact:
    properties = {
        "name": row.name,
        "source": row.source.value,
        "title": row.title,
        "tier": row.tier,
        **row.stated.properties,
    }
    covers = ((Relationship.COVERS, row.id, area) for area in row.area_ids)
    links = _links((Relationship.UNDER, row.id, row.parent_id), *covers)
    return Fact(row.id, row.kind, properties, links, row.valid_from, row.valid_to)


def _unit(row: UnitRow, least_employees: int, ended: Mapping[str, date]) -> Fact:
    properties = {
        "name": row.name,
        "source": row.source.value,
        "category": row.category.value,
        "line": row.line,
        **row.stated.properties,
        "ought_branch": _ought_branch(row, least_employees),
    }
    stated = row.stated if row.valid_to else _standing(row.stated, ended)
    return Fact(row.id, Kind.UNIT, properties, _ties(row.id, Kind.UNIT, stated), row.valid_from, row.valid_to)


def _ought_branch(row: UnitRow, least_employees: int) -> bool | None:
    """Return whether a new organisation meets the three criteria of one that ought to have a branch of its own."""
    stated = row.stated.properties
    if stated.get("new_org") is None:
        return None
    employees = stated.get("employees")
    is_large = isinstance(employees, int) and employees >= least_employees
    return is_large and stated.get("has_premises") is True and stated.get("is_operating") is True


def _as_far_as_they_stand(rows: Iterable[LedgerRow], ended: Mapping[str, date]) -> Iterator[LedgerRow]:
    """Yield the rows as what they name lets them: one ends with what it must name, and goes on without the rest."""
    past = dict(ended)
    for row in rows:
        end = row.valid_to or _end(row, past)
        if end is not None:
            past[row.id] = end
            yield replace(row, valid_to=end)
        else:
            yield replace(row, stated=_standing(row.stated, past))


def _end(row: LedgerRow, past: Mapping[str, date]) -> date | None:
    """Return the day a row ends with what it must name, ``None`` while enough of that stands."""
    for tie in MODEL[row.kind].ties:
        targets = row.stated.targets.get(tie.column, ())
        ends = sorted(past[target] for target in targets if target in past)
        if ends and tie.at_end(len(targets) - len(ends)) is AtEnd.CLOSES:
            return max(row.valid_from, ends[-1])
    return None


def _standing(stated: Stated, past: Mapping[str, date]) -> Stated:
    """Return what a row states of what stands."""
    targets = {column: tuple(id for id in ids if id not in past) for column, ids in stated.targets.items()}
    return replace(stated, targets=targets)


def _ledger(row: LedgerRow) -> Fact:
    properties: dict[str, Value] = {"name": row.name, "source": row.source.value, **row.stated.properties}
    if row.kind in PEOPLE:
        # What everything shows is masked; the full name stands apart, and nothing shows it.
        properties |= {"name": masked(row.name), "full_name": row.name}
    return Fact(row.id, row.kind, properties, _ties(row.id, row.kind, row.stated), row.valid_from, row.valid_to)


def _ties(id: str, kind: Kind, stated: Stated) -> tuple[Link, ...]:
    return tuple(
        Link(tie.type, id, target) for tie in MODEL[kind].ties for target in stated.targets.get(tie.column, ())
    )


def _alliance(row: AllianceRow) -> Fact:
    properties = {"name": row.name, "source": row.source.value, "level": row.level.value}
    links = _links((Relationship.LEADS, row.lead_id, row.id), (Relationship.GUIDED_BY, row.id, row.guided_by))
    return Fact(row.id, row.kind, properties, links, row.valid_from, row.valid_to)


def _links(*ends: tuple[Relationship, str | None, str | None]) -> tuple[Link, ...]:
    return tuple(Link(type_, source, target) for type_, source, target in ends if source and target)


def _digest(data_set: DataSet) -> str:
    fingerprint = blake2b(digest_size=8)
    for part in _parts(data_set):
        fingerprint.update(json.dumps(part, ensure_ascii=False, default=str).encode())
    return fingerprint.hexdigest()


def _parts(data_set: DataSet) -> Iterator[object]:
    yield [data_set.name, data_set.title, data_set.source, data_set.first_day, data_set.lines, data_set.least_employees]
    for rows in (
        data_set.area_kinds,
        data_set.org_kinds,
        data_set.categories,
        data_set.areas,
        data_set.orgs,
        data_set.units,
        data_set.alliances,
        data_set.memberships,
        data_set.ledgers,
        data_set.figures,
    ):
        yield from (asdict(row) for row in rows)
