"""What is due on a level and is not there.

Not every lack is a vacancy: a police room is not due everywhere, a county's cadre is a leader of the city, what the graph
has nowhere is no part of that city's ledgers, and what its table of kinds lets cover no such area is no part of its chain.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.questions import stand_ins
from graph.questions.responsibility_rows import ORG_PARTS, TITLES, Claim, Level, Part, Responsibility, proof
from graph.questions.stand_ins import Substitute, stand_in
from graph.tables import Tables
from graph.vocabulary import KINDS, PARTY_ORG_KINDS, Kind


@dataclass(frozen=True, slots=True)
class Due:
    """What is due on levels of a kind: the kind that is missing where it is not, and who stands in then.

    ``is_there`` and ``stands_in`` take the levels, nearest first, and the depth of the one in question. It is due where the
    graph has entities of the kind ``needs``.
    """

    part: Part
    missing: Kind
    needs: Kind
    is_there: Callable[[Sequence[Level], int], bool]
    stands_in: Callable[[Sequence[Level], int], Substitute]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a city has: ``kept`` are the kinds that the graph has entities of, ``tables`` the data set's, if it keeps them."""

    kept: frozenset[Kind]
    tables: Tables | None

    def covers(self, kind: Kind, levels: Sequence[Level], depth: int) -> bool:
        """Whether the city by its table has organisations of a kind for the area of a level."""
        if self.tables is None or kind not in PARTY_ORG_KINDS:
            return True
        area = levels[depth].area.kind
        around = {level.area.kind for level in levels[depth:]}
        # A building shares the group of its compound.
        shares = kind is Kind.BUILDING_GROUP and area is Kind.BUILDING and Kind.COMPOUND in around
        return any(kind in self.tables.covering(at) for at in ({area, Kind.COMPOUND} if shares else {area}))


def missing(levels: Sequence[Level], depth: int, expected: Expected) -> Iterator[Responsibility]:
    """Yield what the city has on levels of a kind and this one lacks."""
    area = levels[depth].area.kind
    for due in (*_DUE[area], *_otherwise(area, expected)):
        is_expected = due.needs in expected.kept and expected.covers(due.missing, levels, depth)
        if is_expected and not due.is_there(levels, depth):
            yield Responsibility(
                area=levels[depth].area,
                role=due.part,
                kind=due.missing,
                id=None,
                name=None,
                title=TITLES.get(due.part, KINDS[due.missing].chinese),
                vacant=True,
                stands_in=stand_in(levels, due.stands_in(levels, depth)),
                path=proof(levels, depth, None),
            )


def _otherwise(area: Kind, expected: Expected) -> Iterator[Due]:
    """Yield the organisation due on areas of a kind that the city by its table covers by others than the usual one."""
    if expected.tables is None or {due.missing for due in _DUE[area]}.intersection(expected.tables.covering(area)):
        return
    kind = expected.tables.standing_for(area, among=tuple(expected.kept))
    if kind is not None:
        is_there = _org(*expected.tables.covering(area))
        yield Due(ORG_PARTS.get(kind, Part.ORGANISATION), kind, kind, is_there, _IN_PLACE.get(area, stand_ins.contact))


def _police(levels: Sequence[Level], depth: int) -> bool:
    """Whether police look after it; none are due in a village of a town that has no station."""
    here = levels[depth]
    is_due = bool(here.orgs()) or stand_ins.station(levels, depth) is not None
    return bool(here.of(Claim.COMMUNITY_POLICE)) or not is_due


def _cadre(levels: Sequence[Level], depth: int) -> bool:
    """Whether a cadre is in contact with it; a graph's top is in contact with leaders from above the graph."""
    return bool(levels[depth].of(Claim.CADRE)) or depth == len(levels) - 1


def _any(claim: Claim) -> Callable[[Sequence[Level], int], bool]:
    return lambda levels, depth: bool(levels[depth].of(claim))


