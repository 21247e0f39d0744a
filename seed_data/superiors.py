"""Which rows a row may name: by the tables of kinds, and by the levels of alliances."""

from collections.abc import Iterable, Mapping, Sequence

from graph.vocabulary import AREA_KINDS, PARTY_ORG_KINDS, AllianceLevel, Kind, LeadingGroupLevel
from seed_data.drafts import AllianceDraft, Drafts, MembershipDraft, OwnDraft
from seed_data.frame import Frame
from seed_data.index import LEVELS, alliance_sort, alliance_sorts
from seed_data.references import References, Wanted
from seed_data.sheets import Sheet
from words import Said, either, said

_COMMUNITY = alliance_sort(AllianceLevel.COMMUNITY, Kind.ALLIANCE)
_STREET = alliance_sort(AllianceLevel.STREET, Kind.ALLIANCE)
_COUNTY = alliance_sort(LeadingGroupLevel.COUNTY, Kind.LEADING_GROUP)
_CITY = alliance_sort(LeadingGroupLevel.CITY, Kind.LEADING_GROUP)
_PROVINCE = alliance_sort(LeadingGroupLevel.PROVINCE, Kind.LEADING_GROUP)

# The linkage from level to level: who may guide whom, and of which kind of area each level is.
_LINKAGE = {
    _COMMUNITY: Kind.NEIGHBOURHOOD,
    _STREET: Kind.TOWN,
    _COUNTY: Kind.COUNTY,
    _CITY: Kind.CITY,
    _PROVINCE: Kind.PROVINCE,
}


def references_of(drafts: Drafts, frame: Frame) -> Iterable[References]:
    """Yield every column of references, with what each of its rows may name."""
    areas, orgs = drafts.areas, drafts.orgs
    within = None if frame.area_kinds is None else {kind: entry.within for kind, entry in frame.area_kinds.items()}
    under = None if frame.org_kinds is None else {kind: entry.under for kind, entry in frame.org_kinds.items()}
    covers = None if frame.org_kinds is None else {kind: entry.covers for kind, entry in frame.org_kinds.items()}
    wholes = _by_kind(areas.kind, within, AREA_KINDS, top=True)
    yield References(
        areas.sheet, "parent_id", areas.id, _each(areas.parent_id), wholes, areas.span.ended, [areas.sheet]
    )
    superiors = _by_kind(orgs.kind, under, PARTY_ORG_KINDS, top=True)
    yield References(orgs.sheet, "parent_id", orgs.id, _each(orgs.parent_id), superiors, orgs.span.ended, [orgs.sheet])
    covered = _by_kind(orgs.kind, covers, AREA_KINDS, top=False)
    yield References(orgs.sheet, "area_id", orgs.id, orgs.area_ids, covered, orgs.span.ended, [areas.sheet])
    yield from _of_alliances(drafts.alliances, orgs.sheet, frame)
    yield from _of_memberships(drafts.memberships, drafts.units.sheet, drafts.alliances.sheet)
    yield from _of_ties(drafts.units.sheet, drafts.units.id, drafts.units.own, drafts.units.span.ended, drafts)
    for ledger in drafts.ledgers:
        yield from _of_ties(ledger.sheet, ledger.id, ledger.own, ledger.span.ended, drafts)


def _of_ties(
    sheet: Sheet, ids: Sequence[str | None], own: OwnDraft, ended: Sequence[str], drafts: Drafts
) -> Iterable[References]:
    """Yield the columns of references that follow from the model."""
    for tie, targets in own.targets.items():
        wanted = Wanted(
            sorts_of(tie.targets), _called(tie.targets), is_sure=True, is_required=tie.is_required, least=tie.least
        )
        sheets = [drafts.sheet_of(kind) for kind in tie.targets]
        yield References(sheet, tie.column, ids, targets, [wanted] * len(ids), ended, sheets, may_name_past=True)


