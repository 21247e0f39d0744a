"""The two trees of a city, organisations and territory, walked the same way up and down."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.engines import Engine
from graph.errors import NotFoundError, TooLargeError
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.rows import Area, AreaStep, Count, Org, OrgStep, Tally
from graph.vocabulary import AREA_KINDS, PARTY_ORG_KINDS, Kind

MAX_TREE_NODES = 5000
MAX_DEPTH = 20
"""Deeper than any hierarchy of the vocabulary: the statements' own ceiling."""

R = TypeVar("R", Org, Area)
S = TypeVar("S", OrgStep, AreaStep)


@dataclass(frozen=True, slots=True)
class Hierarchy(Generic[R, S]):
    """One tree: what its nodes are called in a sentence, and the queries that walk it."""

    noun: str
    kinds: tuple[Kind, ...]
    has_tiers: bool
    record: Query[R]
    children: Query[R]
    child_total: Query[Count]
    ancestors: Query[S]
    descendants: Query[S]
    descendant_total: Query[Count]
    subtree: Query[S]
    tally: Query[Tally]


def _hierarchy(noun: str, topic: str, kinds: tuple[Kind, ...], row: type[R], step: type[S]) -> Hierarchy[R, S]:
    return Hierarchy(
        noun=noun,
        kinds=kinds,
        has_tiers=row is Org,
        record=Query(f"{topic}/record", row),
        children=Query(f"{topic}/children", row),
        child_total=Query(f"{topic}/child_total", Count),
        ancestors=Query(f"{topic}/ancestors", step),
        descendants=Query(f"{topic}/descendants", step),
        descendant_total=Query(f"{topic}/descendant_total", Count),
        subtree=Query(f"{topic}/subtree", step),
        tally=Query(f"{topic}/tally", Tally),
    )


ORGS = _hierarchy("Party organisation", "orgs", PARTY_ORG_KINDS, Org, OrgStep)
AREAS = _hierarchy("area", "areas", AREA_KINDS, Area, AreaStep)


@dataclass(frozen=True, slots=True)
class Tree:
    """A node with all below it; ``truncated`` when the asked depth cut its children off."""

    node: Org | Area
    children: "list[Tree]"
    truncated: bool


@dataclass(frozen=True, slots=True)
class Counts:
    """How many stand below a node: in all, by kind, and by tier for those that have one."""

    total: int
    by_kind: dict[Kind, int]
    by_tier: dict[int, int]


def record(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str) -> R:
    """Return the record of one node, standing or closed; raise NotFoundError when no node has that id."""
    found = hierarchy.record.first(engine, id=id, kinds=hierarchy.kinds)
    if found is None:
        raise NotFoundError(f"No {hierarchy.noun} has the id {shown(id)}.")
    return found


def children(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, paging: Paging) -> Page[R]:
    """Return what stands next below a node, by id; raise NotFoundError."""
    record(engine, hierarchy, id=id)
    rows = hierarchy.children.all(engine, id=id, after=_id_after(paging), limit=paging.size + 1)
    total = hierarchy.child_total.all(engine, id=id)[0].total
    return page(rows, size=paging.size, total=total, key=lambda row: (row.id,))


def ancestors(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, paging: Paging) -> Page[S]:
    """Return what stands above a node, nearest first, to the root; raise NotFoundError."""
    record(engine, hierarchy, id=id)
    steps = hierarchy.ancestors.all(engine, id=id)
    rest = [step for step in steps if (step.depth, step.id) > _depth_after(paging)]
    return page(rest, size=paging.size, total=len(steps), key=lambda step: (step.depth, step.id))


def descendants(
    engine: Engine,
    hierarchy: Hierarchy[R, S],
    *,
    id: str,
    max_depth: int | None,
    tier: int | None,
    kind: Kind | None,
    paging: Paging,
) -> Page[S]:
    """Return what stands below a node, nearest first and then by id; raise NotFoundError.

    ``tier`` is asked of organisations alone; areas have none.
    """
    record(engine, hierarchy, id=id)
    chosen: dict[str, str | int | None] = {"id": id, "max_depth": _depth(max_depth), "kind": kind}
    if hierarchy.has_tiers:
        chosen["tier"] = tier
    after_depth, after_id = _depth_after(paging)
    rows = hierarchy.descendants.all(
        engine, **chosen, after_depth=after_depth, after_id=after_id, limit=paging.size + 1
    )
    total = hierarchy.descendant_total.all(engine, **chosen)[0].total
    return page(rows, size=paging.size, total=total, key=lambda step: (step.depth, step.id))


def tree(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, max_depth: int | None) -> Tree:
    """Return a node with all below it, children by id; raise NotFoundError, or TooLargeError past 5,000 nodes."""
    root = record(engine, hierarchy, id=id)
    steps = hierarchy.subtree.all(engine, id=id, max_depth=_depth(max_depth), limit=MAX_TREE_NODES)
    if len(steps) == MAX_TREE_NODES:
        raise too_large(id)
    below: dict[str | None, list[S]] = defaultdict(list)
    for step in steps:
        below[step.parent_id].append(step)
    top = Tree(root, [], truncated=False)
    waiting = [top]
    while waiting:
        parent = waiting.pop()
        for step in below[parent.node.id]:
            child = Tree(step, [], truncated=step.has_more and step.id not in below)
            parent.children.append(child)
            waiting.append(child)
    return top


def too_large(id: str) -> TooLargeError:
    """Return the error for a node whose tree has more nodes than a tree may have."""
    return TooLargeError(
        f"The tree below {id} has more than {MAX_TREE_NODES:,} nodes. "
        "Ask for fewer levels with max_depth, start lower down, or page through /descendants."
    )


def counts(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str) -> Counts:
    """Return how many stand below a node; raise NotFoundError."""
    record(engine, hierarchy, id=id)
    by_kind: dict[Kind, int] = defaultdict(int)
    by_tier: dict[int, int] = defaultdict(int)
    for tally in hierarchy.tally.all(engine, id=id):
        by_kind[tally.kind] += tally.total
        if tally.tier is not None:
            by_tier[tally.tier] += tally.total
    return Counts(sum(by_kind.values()), dict(by_kind), dict(sorted(by_tier.items())))


def shown(id: str) -> str:
    """Return an id as a sentence may quote it: a long one is cut."""
    return repr(id if len(id) <= 64 else id[:61] + "...")


def _depth(max_depth: int | None) -> int:
    return MAX_DEPTH if max_depth is None else min(max_depth, MAX_DEPTH)


def _id_after(paging: Paging) -> str:
    return "" if paging.after is None else str(paging.after[0])


def _depth_after(paging: Paging) -> tuple[int, str]:
    return (0, "") if paging.after is None else (int(paging.after[0]), str(paging.after[1]))
