"""A question about a day is answered as it was answered on that day, whatever became of it since."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta

import pytest
from city import City, small_city
from edits import EDITS, Edit, add, bring_back, change_role, drop, hold, move, rename
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from store import AUTUMN, FIRST, SPRING, SUMMER, WINTER, Store

from graph.engines import Engine
from graph.errors import FilterError
from graph.kind_words import KindWords
from graph.pages import Page, Paging, every
from graph.questions import breadth, entities, lists, trees
from graph.questions.conditions import condition
from graph.questions.dictionary import dictionary
from graph.questions.lists import Wanted
from graph.questions.paths import shortest_path
from graph.questions.trees import AREAS, ORGS
from graph.readings import Reading
from graph.stated import STANDING
from graph.vocabulary import AllianceLevel, Kind, Relationship, UnitCategory

Ask = Callable[[Engine, date], object]
KEPT_FROM_THE_PAST = [edit for edit in EDITS if edit in {rename, move, drop, bring_back, add, change_role, hold}]
"""What the rows may come to on a day without saying another thing of the days before."""


def listed(ask: Callable[[Engine, date, Paging], Reading[Page[object]]]) -> Ask:
    """Return the question for all pages of a list."""
    return lambda engine, day: every(lambda paging: ask(engine, day, paging).value, size=7)


def orgs(**filters: object) -> Ask:
    asked = {"kind": None, "tier": None, "area_id": None, "q": None, **filters}
    return listed(lambda engine, day, paging: lists.orgs(engine, **asked, day=day, paging=paging))  # pyright: ignore[reportArgumentType]


def areas(**filters: object) -> Ask:
    asked = {"kind": None, "category": None, "area_id": None, "q": None, **filters}
    return listed(lambda engine, day, paging: lists.areas(engine, **asked, day=day, paging=paging))  # pyright: ignore[reportArgumentType]


def alliances(**filters: object) -> Ask:
    asked = {"level": None, "area_id": None, "q": None, **filters}
    return listed(lambda engine, day, paging: lists.alliances(engine, **asked, day=day, paging=paging))  # pyright: ignore[reportArgumentType]


def units(**filters: object) -> Ask:
    asked = {"category": None, "line": None, "member": None, "area_id": None, "q": None, **filters}
    return listed(lambda engine, day, paging: lists.units(engine, **asked, day=day, paging=paging))  # pyright: ignore[reportArgumentType]


def any_kind(*kinds: Kind, where: Sequence[str] = (), least: int = breadth.BROAD, **filters: object) -> Ask:
    """Return the question for entities; ``least`` parts make an area broad."""
    conditions = [condition(kinds[0], text, KindWords()) for text in where]

    def ask(engine: Engine, day: date, paging: Paging) -> Reading[Page[object]]:
        wanted = Wanted(kinds=kinds, conditions=conditions, day=day, **filters)  # pyright: ignore[reportArgumentType]
        with pytest.MonkeyPatch.context() as patched:
            broad = breadth.is_broad_area
            patched.setattr(lists, "is_broad_area", lambda engine, id: broad(engine, id=id, least=least))
            return lists.entities(engine, wanted=wanted, paging=paging)

    return listed(ask)


def refusable(ask: Ask) -> Ask:
    """Return the question, which is refused where its filters contradict each other on the day."""

    def asked(engine: Engine, day: date) -> object:
        try:
            return ask(engine, day)
        except FilterError as error:
            return sorted(error.faults)

    return asked


COMMUNITIES = ("1111", "1112")
QUESTIONS: dict[str, Ask] = {
    "orgs": orgs(),
    **{f"orgs of {kind}": orgs(kind=kind) for kind in (Kind.BUILDING_GROUP, Kind.GRID_GROUP, Kind.MEMBER_HOUSEHOLD)},
    "orgs at a tier": orgs(tier=4),
    **{f"orgs called {q}": orgs(q=q) for q in ("组织", "甲", "D1111")},
    **{f"orgs in {area}": orgs(area_id=area) for area in ("1", *COMMUNITIES)},
    "orgs of a kind in an area, by name": orgs(kind=Kind.GRID_BRANCH, area_id="111", q="组"),
    "areas": areas(),
    "buildings": areas(kind=Kind.BUILDING),
    "areas of a category": areas(category="street"),
    "areas by name": areas(q="甲"),
    **{f"areas in {area}": areas(area_id=area) for area in ("1", *COMMUNITIES)},
    "alliances": alliances(),
    "alliances of a level": alliances(level=AllianceLevel.COMMUNITY),
    "alliances by name": alliances(q="盟"),
    **{f"alliances in {area}": alliances(area_id=area) for area in ("1", *COMMUNITIES)},
    "units": units(),
    "departments": units(category=UnitCategory.DEPARTMENT, line="公安"),
    "members": units(member=True),
    "units in no alliance": units(member=False),
    "units by name": units(q="单位"),
    **{f"units in {area}": units(area_id=area) for area in ("1", *COMMUNITIES)},
    "all entities": any_kind(),
    **{f"any {kind}": any_kind(kind) for kind in (Kind.POST, Kind.PERSON, Kind.GRID, Kind.GRID_GROUP)},
    "vacant posts": any_kind(Kind.POST, lacks=[Relationship.HOLDS]),
    "posts by role": any_kind(Kind.POST, where=["role:secretary"]),
    "orgs at a tier, as entities": any_kind(Kind.MEMBER_HOUSEHOLD, where=["tier>4"]),
    "buildings by code": any_kind(Kind.BUILDING, where=["code:111111"]),
    "what is called so": any_kind(q="乙"),
    "what is called so and lacks": any_kind(q="组", lacks=[Relationship.LEADS]),
    **{f"joined with {id}": any_kind(related_to=id) for id in ("D1111", "A001", "1111", "P1")},
    "posts joined with": any_kind(Kind.POST, related_to="D1111"),
    **{f"all in {area}": any_kind(area_id=area) for area in ("1", *COMMUNITIES, "11111")},
    **{
        f"{kind} in {area}, {least}": any_kind(kind, area_id=area, least=least)
        for area in ("1", "1111")
        for kind in (Kind.POST, Kind.PERSON, Kind.UNIT, Kind.BUILDING, Kind.BUILDING_GROUP, Kind.ALLIANCE, Kind.VENUE)
        for least in (0, 1_000_000)
    },
    **{
        f"vacant posts in an area, {least}": any_kind(
            Kind.POST, area_id="111", lacks=[Relationship.HOLDS], related_to="D1111", q="名", least=least
        )
        for least in (0, 1_000_000)
    },
    **{
        f"counts of {id}": lambda engine, day, id=id: trees.counts(engine, ORGS, id=id, day=day).value
        for id in ("D1", "D1111")
    },
    **{
        f"counts of {id}": lambda engine, day, id=id: trees.counts(engine, AREAS, id=id, day=day).value
        for id in ("1", "1111")
    },
    "tree": lambda engine, day: trees.tree(engine, ORGS, id="D1", max_depth=None, day=day).value,
    "tree of areas": lambda engine, day: trees.tree(engine, AREAS, id="1", max_depth=3, day=day).value,
    "children": listed(lambda engine, day, paging: trees.children(engine, ORGS, id="D1111", paging=paging, day=day)),
    "ancestors": listed(
        lambda engine, day, paging: trees.ancestors(engine, ORGS, id="D111111", paging=paging, day=day)
    ),
    "groups below": listed(
        lambda engine, day, paging: trees.descendants(
            engine, ORGS, id="D111", max_depth=None, tier=4, kind=Kind.BUILDING_GROUP, paging=paging, day=day
        )
    ),
    "neighbours": lambda engine, day: (
        entities.neighbours(engine, id="D1111", types=[*Relationship], limit=100, day=day).value
    ),
    **{
        f"path from {start}": lambda engine, day, start=start: (
            shortest_path(engine, from_id=start, to_id="L01", max_length=12, day=day).value
        )
        for start in ("U2", "1112", "D111111-1", "R1")
    },
    "words": lambda engine, day: dictionary(engine, day=day).value,
    "orgs of a kind at a tier": orgs(kind=Kind.BUILDING_GROUP, tier=4),
    "towns of a category": refusable(areas(kind=Kind.TOWN, category="street")),
    "neighbourhoods of a category": refusable(areas(kind=Kind.NEIGHBOURHOOD, category="street")),
}


def answers(engine: Engine, day: date) -> dict[str, object]:
    return {name: plain(ask(engine, day)) for name, ask in QUESTIONS.items()}


def plain(value: object) -> object:
    """Return a value without the days of its entities: of what began anew the record says its last life's."""
    if isinstance(value, BaseModel):
        return plain({name: getattr(value, name) for name in type(value).model_fields if not name.startswith("valid_")})
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


