"""Who stands in where nobody answers: the nearest that does, and why it is this one."""

from collections.abc import Callable, Sequence

from graph.questions.responsibility_rows import Claim, Level, Proof, Reason, StandIn, Way, found, proof
from graph.vocabulary import PARTY_ORG_KINDS, Kind

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


def stand_in(levels: Sequence[Level], who: Substitute) -> StandIn | None:
    """Return a substitute as an answer tells it."""
    if who is None:
        return None
    depth, way, reason = who
    path: Proof = proof(levels, depth, way)
    return StandIn(**found(way.end).model_dump(), reason=reason, says=SAYS[reason], path=path)


def covering(levels: Sequence[Level], depth: int) -> Substitute:
    """Return the nearest organisation that is more than a household, from a level up."""
    return _nearest(levels, depth, lambda level: level.orgs(*_ABOVE_HOUSEHOLDS), Reason.SUPERIOR_ORGANISATION)


def branch(levels: Sequence[Level], depth: int) -> Substitute:
    """Return the branch of the grid's group; of a grid without one, the nearest organisation above."""
    if of_group := levels[depth].of(Claim.GROUP_BRANCH):
        return depth, of_group[0], Reason.GROUPS_BRANCH
    return covering(levels, depth + 1)


def contact(levels: Sequence[Level], depth: int) -> Substitute:
    """Return the nearest cadre from a level without an organisation up; where there is none, the organisation above."""
    cadre = _nearest(levels, depth, lambda level: level.of(Claim.CADRE), Reason.CONTACT_CADRE)
    return cadre or covering(levels, depth + 1)


def superior_cadre(levels: Sequence[Level], depth: int) -> Substitute:
    """Return the nearest cadre above a level."""
    return _nearest(levels, depth + 1, lambda level: level.of(Claim.CADRE), Reason.SUPERIOR_CADRE)


def station(levels: Sequence[Level], depth: int) -> Substitute:
    """Return the police station of the nearest level that has one: the lead station where there are several."""
    stations = (Claim.LEAD_STATION, Claim.POLICE_STATION)
    return _nearest(levels, depth, lambda level: level.of(*stations), Reason.POLICE_STATION)


def superior_body(claim: Claim) -> Callable[[Sequence[Level], int], Substitute]:
    """Return who finds the nearest body of that claim above a level."""
    return lambda levels, depth: _nearest(levels, depth + 1, lambda level: level.of(claim), Reason.SUPERIOR_BODY)


def nobody(_levels: Sequence[Level], _depth: int) -> Substitute:
    """Return nobody."""
    return None


def _nearest(levels: Sequence[Level], depth: int, ways: Callable[[Level], list[Way]], reason: Reason) -> Substitute:
    """Return the first of those ways on the nearest level, from a depth up, that has any."""
    for at in range(depth, len(levels)):
        if those := ways(levels[at]):
            return at, those[0], reason
    return None
