"""The search itself."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from graph.engines import Engine, Value
from graph.query import Query
from graph.readings import Reading
from graph.revision import revision
from graph.rows import Chained, Found, Hit, Identification
from graph.search.addresses import at_address, may_be_address, where_known
from graph.search.details import ends_in_office
from graph.search.edits import is_slip_of
from graph.search.identifying import Codes, together
from graph.search.matching import Class, matches
from graph.search.nearness import near
from graph.search.normal_form import plain
from graph.search.once import Once
from graph.search.place_names import is_usual
from graph.search.segments import divisions
from graph.search.spellings import Closeness, spellings
from graph.search.terms import ORDER, counted
from graph.stated import STANDING
from graph.vocabulary import LEDGERS, MODEL, Kind, Relationship

_CHAINS = Query("search/chains", Chained)
# What belongs to very many places is told apart by none of them.
_OF_MANY = {Relationship.DELEGATED_TO, Relationship.GRANTED_TO, Relationship.BORNE_BY, Relationship.JOINS}
_PLACING: dict[str, Value] = {
    kind.value: [type.value for type in MODEL[kind].placing[:1] if type not in _OF_MANY] for kind in LEDGERS
}

_Step = Callable[[set[str], int], list[Found]]


def search(engine: Engine, *, text: str, kind: Kind | None, limit: int, day: date = STANDING) -> Reading[list[Hit]]:
    """Return at most ``limit`` entities that stood on a day and that a text finds, best first; empty when it finds none.

    A text is a part of a name, pinyin, initials, an id or a code, or an address. What agrees exactly comes first, then
    what is at the address, what begins so, what holds it; of these the higher in the tree, and then by id. Where there is
    nothing of all this, what sounds like the text or differs from it by one slip is answered and said to be near. Of a text
    longer than 200 characters the first 200 are looked at. Any text will do. Raise EngineError or MalformedError.

    What an entity was called on a past day is in no terms yet: one that was called otherwise, or has ended since, is not found.
    """
    once = Once(engine, day)
    stands, asked, kinds = revision(once), plain(text), (kind,) if kind else ORDER
    codes = Codes(once, asked, kinds)
    found: dict[str, Found] = {}
    for step in _steps(once, asked, kinds, codes):
        found |= {one.id: one for one in step(set(found), limit - len(found))}
        if len(found) >= limit:
            break
    if found:
        is_near = _is_slip(asked, next(iter(found.values())).name)
        return Reading(stands, _with_chains(once, list(found)[:limit], near=is_near, codes=codes.found))
    close = near(once, asked, kinds, limit=limit)
    if close or not may_be_address(asked):
        return Reading(stands, _with_chains(once, [one.id for one in close], near=True, codes={}))
    # Where nothing has all parts of an address, what has those that the graph knows.
    known = [one.id for one in where_known(once, asked) if one.kind in kinds]
    return Reading(stands, _with_chains(once, known[:limit], near=False, codes={}))


def _steps(engine: Once, text: str, kinds: tuple[Kind, ...], codes: Codes) -> Iterator[_Step]:
    spelled = spellings(text)
    exact: Class = (spelled, Closeness.EXACT)
    rest: list[Class] = [
        (spelled, Closeness.PREFIX),
        # 三网格 means 第三网格 sooner than 第十三网格, which holds it as it is written.
        ([one for one in spelled if one.is_counted], Closeness.PART),
        (spelled, Closeness.PART),
    ]

    def agreeing(*classes: Class) -> _Step:
        return lambda seen, limit: codes.followed(matches(engine, classes, kinds, seen=seen, limit=limit))

    if Kind.IDENTIFIER not in kinds and any(map(str.isdigit, text)):
        # Of one kind, what a code identifies is looked for by itself; where all are asked for, codes are among them.
        yield lambda _seen, limit: codes.of(text, limit)
    if not may_be_address(text):
        yield agreeing(exact, *rest)
        yield lambda seen, limit: [] if seen else codes.of(together(text), limit)
        return
    yield agreeing(exact)
    # Of three characters only what has no such name may be what a place is usually called.
    yield (
        lambda seen, _limit: (
            [] if seen and is_usual(text) else [one for one in at_address(engine, text) if one.kind in kinds]
        )
    )
    yield agreeing(*rest)
    yield lambda seen, limit: [] if seen else codes.of(text if len(kinds) == 1 else None, limit)


def _is_slip(asked: str, name: str) -> bool:
    # 新华华社区 may be taken apart as an address, and is sooner one name with a slip.
    return not divisions(asked) and not ends_in_office(asked) and is_slip_of(counted(asked), counted(plain(name)))


def _with_chains(engine: Once, ids: list[str], *, near: bool, codes: Mapping[str, Identification]) -> list[Hit]:
    if not ids:
        return []
    chained = {one.id: one for one in _CHAINS.all(engine, ids=list(ids), placing=_PLACING, near=near, day=engine.day)}
    # What was closed since it was found has no chain, and is left out.
    return [Hit(**dict(chained[id]), identifier=codes.get(id)) for id in ids if id in chained]