def furnished() -> City:
    """Return a city with posts, who holds them, a venue and a categorised area."""
    city = small_city()
    for number, body in enumerate(("D1111", "D1112", "D11111"), 1):
        city.ledger(f"P{number}", Kind.POST, (Relationship.PART_OF, body), role="secretary")
    for number in (1, 2):
        city.ledger(f"R{number}", Kind.PERSON, (Relationship.HOLDS, f"P{number}"))
    city.ledger("V1", Kind.VENUE, (Relationship.LOCATED_IN, "1111"), (Relationship.OPENED_BY, "U1"))
    town = city.facts["111"]
    city.put(replace(town, properties={**town.properties, "category": "street"}))
    return city


def changes() -> Iterator[tuple[date, Callable[[City], object]]]:
    """Yield what the rows come to, load by load."""
    first = furnished()
    yield SPRING, City.contents

    def in_summer(city: City) -> None:
        city.rename("D1111", "甲")
        city.rename("111111", "甲")
        city.rename("U3", "乙")
        city.move("D11111", Relationship.UNDER, "D1112")
        city.move("11111", Relationship.WITHIN, "1112")
        city.move("A002", Relationship.LEADS, "D1112")
        city.move("R1", Relationship.HOLDS, "P3")
        city.put(replace(city.facts["D111211"], kind=Kind.GRID_GROUP))
        city.bonds = [bond for bond in city.bonds if bond.unit_id != "U2" or bond.alliance_id != "A002"]

    def in_autumn(city: City) -> None:
        city.drop("D111111")
        city.drop("A002")
        city.drop("R2")
        city.drop("111211")
        town, other = city.facts["111"], city.facts["1112"]
        city.put(replace(town, properties={**town.properties, "category": None}))
        city.put(replace(other, properties={**other.properties, "category": "street"}))
        city.put(replace(city.org("D19", Kind.GRID_BRANCH, "D1111", "11111"), valid_from=AUTUMN))

    def in_winter(city: City) -> None:
        for id in ("D111111", "D111111-1", "R2"):
            city.put(first.facts[id])
        city.rename("D1111", "乙")
        city.move("D11111", Relationship.UNDER, "D1111")

    yield SUMMER, in_summer
    yield AUTUMN, in_autumn
    yield WINTER, in_winter


