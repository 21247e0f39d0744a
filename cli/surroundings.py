"""What is around an entity, in words: above and below it, what it covers, leads and belongs to."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TypeVar

from cli.tables import Facts
from graph.engines import Engine
from graph.kind_words import KindWords
from graph.meanings import VALUES
from graph.pages import Paging, every
from graph.questions.alliances import Scope, led, members, participations
from graph.questions.entities import Surroundings, entity, neighbours
from graph.questions.trees import AREAS, ORGS, Hierarchy, ancestors, counts
from graph.shapes import AnyEntity, Area, AreaStep, Entity, Org, OrgStep
from graph.vocabulary import AREA_KINDS, PARTY_ORG_KINDS, RELATIONSHIPS, Kind, Relationship, Role
from words import enumerated, said

_SHOWN = 15
_NONE = said("nothing")
_TOLD = frozenset(
    {
        Relationship.UNDER,
        Relationship.COVERS,
        Relationship.WITHIN,
        Relationship.LEADS,
        Relationship.MEMBER_OF,
        Relationship.GUIDED_BY,
    }
)
"""The relationships of the skeleton, which are told in words of their own."""
# More than there are links of one type on one entity.
_ALL = 1_000_000

R = TypeVar("R", Org, Area)
S = TypeVar("S", OrgStep, AreaStep)


def surroundings(engine: Engine, found: AnyEntity, words: KindWords) -> Facts:
    """Return what is around an entity, each with what it is about; of what ended, what it last belonged to."""
    if found.kind in PARTY_ORG_KINDS:
        yield from _of_org(engine, found, words)
    elif found.kind in AREA_KINDS:
        yield from _of_area(engine, found, words)
    elif found.kind is Kind.UNIT:
        yield from _of_unit(engine, found)
    elif found.kind in {Kind.ALLIANCE, Kind.LEADING_GROUP}:
        yield from _of_alliance(engine, found)
    yield from _joined(engine, found)


def _joined(engine: Engine, found: AnyEntity) -> Facts:
    """Return what else an entity is joined with, by relationship: what it leads to, then what leads to it."""
    types = [type for type in Relationship if type not in _TOLD]
    around = neighbours(engine, id=found.id, types=types, limit=_ALL).value
    nodes = {node.id: node for node in around.nodes}
    ways: dict[str, list[str]] = defaultdict(list)
    for link in sorted(around.links, key=lambda link: link.target == found.id):
        other, arrow = (link.target, "→") if link.source == found.id else (link.source, "←")
        ways[f"{arrow} {RELATIONSHIPS[link.type]}"].append(_named(nodes[other]))
    for way, names in ways.items():
        yield way, _lines(names)


def _of_org(engine: Engine, org: AnyEntity, words: KindWords) -> Facts:
    stands = org.valid_to is None
    yield said("under") if stands else said("last under"), _chain(engine, ORGS, org.parent_id)
    # Of what ended, the record knows the first alone.
    covered = org.related.get(Relationship.COVERS) or [org.area_id]
    yield (
        said("covers") if stands else said("last covers"),
        _lines([str(_one(engine, id)) for id in sorted(filter(None, covered))]),
    )
    if stands:
        page = led(engine, org_id=org.id, paging=Paging(_SHOWN)).value
        yield said("leads"), _lines([*map(_named, page.items)], page.total)
        yield said("below"), _counted(engine, ORGS, org.id, words)


def _of_area(engine: Engine, area: AnyEntity, words: KindWords) -> Facts:
    yield said("in") if area.valid_to is None else said("last in"), _chain(engine, AREAS, area.parent_id)
    if area.valid_to is None:
        covering = _around(engine, area.id, Relationship.COVERS)
        yield said("covered by"), _lines([*map(_named, covering.nodes[1:])])
        yield said("parts"), _counted(engine, AREAS, area.id, words)


def _of_alliance(engine: Engine, alliance: AnyEntity) -> Facts:
    yield said("led by") if alliance.valid_to is None else said("last led by"), _one(engine, alliance.lead_id)
    if alliance.valid_to is None:
        linked = _around(engine, alliance.id, Relationship.GUIDED_BY)
        guides = {link.target for link in linked.links if link.source == alliance.id}
        yield said("guided by"), _lines([_named(node) for node in linked.nodes if node.id in guides])
        yield said("guides"), _lines([_named(node) for node in linked.nodes[1:] if node.id not in guides])
        own, all_ = (
            members(engine, alliance_id=alliance.id, scope=scope, paging=Paging(1)).value.total
            for scope in (Scope.DIRECT, Scope.TRANSITIVE)
        )
        yield said("memberships"), said("{own:,}; {all:,} with those of the alliances it guides", own=own, all=all_)


def _of_unit(engine: Engine, unit: AnyEntity) -> Facts:
    if unit.valid_to is None:
        page = participations(engine, unit_id=unit.id, scope=Scope.DIRECT, paging=Paging(_SHOWN)).value
        sits = [
            str(said("{unit}, {role} since {day}", unit=_named(one), role=VALUES[Role][one.role], day=one.member_since))
            for one in page.items
        ]
        yield said("member of"), _lines(sits, page.total)


def _named(entity: Entity) -> str:
    return f"{entity.name} ({entity.id})"


def _one(engine: Engine, id: str | None) -> object:
    return _NONE if id is None else _named(entity(engine, id=id).value)


def _chain(engine: Engine, hierarchy: Hierarchy[R, S], parent_id: str | None) -> object:
    """Return what stands above, nearest first: what ended last hung on its parent, whose own superiors stand."""
    if parent_id is None:
        return _NONE
    above = every(lambda paging: ancestors(engine, hierarchy, id=parent_id, paging=paging).value)
    return " → ".join([str(_one(engine, parent_id)), *(step.name for step in above)])


def _counted(engine: Engine, hierarchy: Hierarchy[R, S], id: str, words: KindWords) -> object:
    found = counts(engine, hierarchy, id=id).value
    by_kind = (f"{words.of(kind)} {found.by_kind[kind]:,}" for kind in Kind if kind in found.by_kind)
    return said("{total:,}: {kinds}", total=found.total, kinds=enumerated(by_kind)) if found.total else _NONE


def _around(engine: Engine, id: str, type: Relationship) -> Surroundings:
    return neighbours(engine, id=id, types=[type], limit=_ALL).value


def _lines(texts: Sequence[str], total: int | None = None) -> object:
    """Return a line each, the first of them when there are many, and how many more there are."""
    more = (len(texts) if total is None else total) - len(texts[:_SHOWN])
    shown = [*texts[:_SHOWN], *([str(said("and {more:,} more", more=more))] if more else [])]
    return "\n".join(shown) or _NONE
