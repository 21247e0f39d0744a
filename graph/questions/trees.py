"""The two trees of a city, organisations and territory, walked the same way up and down."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from graph.engines import Engine, Value
from graph.errors import TooLargeError
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.questions.contradictions import refuse_tier
from graph.questions.sorting import ALL, SortKey, sort_keys, sortable, sorted_ids
from graph.readings import Reading, about, recorded
from graph.rows import AboutOne, Row, Tallies
from graph.shapes import Area, AreaStep, Org, OrgStep
from graph.stated import STANDING, StatedNode, StatedNodes, StatedStep, StatedSteps, shaped, shown_in
from graph.vocabulary import AREA_KINDS, PARTY_ORG_KINDS, Kind
from words import said

MAX_TREE_NODES = 5000
MAX_DEPTH = 20
"""Deeper than any hierarchy of the vocabulary: the statements' own ceiling."""

R = TypeVar("R", Org, Area)
S = TypeVar("S", OrgStep, AreaStep)
F = TypeVar("F", bound=AboutOne)

_ABOVE = Query("trees/above", StatedSteps)
_BELOW = Query("trees/below", StatedSteps)
_WHOLE = Query("trees/whole", StatedNodes)
_TALLY = Query("trees/tally", Tallies)


@dataclass(frozen=True, slots=True)
class Hierarchy(Generic[R, S]):
    """One tree: what its nodes are called in a sentence, and the shapes in which they are answered."""

    noun: str
    kinds: tuple[Kind, ...]
    shape: type[R]
    step: type[S]


ORGS = Hierarchy("Party organisation", PARTY_ORG_KINDS, Org, OrgStep)
AREAS = Hierarchy("area", AREA_KINDS, Area, AreaStep)


@dataclass(frozen=True, slots=True)
class Tree:
    """A node with all below it; ``truncated`` when the asked depth cut its children off."""

    node: Org | Area
    children: "list[Tree]"
    truncated: bool


class Counts(Row):
    """How many stand below a node: in all, by kind, and by tier for those that have one."""

    total: int
    by_kind: dict[Kind, int]
    by_tier: dict[int, int]


def record(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, day: date = STANDING) -> Reading[R]:
    """Return the record of one node as of a day, standing or closed; raise NotFoundError when no node has that id."""
    return recorded(engine, hierarchy.shape, noun=hierarchy.noun, id=id, kinds=hierarchy.kinds, day=day)


def children(
    engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, paging: Paging, day: date = STANDING
) -> Reading[Page[S]]:
    """Return what stands next below a node, by id; raise NotFoundError."""
    return descendants(engine, hierarchy, id=id, max_depth=1, tier=None, kind=None, paging=paging, day=day)


def ancestors(
    engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, paging: Paging, day: date = STANDING
) -> Reading[Page[S]]:
    """Return what stands above a node, nearest first, to the root; raise NotFoundError."""
    found = _about(_ABOVE, engine, hierarchy, id=id, day=day, shown=shown_in(hierarchy.step, StatedStep))
    keys = sort_keys(paging.sort, sortable(hierarchy.kinds))
    if keys:
        return Reading(found, _sorted(engine, hierarchy, found.items, keys, paging, day))
    rest = [step for step in found.items if (step.depth, step.id) > _after(paging)]
    return Reading(found, _steps(hierarchy, rest, found.total, paging))


def descendants(
    engine: Engine,
    hierarchy: Hierarchy[R, S],
    *,
    id: str,
    max_depth: int | None,
    tier: int | None,
    kind: Kind | None,
    paging: Paging,
    day: date = STANDING,
) -> Reading[Page[S]]:
    """Return what stands below a node, nearest first and then by id; raise NotFoundError.

    ``tier`` is asked of organisations alone; areas have none. Raise FilterError for one at which the kind does not stand.
    """
    refuse_tier(engine, kind=kind, tier=tier, day=day)
    keys = sort_keys(paging.sort, sortable(hierarchy.kinds if kind is None else [kind]))
    after_depth, after_id = (0, "") if keys else _after(paging)
    found = _about(
        _BELOW,
        engine,
        hierarchy,
        id=id,
        day=day,
        shown=shown_in(hierarchy.step, StatedStep),
        max_depth=_depth(max_depth),
        kind=kind,
        tier=tier,
        after_depth=after_depth,
        after_id=after_id,
        limit=ALL if keys else paging.size + 1,
    )
    if keys:
        return Reading(found, _sorted(engine, hierarchy, found.items, keys, paging, day))
    return Reading(found, _steps(hierarchy, found.items, found.total, paging))


