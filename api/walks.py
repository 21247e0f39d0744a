"""The routes that organisations and territory share: a record, and the walks up and down its hierarchy."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from fastapi import APIRouter, Response

from api.dependencies import Asked, AskedPage
from api.parameters import Id, MaxDepth
from graph.answers import AreaNode, AreaStepList, OrgNode, OrgStepList, nested
from graph.questions import trees
from graph.questions.trees import Counts, Hierarchy
from graph.shapes import Area, AreaStep, Org, OrgStep

R = TypeVar("R", Org, Area)
S = TypeVar("S", OrgStep, AreaStep)
N = TypeVar("N", OrgNode, AreaNode)
L = TypeVar("L", OrgStepList, AreaStepList)


@dataclass(frozen=True, slots=True)
class Walks(Generic[R, S, N, L]):
    """The walks of one hierarchy; ``word`` is what operation ids call a node."""

    hierarchy: Hierarchy[R, S]
    word: str
    row: type[R]
    node: type[N]
    listing: type[L]

    def add_to(self, router: APIRouter) -> None:
        """Add the routes that take a node's id."""
        word = self.word
        for path, answer, model, operation_id, summary in (
            ("/{id}", self.record, self.row, f"get_{word}", f"One {self.hierarchy.noun}"),
            ("/{id}/children", self.children, self.listing, f"list_{word}_children", "What stands next below"),
            ("/{id}/ancestors", self.ancestors, self.listing, f"list_{word}_ancestors", "What stands above"),
            ("/{id}/tree", self.tree, self.node, f"get_{word}_tree", "All that stands below, nested"),
            ("/{id}/counts", self.counts, Counts, f"get_{word}_counts", "How many stand below"),
        ):
            router.add_api_route(path, answer, response_model=model, operation_id=operation_id, summary=summary)

    def record(self, id: Id, asked: Asked) -> Response:
        """Answer the record of one, standing or closed; a closed one has a valid_to."""
        return asked.answer(trees.record(asked.engine, self.hierarchy, id=id))

    def children(self, id: Id, asked: AskedPage) -> Response:
        """List what stands next below it, by id."""
        found = trees.children(asked.engine, self.hierarchy, id=id, paging=asked.paging)
        return asked.answer(self.listing, found)

    def ancestors(self, id: Id, asked: AskedPage) -> Response:
        """List what stands above it, nearest first, to the city. It is not in the list itself."""
        found = trees.ancestors(asked.engine, self.hierarchy, id=id, paging=asked.paging)
        return asked.answer(self.listing, found)

    def tree(self, id: Id, asked: Asked, max_depth: MaxDepth = None) -> Response:
        """Answer it with all below it, nested; a tree of more than 5,000 nodes is refused with how to narrow it."""
        found = trees.tree(asked.engine, self.hierarchy, id=id, max_depth=max_depth)
        return asked.answer(found.map(lambda tree: nested(tree, self.row, self.node)))

    def counts(self, id: Id, asked: Asked) -> Response:
        """Count all below it, by kind and by tier. What has no tier is in by_kind alone."""
        return asked.answer(trees.counts(asked.engine, self.hierarchy, id=id))
