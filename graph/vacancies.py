"""Where nobody answers for a place, and who stands in there.

Not every lack is a vacancy: a police room is not due everywhere, and a county's cadre is a leader of the city.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.responsibility_rows import (
    TITLES,
    Claim,
    Level,
    Part,
    Proof,
    Reason,
    Responsibility,
    StandIn,
    Way,
    found,
    proof,
)
from graph.vocabulary import KINDS, PARTY_ORG_KINDS, Kind

SAYS = {
    Reason.GROUPS_BRANCH: "本网格没有党支部，由网格党小组所属的党支部负责。",
    Reason.SUPERIOR_ORGANISATION: "这一级没有，由上一级党组织负责。",
    Reason.CONTACT_CADRE: "这一级没有党组织，由联点包抓干部负责。",
    Reason.SUPERIOR_CADRE: "这一级没有联点包抓干部，由上一级的干部负责。",
    Reason.DEPUTY_SECRETARY: "书记空缺，由副书记负责。",
    Reason.SUPERIOR_LEADER: "这一职务空缺，由上级党组织的负责人负责。",
    Reason.POLICE_STATION: "这里没有社区民警，由派出所负责。",
    Reason.SUPERIOR_BODY: "这一级没有，由上一级的机构负责。",
}
"""Why somebody stands in, in a sentence."""

_ABOVE_HOUSEHOLDS = tuple(kind for kind in PARTY_ORG_KINDS if kind is not Kind.MEMBER_HOUSEHOLD)

Substitute = tuple[int, Way, Reason] | None
"""Who stands in: the depth of the level it was found on, the way from there, and why it is this one."""


@dataclass(frozen=True, slots=True)
class Due:
    """What is due on levels of a kind: the kind that is missing where it is not, and who stands in then.

    ``is_there`` and ``stands_in`` take the levels, nearest first, and the depth of the one in question.
    """

    part: Part
    missing: Kind
    is_there: Callable[[Sequence[Level], int], bool]
    stands_in: Callable[[Sequence[Level], int], Substitute]


def missing(levels: Sequence[Level], depth: int) -> Iterator[Responsibility]:
    """Yield what is due on a level and is not there."""
    for due in _DUE[levels[depth].area.kind]:
        if not due.is_there(levels, depth):
            yield Responsibility(
                area=levels[depth].area,
                role=due.part,
                kind=due.missing,
                id=None,
                name=None,
                title=TITLES.get(due.part, KINDS[due.missing].chinese),
                vacant=True,
                stands_in=_stand_in(levels, due.stands_in(levels, depth)),
                path=proof(levels, depth, None),
            )


def for_post(levels: Sequence[Level], depth: int, post: Way) -> StandIn | None:
    """Return who stands in for whoever would hold a vacant post; ``None`` when nobody does."""
    org_id = post.nodes[1].id
    here = levels[depth]
    deputies = [way for way in here.of(Claim.DEPUTY_SECRETARY) if way.nodes[1].id == org_id and way.has_holder]
    if post.role is Claim.SECRETARY and deputies:
        return _stand_in(levels, (depth, deputies[0], Reason.DEPUTY_SECRETARY))
    above = [way for way in here.of(Claim.SUPERIOR) if way.nodes[1].id == org_id]
    nearest = min(above, key=lambda way: (len(way.nodes), way.end.id), default=None)
    return None if nearest is None else _stand_in(levels, (depth, nearest, Reason.SUPERIOR_LEADER))


def _stand_in(levels: Sequence[Level], who: Substitute) -> StandIn | None:
    if who is None:
        return None
    depth, way, reason = who
    path: Proof = proof(levels, depth, way)
    return StandIn(**found(way.end).model_dump(), reason=reason, says=SAYS[reason], path=path)


def _nearest(levels: Sequence[Level], depth: int, ways: Callable[[Level], list[Way]], reason: Reason) -> Substitute:
    """Return the first of those ways on the nearest level, from a depth up, that has any."""
    for at in range(depth, len(levels)):
        if those := ways(levels[at]):
            return at, those[0], reason
    return None


def _covering(levels: Sequence[Level], depth: int) -> Substitute:
    """Return the nearest organisation that is more than a household, from a level up."""
    return _nearest(levels, depth, lambda level: level.orgs(*_ABOVE_HOUSEHOLDS), Reason.SUPERIOR_ORGANISATION)


def _branch(levels: Sequence[Level], depth: int) -> Substitute:
    """Return the branch of the grid's group; of a grid without one, the nearest organisation above."""
    if of_group := levels[depth].of(Claim.GROUP_BRANCH):
        return depth, of_group[0], Reason.GROUPS_BRANCH
    return _covering(levels, depth + 1)


