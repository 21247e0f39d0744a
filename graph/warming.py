"""The first questions of a new process, asked while nobody waits for them."""

from collections.abc import Iterator
from typing import TypeVar

from graph.engines import Engine
from graph.pages import Paging
from graph.questions import lists, trees
from graph.questions.lists import Wanted
from graph.questions.profile import profile
from graph.questions.responsibility import responsible
from graph.questions.trees import AREAS, ORGS, Hierarchy
from graph.search import search
from graph.search.normal_form import plain
from graph.search.pinyin import readings
from graph.shapes import Area, AreaStep, Org, OrgStep
from graph.vocabulary import Kind

R = TypeVar("R", Org, Area)
S = TypeVar("S", OrgStep, AreaStep)

_ONE = Paging(size=1)
_ROUNDS = 15
"""A search sends statements of many shapes, each of which Java compiles once it was run often."""


def warming(engine: Engine) -> Iterator[None]:
    """Ask what makes a fresh Neo4j plan its dearest statements and read its store, a question at each step.

    The first answer takes many times as long as those after it. An empty graph has nothing to ask. Raise EngineError or
    MalformedError.
    """
    for wanted in (Wanted(), Wanted([Kind.POST])):
        lists.entities(engine, wanted=wanted, paging=_ONE)
        yield
    for org in lists.orgs(engine, kind=None, tier=None, area_id=None, q=None, paging=_ONE).value.items:
        yield from _walk(engine, ORGS, org.id)
    for area in lists.areas(engine, kind=None, category=None, area_id=None, q=None, paging=_ONE).value.items:
        yield from _searches(engine, area.name)
        profile(engine, area_id=area.id)
        yield
        responsible(engine, area_id=area.id, paging=_ONE)
        yield from _walk(engine, AREAS, area.id)


def _walk(engine: Engine, hierarchy: Hierarchy[R, S], id: str) -> Iterator[None]:
    yield
    # Java compiles what was run more than once: the count of a whole city is the longest of the common answers.
    for _ in range(3):
        trees.counts(engine, hierarchy, id=id)
        yield
    trees.tree(engine, hierarchy, id=id, max_depth=3)
    yield


def _searches(engine: Engine, name: str) -> Iterator[None]:
    """Ask for a name, a part of it, its pinyin, an address, one with a part unknown, what is near, and what is nowhere."""
    texts = [name, name[:2], f"{name}1号楼1单元", f"{name}~~~1号楼", name[1::-1] + name[2:], "~"]
    # A name in letters is read as nothing else.
    for reading in readings(plain(name))[:1]:
        pinyin = "".join(reading)
        texts += [pinyin, pinyin[1:]]
    for _ in range(_ROUNDS):
        for text in texts:
            search(engine, text=text, kind=None, limit=10)
            yield
