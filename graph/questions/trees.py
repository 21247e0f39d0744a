"""The two trees of a city, organisations and territory, walked the same way up and down."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graph.engines import Engine, Value
from graph.errors import TooLargeError
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.readings import Reading, about, one
from graph.rows import (
    Area,
    AreaPage,
    AreaRecord,
    AreaStep,
    AreaSteps,
    OnePage,
    OneRecord,
    Org,
    OrgPage,
    OrgRecord,
    OrgStep,
    OrgSteps,
    Row,
    Tallies,
)
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
    record: Query[OneRecord[R]]
    children: Query[OnePage[R]]
    ancestors: Query[OnePage[S]]
    descendants: Query[OnePage[S]]
    subtree: Query[OnePage[S]]
    tally: Query[Tallies]


def _hierarchy(
    topic: str,
    noun: str,
    kinds: tuple[Kind, ...],
    *,
    has_tiers: bool,
    record: type[OneRecord[R]],
    page: type[OnePage[R]],
    steps: type[OnePage[S]],
) -> Hierarchy[R, S]:
    return Hierarchy(
        noun=noun,
        kinds=kinds,
        has_tiers=has_tiers,
        record=Query(f"{topic}/record", record),
        children=Query(f"{topic}/children", page),
        ancestors=Query(f"{topic}/ancestors", steps),
        descendants=Query(f"{topic}/descendants", steps),
        subtree=Query(f"{topic}/subtree", steps),
        tally=Query(f"{topic}/tally", Tallies),
    )


ORGS = _hierarchy(
    "orgs", "Party organisation", PARTY_ORG_KINDS, has_tiers=True, record=OrgRecord, page=OrgPage, steps=OrgSteps
)
AREAS = _hierarchy("areas", "area", AREA_KINDS, has_tiers=False, record=AreaRecord, page=AreaPage, steps=AreaSteps)


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


def record(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str) -> Reading[R]:
    """Return the record of one node, standing or closed; raise NotFoundError when no node has that id."""
    return one(hierarchy.record, engine, noun=hierarchy.noun, id=id, kinds=hierarchy.kinds)


def children(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, paging: Paging) -> Reading[Page[R]]:
    """Return what stands next below a node, by id; raise NotFoundError."""
    found = about(
        hierarchy.children,
        engine,
        noun=hierarchy.noun,
        id=id,
        kinds=hierarchy.kinds,
        after=_id_after(paging),
        limit=paging.size + 1,
    )
    rows = page(found.items, size=paging.size, total=found.total, key=lambda row: (row.id,))
    return Reading(found, rows)


def ancestors(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, paging: Paging) -> Reading[Page[S]]:
    """Return what stands above a node, nearest first, to the root; raise NotFoundError."""
    found = about(hierarchy.ancestors, engine, noun=hierarchy.noun, id=id, kinds=hierarchy.kinds)
    rest = [step for step in found.items if (step.depth, step.id) > _depth_after(paging)]
    return Reading(found, page(rest, size=paging.size, total=found.total, key=lambda step: (step.depth, step.id)))


def descendants(
    engine: Engine,
    hierarchy: Hierarchy[R, S],
    *,
    id: str,
    max_depth: int | None,
    tier: int | None,
    kind: Kind | None,
    paging: Paging,
) -> Reading[Page[S]]:
    """Return what stands below a node, nearest first and then by id; raise NotFoundError.

    ``tier`` is asked of organisations alone; areas have none.
    """
    after_depth, after_id = _depth_after(paging)
    asked: dict[str, Value] = {"max_depth": _depth(max_depth), "kind": kind, "limit": paging.size + 1}
    if hierarchy.has_tiers:
        asked["tier"] = tier
    found = about(
        hierarchy.descendants,
        engine,
        noun=hierarchy.noun,
        id=id,
        kinds=hierarchy.kinds,
        after_depth=after_depth,
        after_id=after_id,
        **asked,
    )
    rows = page(found.items, size=paging.size, total=found.total, key=lambda step: (step.depth, step.id))
    return Reading(found, rows)


def tree(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str, max_depth: int | None) -> Reading[Tree]:
    """Return a node with all below it, children by id; raise NotFoundError, or TooLargeError past 5,000 nodes."""
    root = record(engine, hierarchy, id=id)
    steps = about(
        hierarchy.subtree,
        engine,
        noun=hierarchy.noun,
        id=id,
        kinds=hierarchy.kinds,
        max_depth=_depth(max_depth),
        limit=MAX_TREE_NODES,
    ).items
    if len(steps) == MAX_TREE_NODES:
        raise too_large(id)
    return Reading(root.revision, _grown(root.value, steps))


def _grown(root: Org | Area, steps: Sequence[OrgStep | AreaStep]) -> Tree:
    """Return the tree of a root and the steps below it."""
    below: dict[str | None, list[OrgStep | AreaStep]] = defaultdict(list)
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


def counts(engine: Engine, hierarchy: Hierarchy[R, S], *, id: str) -> Reading[Counts]:
    """Return how many stand below a node; raise NotFoundError."""
    found = about(hierarchy.tally, engine, noun=hierarchy.noun, id=id, kinds=hierarchy.kinds)
    by_kind: dict[Kind, int] = defaultdict(int)
    by_tier: dict[int, int] = defaultdict(int)
    for tally in found.items:
        by_kind[tally.kind] += tally.total
        if tally.tier is not None:
            by_tier[tally.tier] += tally.total
    total = sum(by_kind.values())
    return Reading(found, Counts(total=total, by_kind=dict(by_kind), by_tier=dict(sorted(by_tier.items()))))


def _depth(max_depth: int | None) -> int:
    return MAX_DEPTH if max_depth is None else min(max_depth, MAX_DEPTH)


def _id_after(paging: Paging) -> str:
    return "" if paging.after is None else str(paging.after[0])


def _depth_after(paging: Paging) -> tuple[int, str]:
    return (0, "") if paging.after is None else (int(paging.after[0]), str(paging.after[1]))
