"""Who answers for a place: from the place itself up to the city, each with the way that proves it."""

from collections.abc import Iterator, Sequence
from datetime import date

from graph.engines import Engine
from graph.kind_words import kind_words
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.questions.leaders import LEADING, in_place_of, without_post
from graph.questions.responsibility_rows import (
    ORG_PARTS,
    TITLES,
    Claim,
    Level,
    Part,
    Responsibility,
    ResponsibilityLevels,
    Way,
    proof,
)
from graph.questions.trees import AREAS
from graph.questions.vacancies import NEEDED, Expected, missing
from graph.readings import Reading, about
from graph.stated import STANDING
from graph.tables import read_tables_text
from graph.vocabulary import KINDS, Kind

_LEVELS = Query("answers/responsible", ResponsibilityLevels)

_OTHERS = {
    Claim.GRID_WORKER: Part.GRID_WORKER,
    Claim.COMMUNITY_POLICE: Part.COMMUNITY_POLICE,
    Claim.POLICE_ROOM: Part.POLICE_ROOM,
    Claim.LEAD_STATION: Part.LEAD_STATION,
    Claim.POLICE_STATION: Part.POLICE_STATION,
    Claim.STATION_CHIEF: Part.STATION_CHIEF,
    Claim.POSTED: Part.OFFICER,
    Claim.STREET_ENFORCER: Part.STREET_ENFORCER,
    Claim.BUREAU_POLICE: Part.BUREAU_POLICE,
    Claim.CADRE: Part.CADRE,
    Claim.LEADING_GROUP: Part.LEADING_GROUP,
    Claim.COMMITTEE: Part.COMMITTEE,
}
_ORDER = {part: place for place, part in enumerate(Part)}


def responsible(engine: Engine, *, area_id: str, paging: Paging, day: date = STANDING) -> Reading[Page[Responsibility]]:
    """Return who answers for a place on a day, level by level from the place up, and within a level by role and id.

    An area that has ended has nobody: the page is empty. Raise NotFoundError.
    """
    needed = [kind.value for kind in (Kind.POST, *NEEDED)]
    found = about(_LEVELS, engine, noun=AREAS.noun, id=area_id, kinds=AREAS.kinds, needed=needed, day=day)
    expected = Expected(frozenset(found.kept), read_tables_text(found.tables))
    words = kind_words(engine)
    told = (
        item.model_copy(update={"title": words.standing_for(item.title, item.kind)})
        for item in _of_all(found.levels, expected)
    )
    items = [*enumerate(told, 1)]
    last = 0 if paging.after is None else int(paging.after[0])
    # The order is of roles, which no id says: an item is known by its place.
    rest = page(items[last:], size=paging.size, total=len(items), key=lambda item: (item[0],))
    return Reading(found, rest.of(lambda item: item[1]))


def _of_all(levels: Sequence[Level], expected: Expected) -> Iterator[Responsibility]:
    for depth in range(len(levels)):
        unled = without_post(levels, depth) if Kind.POST in expected.kept else ()
        items = [*_there(levels, depth), *unled, *missing(levels, depth, expected)]
        yield from sorted(items, key=lambda item: (_ORDER[item.role], item.id or ""))


def _there(levels: Sequence[Level], depth: int) -> Iterator[Responsibility]:
    """Yield what was found on a level: organisations, posts held or vacant, and all others."""
    for way in levels[depth].claims:
        if way.role is Claim.ORGANISATION:
            yield _answer(levels, depth, way, ORG_PARTS.get(way.end.kind, Part.ORGANISATION), way.end.title)
        elif way.role in LEADING:
            yield _of_post(levels, depth, way)
        elif way.role in _OTHERS:
            yield _answer(levels, depth, way, _OTHERS[way.role], _title(way))


def _title(way: Way) -> str | None:
    title = TITLES.get(_OTHERS[way.role])
    return f"{title}（{way.end.line}）" if way.role is Claim.POSTED and way.end.line else title


def _of_post(levels: Sequence[Level], depth: int, way: Way) -> Responsibility:
    answer = _answer(levels, depth, way, LEADING[way.role], way.nodes[2].name)
    if way.has_holder:
        return answer
    return answer.model_copy(update={"vacant": True, "stands_in": in_place_of(levels, depth, way, way.role)})


def _answer(levels: Sequence[Level], depth: int, way: Way, role: Part, title: str | None) -> Responsibility:
    return Responsibility(
        area=levels[depth].area,
        role=role,
        kind=way.end.kind,
        id=way.end.id,
        name=way.end.name,
        title=title or KINDS[way.end.kind].chinese,
        vacant=False,
        stands_in=None,
        path=proof(levels, depth, way),
    )
