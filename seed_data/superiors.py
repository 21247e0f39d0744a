"""Which rows a row may name: as the model says, and of superiors and areas by the tables of kinds and the levels of alliances."""

from collections.abc import Iterable, Mapping, Sequence

from graph.vocabulary import (
    AREA_KINDS,
    PARTY_ORG_KINDS,
    AllianceLevel,
    AtEnd,
    Kind,
    LeadingGroupLevel,
    Relationship,
    Tie,
)
from seed_data.format import ALLIANCES, AREAS, MEMBERSHIPS, ORGS
from seed_data.frame import Frame
from seed_data.index import LEVELS, alliance_sort, sorts_in
from seed_data.references import Nameable, References
from seed_data.typed_sheets import TypedSheet, TypedSheets
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


def references_of(sheets: TypedSheets, frame: Frame) -> Iterable[References]:
    """Yield every column of references, with what each of its rows may name."""
    for rows in sheets:
        for tie in rows.layout.ties:
            targets = {sheet.layout.file: sheet for sheet in (sheets.of(kind).sheet for kind in tie.targets)}
            yield References(
                rows,
                tie.column,
                _nameable(rows, tie, frame),
                [*targets.values()],
                refuses_ends=tie.at_end(0) is AtEnd.REFUSES,
                may_be_taken_out=rows.layout not in (AREAS, ORGS, ALLIANCES, MEMBERSHIPS),
            )


def _nameable(rows: TypedSheet, tie: Tie, frame: Frame) -> Sequence[Nameable]:
    """Return what each row may name in the column of a tie."""
    areas, orgs = frame.area_kinds, frame.org_kinds
    match tie.type:
        case Relationship.WITHIN:
            within = None if areas is None else {kind: entry.within for kind, entry in areas.items()}
            return _by_kind(rows.kind, within, AREA_KINDS, top=True)
        case Relationship.UNDER:
            under = None if orgs is None else {kind: entry.under for kind, entry in orgs.items()}
            return _by_kind(rows.kind, under, PARTY_ORG_KINDS, top=True)
        case Relationship.COVERS:
            covers = None if orgs is None else {kind: entry.covers for kind, entry in orgs.items()}
            return _by_kind(rows.kind, covers, AREA_KINDS, top=False)
        case Relationship.GUIDED_BY:
            return _guiding(rows, frame)
        case _:
            return [_declared(tie, frame)] * len(rows.id)


def _declared(tie: Tie, frame: Frame) -> Nameable:
    """Return what every row may name in the column of a tie, as the model declares it."""
    sorts, called = sorts_of(tie.targets), _called(tie.targets)
    if tie.type is Relationship.LEADS:
        sorts = sorts_of(frame.org_kinds or tie.targets)
    elif tie.type is Relationship.MEMBER_OF:
        called = either(sorts)
    return Nameable(sorts, called, is_sure=True, is_required=tie.is_required, least=tie.least)


def _called(kinds: Sequence[Kind]) -> Said:
    """Return what a message calls some kinds: a family that is there whole by its own name."""
    families = ((said("area"), AREA_KINDS), (said("Party organisation"), PARTY_ORG_KINDS))
    whole = [(name, family) for name, family in families if set(family) <= set(kinds)]
    left = [kind.value for kind in kinds if not any(kind in family for _, family in whole)]
    return either([*(name for name, _ in whole), *left])


def sorts_of(kinds: Iterable[Kind]) -> tuple[str, ...]:
    """Return what the rows of some kinds can be named as: an alliance by its level as well."""
    return tuple(
        sort
        for kind in kinds
        for sort in ([alliance_sort(level, kind) for level in LEVELS[kind]] if kind in LEVELS else [kind.value])
    )


def _by_kind(
    kinds: Sequence[Kind | None], table: Mapping[Kind, Sequence[Kind]] | None, family: Sequence[Kind], *, top: bool
) -> list[Nameable]:
    """Return what each row may name; ``top`` says that a row whose kind is not known may be one that names nothing."""
    called = said("area") if family is AREA_KINDS else said("Party organisation")
    unsure = Nameable(_values(family), called, is_sure=False, is_required=not top)
    sure: dict[Kind | None, Nameable] = {
        # A kind that hangs under nothing but its own has its tops among its own rows.
        kind: Nameable(
            _values(may_name), either(_values(may_name)), is_sure=True, is_required=not {*may_name} <= {kind}
        )
        for kind, may_name in (table or {}).items()
    }
    return [sure.get(kind, unsure) for kind in kinds]


def _values(kinds: Iterable[Kind]) -> tuple[str, ...]:
    return tuple(kind.value for kind in kinds)


def _guiding(alliances: TypedSheet, frame: Frame) -> list[Nameable]:
    unsure = Nameable((*_LINKAGE,)[1:], said("alliance or leading group"), is_sure=False, is_required=False)
    sure: dict[str | None, Nameable] = {level: _guides(level, frame) for level in _LINKAGE}
    return [sure.get(sort, unsure) for sort in sorts_in(alliances)]


def _guides(level: str, frame: Frame) -> Nameable:
    """Return what may guide an alliance or leading group of a level: one of the next level that the city has areas of."""
    kinds = frame.area_kinds
    # Only a data set that reaches so far has a leading group of the province.
    levels = [one for one in _LINKAGE if one == level or one != _PROVINCE or kinds is None or Kind.PROVINCE in kinds]
    above = levels[levels.index(level) + 1 :]
    # While the tables are at fault any level above may be the next.
    nearest = next((place for place, one in enumerate(above) if kinds and _LINKAGE[one] in kinds), len(above))
    may_guide = tuple(above[: nearest + 1])
    return Nameable(may_guide, either(may_guide), is_sure=True, is_required=False)