def tree(
    engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, max_depth: int | None, day: date = STANDING
) -> Reading[Tree]:
    """Return a node with all below it, children by id; raise NotFoundError, or TooLargeError past 5,000 nodes."""
    root = record(engine, hierarchy, id=id, day=day)
    depth = _depth(max_depth)
    shown = shown_in(hierarchy.shape, StatedNode)
    found = _about(_WHOLE, engine, hierarchy, id=id, day=day, shown=shown, max_depth=depth, limit=MAX_TREE_NODES)
    if found.total == MAX_TREE_NODES:
        raise too_large(id)
    return Reading(root.revision, _grown(hierarchy, root.value, found.items))


def _grown(hierarchy: Hierarchy[R, S], root: R, nodes: Sequence[StatedNode]) -> Tree:
    """Return the tree of a root and the nodes below it."""
    below: dict[str | None, list[StatedNode]] = defaultdict(list)
    for node in nodes:
        below[node.parent_id].append(node)
    top = Tree(root, [], truncated=False)
    waiting = [top]
    while waiting:
        parent = waiting.pop()
        for node in below[parent.node.id]:
            child = Tree(shaped(hierarchy.shape, node), [], truncated=node.has_more and node.id not in below)
            parent.children.append(child)
            waiting.append(child)
    return top


def too_large(id: str) -> TooLargeError:
    """Return the error for a node whose tree has more nodes than a tree may have."""
    return TooLargeError(
        said(
            "The tree below {id} has more than {most:,} nodes. Ask for fewer levels with max_depth, "
            "start lower down, or page through /descendants.",
            id=id,
            most=MAX_TREE_NODES,
        )
    )


def counts(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, day: date = STANDING) -> Reading[Counts]:
    """Return how many stand below a node; raise NotFoundError."""
    found = _about(_TALLY, engine, hierarchy, id=id, day=day)
    by_kind: dict[Kind, int] = defaultdict(int)
    by_tier: dict[int, int] = defaultdict(int)
    for tally in found.items:
        by_kind[tally.kind] += tally.total
        if tally.tier is not None:
            by_tier[tally.tier] += tally.total
    total = sum(by_kind.values())
    return Reading(found, Counts(total=total, by_kind=dict(by_kind), by_tier=dict(sorted(by_tier.items()))))


def _about(query: Query[F], engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, **asked: Value) -> F:
    return about(query, engine, noun=hierarchy.noun, id=id, kinds=hierarchy.kinds, **asked)


def _steps(hierarchy: Hierarchy[R, S], met: Sequence[StatedStep], total: int, paging: Paging) -> Page[S]:
    found = page(met, size=paging.size, total=total, key=lambda step: (step.depth, step.id))
    return found.of(lambda step: shaped(hierarchy.step, step))


def _sorted(
    engine: Engine,
    hierarchy: Hierarchy[R, S],
    met: Sequence[StatedStep],
    keys: Sequence[SortKey],
    paging: Paging,
    day: date,
) -> Page[S]:
    """Return a page of all that was met, sorted."""
    steps = {step.id: step for step in met}
    found = sorted_ids(engine, [*steps], keys, paging, day=day)
    return found.of(lambda id: shaped(hierarchy.step, steps[id]))


def _depth(max_depth: int | None) -> int:
    return MAX_DEPTH if max_depth is None else min(max_depth, MAX_DEPTH)


def _after(paging: Paging) -> tuple[int, str]:
    return (0, "") if paging.after is None else (int(paging.after[0]), str(paging.after[1]))