def test_every_question_is_answered_as_it_was_on_its_day(store: Store) -> None:
    city, told = furnished(), dict[date, dict[str, object]]()
    for number, (today, change) in enumerate(changes()):
        change(city)
        store.bring(city.contents(str(number)), today=today)
        told[today] = answers(store.engine, STANDING)

    empty = [name for name in QUESTIONS if all(not answered[name] for answered in told.values())]
    assert empty == []
    for today, answered in told.items():
        found = answers(store.engine, today + timedelta(days=1))
        assert {name: found[name] for name in QUESTIONS if found[name] != answered[name]} == {}, today
    before = answers(store.engine, FIRST - timedelta(days=1))
    assert (before["all entities"], before["orgs"], before["areas in 1"]) == ([], [], [])


@settings(deadline=None, max_examples=2)
@given(data=st.data())
def test_any_past_is_answered_as_it_was(shared_store: Store, data: st.DataObject) -> None:
    base = furnished()
    city, told = base.copy(), dict[date, dict[str, object]]()
    shared_store.clear()
    for number, today in enumerate((SPRING, SUMMER, AUTUMN)):
        edits: list[Edit] = data.draw(st.lists(st.sampled_from(KEPT_FROM_THE_PAST), max_size=4)) if number else []
        known = {*city.facts}
        for edit in edits:
            edit(data.draw, city, base)
        for id in city.facts.keys() - known - base.facts.keys():
            city.put(replace(city.facts[id], valid_from=today))
        shared_store.bring(city.contents(str(number)), today=today)
        told[today] = answers(shared_store.engine, STANDING)
    for today, answered in told.items():
        found = answers(shared_store.engine, today)
        assert {name: (found[name], answered[name]) for name in QUESTIONS if found[name] != answered[name]} == {}