def _contact(levels: Sequence[Level], depth: int) -> Substitute:
    """Return the nearest cadre from a level without an organisation up; where there is none, the organisation above."""
    cadre = _nearest(levels, depth, lambda level: level.of(Claim.CADRE), Reason.CONTACT_CADRE)
    return cadre or _covering(levels, depth + 1)


def _cadre(levels: Sequence[Level], depth: int) -> Substitute:
    return _nearest(levels, depth + 1, lambda level: level.of(Claim.CADRE), Reason.SUPERIOR_CADRE)


def _station(levels: Sequence[Level], depth: int) -> Substitute:
    return _nearest(levels, depth, _stations, Reason.POLICE_STATION)


def _body(*roles: Claim) -> Callable[[Sequence[Level], int], Substitute]:
    return lambda levels, depth: _nearest(levels, depth + 1, lambda level: level.of(*roles), Reason.SUPERIOR_BODY)


def _nobody(_levels: Sequence[Level], _depth: int) -> Substitute:
    return None


def _police(levels: Sequence[Level], depth: int) -> bool:
    """Whether police look after it; none are due in a village of a town that has no station."""
    here = levels[depth]
    is_due = bool(here.orgs()) or _station(levels, depth) is not None
    return bool(here.of(Claim.COMMUNITY_POLICE)) or not is_due


def _stations(level: Level) -> list[Way]:
    return level.of(Claim.LEAD_STATION, Claim.POLICE_STATION)


def _any(*roles: Claim) -> Callable[[Sequence[Level], int], bool]:
    return lambda levels, depth: bool(levels[depth].of(*roles))


def _org(*kinds: Kind) -> Callable[[Sequence[Level], int], bool]:
    return lambda levels, depth: bool(levels[depth].orgs(*kinds))


def _group(levels: Sequence[Level], depth: int) -> bool:
    """Whether a group covers it; a building shares that of its compound, and so a compound owes its buildings none."""
    if depth:
        return True
    return any(level.orgs(Kind.BUILDING_GROUP) for level in levels if level.area.kind in {Kind.BUILDING, Kind.COMPOUND})


def _household(levels: Sequence[Level], depth: int) -> bool:
    return bool(levels[depth].orgs(Kind.MEMBER_HOUSEHOLD))


_GROUP = Due(Part.GROUP, Kind.BUILDING_GROUP, _group, _covering)
_CADRE = Due(Part.CADRE, Kind.CADRE, _any(Claim.CADRE), _cadre)
_LEADING_GROUP = Due(Part.LEADING_GROUP, Kind.LEADING_GROUP, _any(Claim.LEADING_GROUP), _body(Claim.LEADING_GROUP))
_COMMITTEE = Due(Part.COMMITTEE, Kind.COMMITTEE, _any(Claim.COMMITTEE), _body(Claim.COMMITTEE))
_DUE: dict[Kind, tuple[Due, ...]] = {
    Kind.BUILDING: (Due(Part.HOUSEHOLD, Kind.MEMBER_HOUSEHOLD, _household, _covering), _GROUP),
    Kind.COMPOUND: (_GROUP,),
    Kind.GRID: (
        Due(Part.BRANCH, Kind.GRID_BRANCH, _org(Kind.GRID_BRANCH), _branch),
        Due(Part.GRID_WORKER, Kind.GRID_WORKER, _any(Claim.GRID_WORKER), _covering),
        _CADRE,
    ),
    Kind.NEIGHBOURHOOD: (
        Due(Part.ORGANISATION, Kind.COMMUNITY_ORG, _org(), _contact),
        Due(Part.COMMUNITY_POLICE, Kind.OFFICER, _police, _station),
        _CADRE,
    ),
    Kind.TOWN: (
        Due(Part.ORGANISATION, Kind.STREET_COMMITTEE, _org(), _contact),
        _CADRE,
    ),
    Kind.COUNTY: (
        Due(Part.ORGANISATION, Kind.COUNTY_COMMITTEE, _org(), _contact),
        _CADRE,
        _LEADING_GROUP,
        _COMMITTEE,
    ),
    Kind.CITY: (
        Due(Part.ORGANISATION, Kind.CITY_COMMITTEE, _org(), _nobody),
        _LEADING_GROUP,
        _COMMITTEE,
    ),
}
"""What is due on the levels of each kind of area, in the order in which it is told."""
