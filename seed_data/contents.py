"""A data set that was read, turned into what a load takes."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import blake2b

from graph.loading import Bond, Contents, Fact, Link
from graph.vocabulary import Kind, Relationship
from seed_data.format import AllianceRow, AreaRow, DataSet, OrgRow, UnitRow


def contents(data_set: DataSet) -> Contents:
    """Return what a data set states: areas before organisations before units before alliances."""
    return Contents(
        name=data_set.name,
        title=data_set.title,
        source=data_set.source,
        first_day=data_set.first_day,
        digest=_digest(data_set),
        facts=[
            *map(_area, data_set.areas),
            *map(_org, data_set.orgs),
            *map(_unit, data_set.units),
            *map(_alliance, data_set.alliances),
        ],
        bonds=_bonds(data_set),
        figures=data_set.figures,
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
    properties = {"name": row.name, "source": row.source.value, "title": row.title, "tier": row.tier}
    links = _links((Relationship.UNDER, row.id, row.parent_id), (Relationship.COVERS, row.id, row.area_id))
    return Fact(row.id, row.kind, properties, links, row.valid_from, row.valid_to)


def _unit(row: UnitRow) -> Fact:
    properties = {"name": row.name, "source": row.source.value, "category": row.category.value, "line": row.line}
    return Fact(row.id, Kind.UNIT, properties, (), row.valid_from, row.valid_to)


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
    yield [data_set.name, data_set.title, data_set.source, data_set.first_day, data_set.lines]
    for rows in (
        data_set.area_kinds,
        data_set.org_kinds,
        data_set.areas,
        data_set.orgs,
        data_set.units,
        data_set.alliances,
        data_set.memberships,
        data_set.figures,
    ):
        yield from (asdict(row) for row in rows)