def _org(*kinds: Kind) -> Callable[[Sequence[Level], int], bool]:
    """Return whether an organisation covers the area, or one of its own kind that it is a part of."""

    def is_there(levels: Sequence[Level], depth: int) -> bool:
        here = levels[depth].area.kind
        return any(level.orgs(*kinds) for level in levels[depth:] if level.area.kind is here)

    return is_there


def _group(levels: Sequence[Level], depth: int) -> bool:
    """Whether a group covers it; a building shares that of its compound, and so a compound owes its buildings none."""
    if depth:
        return True
    return any(level.orgs(Kind.BUILDING_GROUP) for level in levels if level.area.kind in {Kind.BUILDING, Kind.COMPOUND})


def _organisation(kind: Kind, stands_in: Callable[[Sequence[Level], int], Substitute] = stand_ins.contact) -> Due:
    return Due(Part.ORGANISATION, kind, kind, _org(), stands_in)


def _household(levels: Sequence[Level], depth: int) -> bool:
    return bool(levels[depth].orgs(Kind.MEMBER_HOUSEHOLD))


def _body(part: Part, kind: Kind, claim: Claim) -> Due:
    return Due(part, kind, kind, _any(claim), stand_ins.superior_body(claim))


# Who stands in where an organisation is missing that is not the usual one there; elsewhere it is a cadre.
_IN_PLACE = {Kind.BUILDING: stand_ins.covering, Kind.COMPOUND: stand_ins.covering, Kind.GRID: stand_ins.branch}
_GROUP = Due(Part.GROUP, Kind.BUILDING_GROUP, Kind.BUILDING_GROUP, _group, stand_ins.covering)
_CADRE = Due(Part.CADRE, Kind.CADRE, Kind.CADRE, _cadre, stand_ins.superior_cadre)
_LEADING_GROUP = _body(Part.LEADING_GROUP, Kind.LEADING_GROUP, Claim.LEADING_GROUP)
_COMMITTEE = _body(Part.COMMITTEE, Kind.COMMITTEE, Claim.COMMITTEE)
_DUE: dict[Kind, tuple[Due, ...]] = {
    Kind.BUILDING: (
        Due(Part.HOUSEHOLD, Kind.MEMBER_HOUSEHOLD, Kind.MEMBER_HOUSEHOLD, _household, stand_ins.covering),
        _GROUP,
    ),
    Kind.COMPOUND: (_GROUP,),
    Kind.GRID: (
        Due(Part.BRANCH, Kind.GRID_BRANCH, Kind.GRID_BRANCH, _org(Kind.GRID_BRANCH), stand_ins.branch),
        Due(Part.GRID_WORKER, Kind.GRID_WORKER, Kind.GRID_WORKER, _any(Claim.GRID_WORKER), stand_ins.covering),
        _CADRE,
    ),
    Kind.NEIGHBOURHOOD: (
        _organisation(Kind.COMMUNITY_ORG),
        # A city may send officers of other lines into its communities and keep no records of its police.
        Due(Part.COMMUNITY_POLICE, Kind.OFFICER, Kind.POLICE_STATION, _police, stand_ins.station),
        _CADRE,
    ),
    Kind.TOWN: (_organisation(Kind.STREET_COMMITTEE), _CADRE),
    Kind.COUNTY: (_organisation(Kind.COUNTY_COMMITTEE), _CADRE, _LEADING_GROUP, _COMMITTEE),
    Kind.COUNTRY: (_organisation(Kind.CENTRAL_COMMITTEE, stand_ins.nobody),),
    Kind.PROVINCE: (_organisation(Kind.PROVINCE_COMMITTEE),),
    Kind.CITY: (_organisation(Kind.CITY_COMMITTEE), _LEADING_GROUP, _COMMITTEE),
}
"""What is due on the levels of each kind of area, in the order in which it is told."""

NEEDED = tuple(sorted({*PARTY_ORG_KINDS, *(due.needs for dues in _DUE.values() for due in dues)}))
"""The kinds that something due needs: where the graph has none of one, that is due nowhere."""
