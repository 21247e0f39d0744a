"""Who leads the organisations of a level, and which of them nobody leads.

Nobody leads an organisation whose leading posts nobody holds, and one that has no such post: to whoever asks it is the same.
Of a graph that has no posts at all nothing is known.
"""

from collections.abc import Iterator, Sequence

from graph.meanings import VALUES
from graph.questions.responsibility_rows import Claim, Level, Part, Reason, Responsibility, StandIn, Way, proof
from graph.questions.stand_ins import stand_in
from graph.vocabulary import Kind, PostRole

LEADING = {
    Claim.SECRETARY: Part.SECRETARY,
    Claim.GROUP_LEADER: Part.GROUP_LEADER,
    Claim.HOUSEHOLD_MEMBER: Part.HOUSEHOLD_MEMBER,
}
"""What a way to a leading post is found as, and what its holder answers as."""

_OF_ORGS = {
    Kind.BUILDING_GROUP: Claim.GROUP_LEADER,
    Kind.GRID_GROUP: Claim.GROUP_LEADER,
    Kind.MEMBER_HOUSEHOLD: Claim.HOUSEHOLD_MEMBER,
}
"""Which post leads an organisation of a kind; that of a secretary all others."""


def without_post(levels: Sequence[Level], depth: int) -> Iterator[Responsibility]:
    """Yield a vacancy for each organisation of a level that has no leading post."""
    here = levels[depth]
    led = {way.nodes[1].id for way in here.of(*LEADING)}
    for org in here.orgs():
        if org.end.id in led:
            continue
        claim = _OF_ORGS.get(org.end.kind, Claim.SECRETARY)
        yield Responsibility(
            area=here.area,
            role=LEADING[claim],
            kind=Kind.POST,
            id=None,
            name=None,
            title=f"{org.end.name}{VALUES[PostRole][PostRole(claim.value)]}",
            vacant=True,
            stands_in=in_place_of(levels, depth, org, claim),
            path=proof(levels, depth, org),
        )


def in_place_of(levels: Sequence[Level], depth: int, way: Way, leads_as: Claim) -> StandIn | None:
    """Return who stands in for whoever would lead the organisation a way comes to first; ``None`` when nobody does."""
    org_id, here = way.nodes[1].id, levels[depth]
    deputies = [way for way in here.of(Claim.DEPUTY_SECRETARY) if way.nodes[1].id == org_id and way.has_holder]
    if leads_as is Claim.SECRETARY and deputies:
        return stand_in(levels, (depth, deputies[0], Reason.DEPUTY_SECRETARY))
    above = [way for way in here.of(Claim.SUPERIOR) if way.nodes[1].id == org_id]
    nearest = min(above, key=lambda way: (len(way.nodes), way.end.id), default=None)
    return None if nearest is None else stand_in(levels, (depth, nearest, Reason.SUPERIOR_LEADER))
