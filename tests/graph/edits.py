"""Cities drawn at random, and what may be done to the rows of one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from city import ALLIANCE_LEVELS, AREA_LEVELS, ORG_LEVELS, City, ends, level
from hypothesis import strategies as st
from store import FIRST, SPRING

from graph.loading import Triple
from graph.vocabulary import Kind, Relationship, Role

T = TypeVar("T")


@st.composite
def cities(draw: st.DrawFn) -> City:
    """Draw territory, organisations on it and alliances: any number of each below any one of those a level up."""
    city = City()
    below = st.integers(1, 2)
    areas: dict[Kind, list[str]] = {}
    for kind, whole in zip(AREA_LEVELS, (None, *AREA_LEVELS), strict=False):
        parents: list[str | None] = [None] if whole is None else [*areas[whole]]
        for number in range(1 if whole is None else draw(below)):
            id = f"{AREA_LEVELS.index(kind)}{number}"
            areas.setdefault(kind, []).append(city.area(id, kind, draw(st.sampled_from(parents))).id)
    orgs: dict[Kind, list[str]] = {}
    for kind, superior in zip(ORG_LEVELS, (None, *ORG_LEVELS), strict=False):
        parents = [None] if superior is None else [*orgs[superior]]
        covered = areas[AREA_LEVELS[min(ORG_LEVELS.index(kind), len(AREA_LEVELS) - 1)]]
        for number in range(1 if superior is None else draw(st.integers(1, 3))):
            id = f"D{ORG_LEVELS.index(kind)}{number}"
            org = city.org(id, kind, draw(st.sampled_from(parents)), draw(st.sampled_from(covered)))
            orgs.setdefault(kind, []).append(org.id)
    _draw_alliances(draw, city, [id for kind in orgs.values() for id in kind])
    _draw_posts(draw, city, [id for kind in orgs.values() for id in kind])
    return city


def _draw_posts(draw: st.DrawFn, city: City, orgs: list[str]) -> None:
    bodies = draw(st.lists(st.sampled_from(orgs), max_size=4))
    posts = [
        city.ledger(f"P{number}", Kind.POST, (Relationship.PART_OF, body), role="head").id
        for number, body in enumerate(bodies)
    ]
    for number in range(draw(st.integers(0, 2))):
        held = draw(st.lists(st.sampled_from(posts), unique=True)) if posts else []
        city.ledger(f"R{number}", Kind.PERSON, *((Relationship.HOLDS, post) for post in held))


def _draw_alliances(draw: st.DrawFn, city: City, orgs: list[str]) -> None:
    guides: list[str | None] = [None]
    for place, of_level in enumerate(ALLIANCE_LEVELS):
        made = [
            city.alliance(f"A{place}{number}", of_level, draw(st.sampled_from(orgs)), draw(st.sampled_from(guides))).id
            for number in range(draw(st.integers(1, 2)))
        ]
        guides = [*made]
    units = [city.unit(f"U{number}").id for number in range(draw(st.integers(1, 3)))]
    alliances = [fact.id for fact in city.standing(Kind.ALLIANCE)]
    pairs = st.tuples(st.sampled_from(units), st.sampled_from(alliances))
    for unit, alliance in draw(st.lists(pairs, unique=True, max_size=4)):
        city.join(unit, alliance, draw(st.sampled_from(Role)))


class Draw(Protocol):
    """What draws from a strategy."""

    def __call__(self, strategy: st.SearchStrategy[T]) -> T: ...


Edit = Callable[[Draw, City, City], None]


def rename(draw: Draw, city: City, _: City) -> None:
    city.rename(draw(st.sampled_from(city.standing())).id, draw(st.sampled_from(["甲", "乙", "丙"])))


def move(draw: Draw, city: City, _: City) -> None:
    fact = draw(st.sampled_from(city.standing()))
    for link in fact.links:
        end = city.facts[link.source if link.target == fact.id else link.target]
        others = [one.id for one in city.standing(end.kind) if level(one) == level(end) and one.id != fact.id]
        city.move(fact.id, link.type, draw(st.sampled_from(others)))


def close(draw: Draw, city: City, _: City) -> None:
    leaves = [fact for fact in city.standing() if level(fact) > 1 or fact.kind is Kind.UNIT]
    if leaves:
        id = draw(st.sampled_from(leaves)).id
        begun = max(city.facts[one].valid_from for one in city.below(id))
        city.close(id, draw(st.dates(max(begun, FIRST), SPRING)))


def drop(draw: Draw, city: City, _: City) -> None:
    leaves = [fact for fact in city.facts.values() if level(fact) > 1 or fact.kind is Kind.UNIT]
    if leaves:
        city.drop(draw(st.sampled_from(leaves)).id)


def bring_back(_: Draw, city: City, base: City) -> None:
    """State again, as they stood, all rows of the base that are gone or closed and what they stand on stands."""
    for fact in base.contents().facts:
        stands = fact.id in city.facts and city.facts[fact.id].valid_to is None
        if not stands and all(end in city.facts and city.facts[end].valid_to is None for end in ends(fact)):
            city.put(fact)
    pairs = {(bond.unit_id, bond.alliance_id) for bond in city.bonds}
    for bond in base.bonds:
        stand = all(end in city.facts and city.facts[end].valid_to is None for end in (bond.unit_id, bond.alliance_id))
        if stand and (bond.unit_id, bond.alliance_id) not in pairs:
            city.bonds.append(bond)


def add(draw: Draw, city: City, _: City) -> None:
    superior = draw(st.sampled_from(city.standing(*ORG_LEVELS[:-1])))
    area = draw(st.sampled_from(city.standing(*AREA_LEVELS)))
    kind = ORG_LEVELS[ORG_LEVELS.index(superior.kind) + 1]
    city.org(f"D{kind.value}-{len(city.facts)}", kind, superior.id, area.id)


def change_role(draw: Draw, city: City, _: City) -> None:
    if city.bonds:
        place = draw(st.integers(0, len(city.bonds) - 1))
        city.bonds[place] = replace(city.bonds[place], role=draw(st.sampled_from(Role)))


def leave(draw: Draw, city: City, _: City) -> None:
    if city.bonds:
        place = draw(st.integers(0, len(city.bonds) - 1))
        ended = replace(city.bonds[place], valid_to=city.bonds[place].valid_to or SPRING)
        city.bonds[place : place + 1] = draw(st.sampled_from([[], [ended]]))


def redate(draw: Draw, city: City, _: City) -> None:
    fact = draw(st.sampled_from(city.standing()))
    city.put(replace(fact, valid_from=draw(st.dates(date(2022, 1, 1), date(2023, 12, 31)))))


def hold(draw: Draw, city: City, _: City) -> None:
    """State other posts of a person, any number of them."""
    people, posts = city.standing(Kind.PERSON), [fact.id for fact in city.standing(Kind.POST)]
    if people and posts:
        fact = draw(st.sampled_from(people))
        held = draw(st.lists(st.sampled_from(posts), unique=True))
        city.put(replace(fact, links=tuple(Triple(Relationship.HOLDS, fact.id, post) for post in held)))


EDITS: list[Edit] = [rename, move, close, drop, bring_back, add, change_role, leave, redate, hold]


LateEdit = Callable[[Draw, City, date], None]


def end_lately(draw: Draw, city: City, today: date) -> None:
    """State an end on any day up to today."""
    leaves = [fact for fact in city.standing() if level(fact) > 1 or fact.kind is Kind.UNIT]
    if leaves:
        id = draw(st.sampled_from(leaves)).id
        city.close(id, draw(st.dates(max(city.facts[one].valid_from for one in city.below(id)), today)))


def correct_end(draw: Draw, city: City, today: date) -> None:
    """State another end of something of the past."""
    past = [fact for fact in city.facts.values() if fact.valid_to is not None]
    if past:
        fact = draw(st.sampled_from(past))
        city.put(replace(fact, valid_to=draw(st.dates(fact.valid_from, today))))


def begin_again(draw: Draw, city: City, today: date) -> None:
    """State that something of the past stands again since a day of its own."""
    past = [
        fact
        for fact in city.facts.values()
        if fact.valid_to is not None and all(city.facts[end].valid_to is None for end in ends(fact))
    ]
    if past:
        fact = draw(st.sampled_from(past))
        city.put(replace(fact, valid_from=draw(st.dates(fact.valid_to or FIRST, today)), valid_to=None))


def come_and_go(draw: Draw, city: City, today: date) -> None:
    """State that something of the past stood once more since, and ended again."""
    past = [fact for fact in city.facts.values() if fact.valid_to is not None]
    if past:
        fact = draw(st.sampled_from(past))
        first = draw(st.dates(fact.valid_to or FIRST, today))
        city.put(replace(fact, valid_from=first, valid_to=draw(st.dates(first, today))))


def leave_lately(draw: Draw, city: City, today: date) -> None:
    """State an end of a membership on any day up to today, another one where it has one."""
    if city.bonds:
        place = draw(st.integers(0, len(city.bonds) - 1))
        bond = city.bonds[place]
        city.bonds[place] = replace(bond, valid_to=draw(st.dates(bond.valid_from, today)))


def rejoin(draw: Draw, city: City, today: date) -> None:
    """State that a membership of the past stands again since a day of its own."""
    past = [
        (place, bond, bond.valid_to)
        for place, bond in enumerate(city.bonds)
        if bond.valid_to and not any(city.facts[id].valid_to for id in (bond.unit_id, bond.alliance_id))
    ]
    if past:
        place, bond, ended = draw(st.sampled_from(past))
        city.bonds[place] = replace(bond, valid_from=draw(st.dates(ended, today)), valid_to=None)


LATE_EDITS: list[LateEdit] = [end_lately, correct_end, begin_again, come_and_go, leave_lately, rejoin]
