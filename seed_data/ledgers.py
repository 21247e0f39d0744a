"""The rules over the ledgers: who may hold, contact, pair and serve what, and how often."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.vocabulary import CadreRank, Kind, PostRole
from seed_data.faults import DataSetFault
from seed_data.format import AREAS
from seed_data.index import Index
from seed_data.typed_sheets import TypedSheet, TypedSheets
from words import Said, said

_CONTACTED = {
    CadreRank.PROVINCE_LEADER: Kind.CITY,
    CadreRank.CITY_LEADER: Kind.COUNTY,
    CadreRank.COUNTY_LEADER: Kind.TOWN,
    CadreRank.SECTION_LEVEL: Kind.NEIGHBOURHOOD,
    CadreRank.OTHER: Kind.GRID,
}
"""Whom a cadre of each rank is put in contact with: each such area that is a part of another has exactly one."""


@dataclass(frozen=True, slots=True)
class _NamedId:
    """One id in a column of ids of a row that stands."""

    rows: TypedSheet
    place: int
    column: str
    target: str

    def fault(self, expected: Said) -> DataSetFault:
        return self.rows.fault(self.place, self.column, self.target, expected)


def check_ledgers(sheets: TypedSheets, index: Index, faults: list[DataSetFault]) -> None:
    """Add a fault for everything that breaks a rule over several rows of the ledgers."""
    held = [
        named for kind in (Kind.PERSON, Kind.CADRE, Kind.OFFICER) for named in _standing(sheets.of(kind), "post_ids")
    ]
    _check_once(held, said("a post that nobody else holds"), faults)
    _check_secretaries(sheets.of(Kind.POST), faults)
    _check_positions(sheets.of(Kind.METHOD_STEP), faults)
    _check_contacts(sheets, index, faults)
    _check_pairs(sheets, faults)
    _check_leads(sheets.of(Kind.POLICE_STATION), faults)
    for kind, part, whole in ((Kind.VOLUNTEER, "grid_id", "town_id"), (Kind.OFFICER, "grid_id", "area_id")):
        _check_inside(sheets.of(kind), part, whole, index, faults)


def _standing(rows: TypedSheet, column: str) -> Iterator[_NamedId]:
    """Yield each id that the standing rows of a file name in a column."""
    return (_NamedId(rows, place, column, target) for place, target in rows.standing(column))


def _check_once(named: Iterable[_NamedId], wish: Said, faults: list[DataSetFault]) -> None:
    """Add a fault for each id that is named a second time."""
    first: dict[str, _NamedId] = {}
    for one in named:
        before = first.setdefault(one.target, one)
        if before is not one:
            where = said("{file} line {line}", file=before.rows.layout.file, line=before.rows.sheet.lines[before.place])
            faults.append(one.fault(said("{wish}; {where} names it already", wish=wish, where=where)))


def _check_secretaries(posts: TypedSheet, faults: list[DataSetFault]) -> None:
    """Add a fault for each second standing post of a secretary in one body."""
    roles = posts.properties["role"]
    secretaries = (named for named in _standing(posts, "body_id") if roles[named.place] == PostRole.SECRETARY)
    _check_once(secretaries, said("a body without a post of a secretary, for each has one"), faults)


def _check_positions(steps: TypedSheet, faults: list[DataSetFault]) -> None:
    """Add a fault for each standing step at a position where its method has one already."""
    lines: dict[tuple[str, int], int] = {}
    for place, method in steps.standing("method_id"):
        position, line = steps.properties["position"][place], steps.sheet.lines[place]
        if isinstance(position, int) and (first := lines.setdefault((method, position), line)) != line:
            expected = said(
                "a position that no other step of {method} has; line {line} has it", method=method, line=first
            )
            faults.append(steps.fault(place, "position", str(position), expected))


def _check_contacts(sheets: TypedSheets, index: Index, faults: list[DataSetFault]) -> None:
    """Hold the cadres to their rule, where there are any: every area they may have has exactly one of the rank for it."""
    cadres = sheets.of(Kind.CADRE)
    contacts = list(_standing(cadres, "area_ids"))
    _check_once(contacts, said("an area that no other cadre is in contact with"), faults)
    for one in contacts:
        row, rank = index.rows.get(one.target), cadres.properties["rank"][one.place]
        wanted = _CONTACTED.get(CadreRank(rank)) if isinstance(rank, str) else None
        if row is not None and wanted is not None and row.sort in _CONTACTED.values() and row.sort != wanted:
            faults.append(
                one.fault(
                    said(
                        "a {wanted}, for this cadre is a {rank}; the row of that id is a {kind}",
                        wanted=wanted,
                        rank=rank,
                        kind=row.sort,
                    )
                )
            )
    if not contacts or not cadres.sheet.is_whole:
        return
    contacted = {one.target for one in contacts}
    # Leaders of a province are in no ledger of one of its cities, nor are those above whatever stands on top.
    has_province = any(row.sort == Kind.CITY for id in contacted if (row := index.rows.get(id)) is not None)
    kinds = [kind for kind in _CONTACTED.values() if has_province or kind is not Kind.CITY]
    areas = sheets[AREAS]
    for place, (identity, kind) in enumerate(zip(areas.id, areas.kind, strict=True)):
        is_due = kind in kinds and areas.targets["parent_id"][place] and areas.stands(place)
        if identity and is_due and identity not in contacted:
            expected = said(
                "an area that a cadre in {file} is in contact with; every {kind} has exactly one",
                file=cadres.layout.file,
                kind=kind,
            )
            faults.append(areas.fault(place, "id", identity, expected))


def _check_pairs(sheets: TypedSheets, faults: list[DataSetFault]) -> None:
    """Add a fault for each officer paired twice: pairs are one to one."""
    officers = sheets.of(Kind.OFFICER)
    pairs = list(_standing(officers, "paired_id"))
    _check_once(pairs, said("an officer whom no other row is paired with"), faults)
    pairing: Mapping[str | None, int] = {officers.id[one.place]: officers.sheet.lines[one.place] for one in pairs}
    for one in pairs:
        if one.target in pairing:
            faults.append(
                one.fault(said("an officer who pairs with nobody else; line {line} does", line=pairing[one.target]))
            )


def _check_leads(stations: TypedSheet, faults: list[DataSetFault]) -> None:
    is_lead = stations.properties["is_lead"]
    leads = (named for named in _standing(stations, "town_id") if is_lead[named.place] is True)
    _check_once(leads, said("a town without a lead station, for each has one"), faults)


def _check_inside(rows: TypedSheet, part: str, whole: str, index: Index, faults: list[DataSetFault]) -> None:
    """Add a fault for each row whose grid does not lie in the area it names beside it."""
    for place, (parts, wholes) in enumerate(zip(rows.targets[part], rows.targets[whole], strict=True)):
        for inner, outer in zip(parts, wholes, strict=False):
            above = [identity for identity, _ in index.ancestors(inner)]
            # What hangs on no town at all has a fault of its own.
            if inner in index.rows and outer in index.rows and len(above) > 1 and outer not in above:
                expected = said(
                    "a {kind} in {outer}, which the row names as {whole}", kind=Kind.GRID, outer=outer, whole=whole
                )
                faults.append(rows.fault(place, part, inner, expected))
