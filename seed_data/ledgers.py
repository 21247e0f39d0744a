"""The rules over the ledgers: who may hold, contact, pair and serve what, and how often."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.vocabulary import MODEL, CadreRank, Kind, PostRole
from seed_data.drafts import Drafts, LedgerDraft
from seed_data.faults import Fault
from seed_data.index import Index
from seed_data.sheets import Sheet
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
class _Named:
    """One id in a column of ids of a row that stands."""

    sheet: Sheet
    place: int
    column: str
    target: str

    def fault(self, expected: Said) -> Fault:
        return Fault(self.sheet.layout.file, self.sheet.lines[self.place], self.column, self.target, expected)


def check_ledgers(drafts: Drafts, index: Index, faults: list[Fault]) -> None:
    """Add a fault for everything that breaks a rule over several rows of the ledgers."""
    held = [named for kind in (Kind.PERSON, Kind.CADRE, Kind.OFFICER) for named in _standing(drafts, kind, "post_ids")]
    _check_once(held, said("a post that nobody else holds"), faults)
    _check_secretaries(drafts.ledger(Kind.POST), faults)
    _check_positions(drafts.ledger(Kind.METHOD_STEP), faults)
    _check_contacts(drafts, index, faults)
    _check_pairs(drafts, faults)
    _check_leads(drafts.ledger(Kind.POLICE_STATION), faults)
    for kind, part, whole in ((Kind.VOLUNTEER, "grid_id", "town_id"), (Kind.OFFICER, "grid_id", "area_id")):
        _check_inside(drafts.ledger(kind), part, whole, index, faults)


def _standing(drafts: Drafts, kind: Kind, column: str) -> Iterator[_Named]:
    """Yield each id that the standing rows of a kind name in a column."""
    draft = drafts.ledger(kind)
    for place, targets in enumerate(_column(draft, column)):
        if not draft.span.ended[place]:
            for target in targets:
                yield _Named(draft.sheet, place, column, target)


def _column(draft: LedgerDraft, column: str) -> list[tuple[str, ...]]:
    tie = next(tie for tie in MODEL[draft.kind].ties if tie.column == column)
    return draft.own.targets[tie]


def _check_once(named: Iterable[_Named], wish: Said, faults: list[Fault]) -> None:
    """Add a fault for each id that is named a second time."""
    first: dict[str, _Named] = {}
    for one in named:
        before = first.setdefault(one.target, one)
        if before is not one:
            where = said("{file} line {line}", file=before.sheet.layout.file, line=before.sheet.lines[before.place])
            faults.append(one.fault(said("{wish}; {where} names it already", wish=wish, where=where)))


def _check_secretaries(posts: LedgerDraft, faults: list[Fault]) -> None:
    """Add a fault for each second standing post of a secretary in one body."""
    secretaries = [
        _Named(posts.sheet, place, "body_id", body)
        for place, bodies in enumerate(_column(posts, "body_id"))
        for body in bodies
        if posts.own.properties["role"][place] == PostRole.SECRETARY and not posts.span.ended[place]
    ]
    _check_once(secretaries, said("a body without a post of a secretary, for each has one"), faults)


def _check_positions(steps: LedgerDraft, faults: list[Fault]) -> None:
    """Add a fault for each standing step at a position where its method has one already."""
    lines: dict[tuple[str, int], int] = {}
    for place, methods in enumerate(_column(steps, "method_id")):
        position, line = steps.own.properties["position"][place], steps.sheet.lines[place]
        if not methods or not isinstance(position, int) or steps.span.ended[place]:
            continue
        if (first := lines.setdefault((methods[0], position), line)) != line:
            expected = said(
                "a position that no other step of {method} has; line {line} has it", method=methods[0], line=first
            )
            faults.append(_Named(steps.sheet, place, "position", str(position)).fault(expected))


def _check_contacts(drafts: Drafts, index: Index, faults: list[Fault]) -> None:
    """Hold the cadres to their rule, where there are any: every area they may have has exactly one of the rank for it."""
    cadres = drafts.ledger(Kind.CADRE)
    contacts = list(_standing(drafts, Kind.CADRE, "area_ids"))
    _check_once(contacts, said("an area that no other cadre is in contact with"), faults)
    for one in contacts:
        entry, rank = index.entries.get(one.target), cadres.own.properties["rank"][one.place]
        wanted = _CONTACTED.get(CadreRank(rank)) if isinstance(rank, str) else None
        if entry is not None and wanted is not None and entry.sort in _CONTACTED.values() and entry.sort != wanted:
            faults.append(
                one.fault(
                    said(
                        "a {wanted}, for this cadre is a {rank}; the row of that id is a {kind}",
                        wanted=wanted,
                        rank=rank,
                        kind=entry.sort,
                    )
                )
            )
    if not contacts or not cadres.sheet.is_whole:
        return
    contacted = {one.target for one in contacts}
    # Leaders of a province are in no ledger of one of its cities, nor are those above whatever stands on top.
    has_province = any(entry.sort == Kind.CITY for id in contacted if (entry := index.entries.get(id)) is not None)
    kinds = [kind for kind in _CONTACTED.values() if has_province or kind is not Kind.CITY]
    areas = drafts.areas
    for place, (identity, kind) in enumerate(zip(areas.id, areas.kind, strict=True)):
        is_due = kind in kinds and areas.parent_id[place] is not None and not areas.span.ended[place]
        if identity and is_due and identity not in contacted:
            expected = said(
                "an area that a cadre in {file} is in contact with; every {kind} has exactly one",
                file=cadres.sheet.layout.file,
                kind=kind,
            )
            faults.append(Fault(areas.sheet.layout.file, areas.sheet.lines[place], "id", identity, expected))


def _check_pairs(drafts: Drafts, faults: list[Fault]) -> None:
    """Add a fault for each officer paired twice: pairs are one to one."""
    officers = drafts.ledger(Kind.OFFICER)
    pairs = list(_standing(drafts, Kind.OFFICER, "paired_id"))
    _check_once(pairs, said("an officer whom no other row is paired with"), faults)
    pairing: Mapping[str | None, int] = {officers.id[one.place]: officers.sheet.lines[one.place] for one in pairs}
    for one in pairs:
        if one.target in pairing:
            faults.append(
                one.fault(said("an officer who pairs with nobody else; line {line} does", line=pairing[one.target]))
            )


def _check_leads(stations: LedgerDraft, faults: list[Fault]) -> None:
    leads = [
        _Named(stations.sheet, place, "town_id", town)
        for place, towns in enumerate(_column(stations, "town_id"))
        for town in towns
        if stations.own.properties["is_lead"][place] is True and not stations.span.ended[place]
    ]
    _check_once(leads, said("a town without a lead station, for each has one"), faults)


def _check_inside(draft: LedgerDraft, part: str, whole: str, index: Index, faults: list[Fault]) -> None:
    """Add a fault for each row whose grid does not lie in the area it names beside it."""
    for place, (parts, wholes) in enumerate(zip(_column(draft, part), _column(draft, whole), strict=True)):
        for inner, outer in zip(parts, wholes, strict=False):
            above = [identity for identity, _ in index.ancestors(inner)]
            # What hangs on no town at all has a fault of its own.
            if inner in index.entries and outer in index.entries and len(above) > 1 and outer not in above:
                expected = said(
                    "a {kind} in {outer}, which the row names as {whole}", kind=Kind.GRID, outer=outer, whole=whole
                )
                faults.append(_Named(draft.sheet, place, part, inner).fault(expected))