def _called(kinds: Sequence[Kind]) -> Said:
    """Return what a message calls some kinds: a family that is there whole by its own name."""
    families = ((said("area"), AREA_KINDS), (said("Party organisation"), PARTY_ORG_KINDS))
    whole = [(name, family) for name, family in families if set(family) <= set(kinds)]
    left = [kind.value for kind in kinds if not any(kind in family for _, family in whole)]
    return either([*(name for name, _ in whole), *left])


def sorts_of(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """Return what the entries of some kinds can be named as: an alliance by its level as well."""
    return tuple(
        sort
        for kind in kinds
        for sort in ([alliance_sort(level, kind) for level in LEVELS[kind]] if kind in LEVELS else [kind.value])
    )


def _each(targets: Sequence[str | None]) -> list[tuple[str, ...]]:
    return [() if target is None else (target,) for target in targets]


def _by_kind(
    kinds: Sequence[Kind | None], table: Mapping[Kind, Sequence[Kind]] | None, family: Sequence[Kind], *, top: bool
) -> list[Wanted]:
    """Return what each row may name; ``top`` says that a row whose kind is not known may be one that names nothing."""
    called = said("area") if family is AREA_KINDS else said("Party organisation")
    unsure = Wanted(_values(family), called, is_sure=False, is_required=not top)
    sure: dict[Kind | None, Wanted] = {
        # A kind that hangs under nothing but its own has its tops among its own rows.
        kind: Wanted(_values(may_name), either(_values(may_name)), is_sure=True, is_required=not {*may_name} <= {kind})
        for kind, may_name in (table or {}).items()
    }
    return [sure.get(kind, unsure) for kind in kinds]


def _values(kinds: Iterable[Kind]) -> tuple[str, ...]:
    return tuple(kind.value for kind in kinds)


def _of_alliances(alliances: AllianceDraft, orgs: Sheet, frame: Frame) -> Iterable[References]:
    size, ended = len(alliances.id), alliances.span.ended
    leaders = Wanted(
        _values(frame.org_kinds or PARTY_ORG_KINDS), said("Party organisation"), is_sure=True, is_required=True
    )
    yield References(
        alliances.sheet, "lead_id", alliances.id, _each(alliances.lead_id), [leaders] * size, ended, [orgs]
    )
    unsure = Wanted((*_LINKAGE,)[1:], said("alliance or leading group"), is_sure=False, is_required=False)
    sure: dict[str | None, Wanted] = {level: _guides(level, frame) for level in _LINKAGE}
    guides = [sure.get(sort, unsure) for sort in alliance_sorts(alliances)]
    yield References(
        alliances.sheet, "guided_by", alliances.id, _each(alliances.guided_by), guides, ended, [alliances.sheet]
    )


def _guides(level: str, frame: Frame) -> Wanted:
    """Return what may guide an alliance or leading group of a level: one of the next level that the city has areas of."""
    kinds = frame.area_kinds
    # Only a data set that reaches so far has a leading group of the province.
    levels = [one for one in _LINKAGE if one == level or one != _PROVINCE or kinds is None or Kind.PROVINCE in kinds]
    above = levels[levels.index(level) + 1 :]
    # While the tables are at fault any level above may be the next.
    nearest = next((place for place, one in enumerate(above) if kinds and _LINKAGE[one] in kinds), len(above))
    may_guide = tuple(above[: nearest + 1])
    return Wanted(may_guide, either(may_guide), is_sure=True, is_required=False)


def _of_memberships(memberships: MembershipDraft, units: Sheet, alliances: Sheet) -> Iterable[References]:
    size, ended = len(memberships.unit_id), memberships.span.ended
    nameless = [None] * size
    unit = Wanted((Kind.UNIT.value,), either([Kind.UNIT.value]), is_sure=True, is_required=True)
    yield References(memberships.sheet, "unit_id", nameless, _each(memberships.unit_id), [unit] * size, ended, [units])
    alliance = Wanted((_STREET, _COMMUNITY), either([_STREET, _COMMUNITY]), is_sure=True, is_required=True)
    joined = _each(memberships.alliance_id)
    yield References(memberships.sheet, "alliance_id", nameless, joined, [alliance] * size, ended, [alliances])
