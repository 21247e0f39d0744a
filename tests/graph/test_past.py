"""As of an earlier day every question is answered as it was then, whatever has changed since."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from city import ends
from editions import another_edition
from pydantic import BaseModel
from store import AUTUMN, SPRING, SUMMER, Store

from graph.engines import Engine
from graph.errors import NotFoundError
from graph.loading import Contents, Fact
from graph.pages import Paging, every
from graph.questions.powers import duties, powers
from graph.questions.profile import profile
from graph.questions.responsibility import responsible
from graph.questions.services import nearest, offers
from graph.search import Hit, search
from graph.stated import STANDING
from graph.vocabulary import AREA_KINDS, PEOPLE, Kind
from seed_data.opening import open_data_set

ONE_DAY = timedelta(days=1)

Answers = Mapping[str, object]


@dataclass(frozen=True)
class Past:
    """A graph that was brought to three editions, and what it answered after each as of no day."""

    engine: Engine
    days: list[date]
    editions: list[Contents]
    answered: list[Answers]


def about_area(engine: Engine, area_id: str, items: list[str], day: date) -> dict[str, object]:
    """Return all that is answered about an area as of a day."""
    asked: dict[str, Callable[[], object]] = {
        "profile": lambda: profile(engine, area_id=area_id, day=day).value,
        "responsible": lambda: every(
            lambda paging: responsible(engine, area_id=area_id, paging=paging, day=day).value, size=7
        ),
        "powers": lambda: every(
            lambda paging: powers(engine, area_id=area_id, kind=None, paging=paging, day=day).value, size=7
        ),
        "rights": lambda: every(
            lambda paging: powers(engine, area_id=area_id, kind=Kind.RIGHT, paging=paging, day=day).value
        ),
        "offers": lambda: every(
            lambda paging: (
                offers(engine, area_id=area_id, item_id=None, category_id=None, paging=paging, day=day).value
            ),
            size=200,
        ),
    }
    for backed in (None, True, False):
        asked[f"duties {backed}"] = lambda backed=backed: every(
            lambda paging: duties(engine, area_id=area_id, backed=backed, paging=paging, day=day).value, size=7
        )
    for item in items:
        asked[f"nearest {item}"] = lambda item=item: nearest(engine, area_id=area_id, item_id=item, day=day).value
        asked[f"offers of {item}"] = lambda item=item: every(
            lambda paging: offers(engine, area_id=area_id, item_id=item, category_id=None, paging=paging, day=day).value
        )
    return {f"{area_id} {question}": _answer(ask) for question, ask in asked.items()}


def _answer(ask: Callable[[], object]) -> object:
    try:
        return without_days(ask())
    except NotFoundError as error:
        return str(error)


def without_days(answer: object) -> object:
    """Return an answer without the days of its entities: an answer tells those of the last life."""
    if isinstance(answer, BaseModel):
        shown = {name: getattr(answer, name) for name in type(answer).model_fields if not name.startswith("valid_")}
        return without_days(shown)
    if isinstance(answer, dict):
        return {key: without_days(value) for key, value in answer.items()}
    return [*map(without_days, answer)] if isinstance(answer, list) else answer


def areas_of(edition: Contents) -> list[str]:
    """Return areas to ask about: of each kind the first few and the last."""
    found: list[str] = []
    for kind in AREA_KINDS:
        ids = sorted(fact.id for fact in edition.facts if fact.kind is kind and fact.valid_to is None)
        found += ids if len(ids) <= 4 else [*ids[:3], ids[-1]]
    return found


def told(engine: Engine, edition: Contents, day: date) -> Answers:
    """Return all answers about an edition as of a day."""
    items = sorted(fact.id for fact in edition.facts if fact.kind is Kind.SERVICE_ITEM)
    # A server that has just begun takes long to plan a profile: what is planned sooner comes first.
    answers: dict[str, object] = {}
    for text in texts(edition):
        answers[f"search {text}"] = search(engine, text=text, kind=None, limit=20, day=day).value
    for area_id in reversed(areas_of(edition)):
        answers |= about_area(engine, area_id, items[:1], day)
    return answers


def texts(edition: Contents) -> list[str]:
    """Return what to search for: of each kind a few ids and a name, and addresses down to a building and its households."""
    found: list[str] = []
    for kind in Kind:
        facts = sorted((fact for fact in edition.facts if fact.kind is kind and fact.valid_to is None), key=_id)[1:4]
        found += [fact.id for fact in facts]
        found += [fact.name for fact in facts[:1] if kind not in PEOPLE]
    within = {fact.id: ends(fact) for fact in edition.facts if fact.kind in AREA_KINDS}
    names = {fact.id: fact.name for fact in edition.facts}
    for building in [fact for fact in edition.facts if fact.kind is Kind.BUILDING][::150]:
        line = [building.id]
        while within[line[-1]]:
            line += within[line[-1]]
        found += [
            "".join(names[id] for id in reversed(line)),
            f"{names[line[-3]]}{building.name}1单元",
            f"{names[line[2]]}1号楼",
        ]
    return found


@pytest.fixture(scope="module")
def past(shared_store: Store) -> Past:
    """`mini`, then an edition that changes of everything something, then `mini` again."""
    shared_store.clear()
    base = open_data_set("mini", today=SPRING)
    other = another_edition(base)
    editions, days, answered = [base, other, base], [SPRING, SUMMER, AUTUMN], list[Answers]()
    for edition, day in zip(editions, days, strict=True):
        summary = shared_store.bring(edition, today=day, overwrite=True)
        assert summary.conflicts == []
        answered.append(told(shared_store.engine, edition, STANDING))
    return Past(shared_store.engine, days, editions, answered)


def differing(before: Answers, now: Answers) -> dict[str, tuple[object, object]]:
    return {name: (answer, now.get(name)) for name, answer in before.items() if now.get(name) != answer}


def test_the_editions_differ_in_what_is_answered(past: Past) -> None:
    first, second, _ = past.answered
    both = first.keys() & second.keys()
    kinds = {name.split(" ", 1)[-1].split(" ")[0] for name in both if first[name] != second[name]}
    assert {"profile", "responsible", "powers", "duties", "offers", "nearest"} <= kinds


@pytest.mark.parametrize("place", [0, 1])
def test_a_past_day_is_answered_as_it_was_then(past: Past, place: int) -> None:
    now = told(past.engine, past.editions[place], past.days[place] + 10 * ONE_DAY)
    # In the edition between the names are others, of which no terms are kept.
    kept = {
        name: answer for name, answer in past.answered[place].items() if place == 0 or not name.startswith("search ")
    }
    assert differing(kept, now) == {}


def test_what_is_found_by_its_id_is_told_with_what_was_around_it_then(past: Past) -> None:
    day, second = past.days[1] + ONE_DAY, {fact.id: fact for fact in past.editions[1].facts}
    moved = 0
    for fact in past.editions[0].facts:
        if f"search {fact.id}" not in past.answered[1] or _called(second[fact.id]) != _called(fact):
            continue
        found = {hit.id: hit for hit in search(past.engine, text=fact.id, kind=fact.kind, limit=20, day=day).value}
        assert found.get(fact.id) == _hit(past.answered[1], fact.id)
        moved += f"search {fact.id}" in past.answered[0] and _hit(past.answered[0], fact.id) != found[fact.id]
    assert moved > 10


def _id(fact: Fact) -> str:
    return fact.id


def _called(fact: Fact) -> tuple[object, ...]:
    return (fact.kind, fact.name, fact.properties.get("code"))


def _hit(answers: Answers, id: str) -> Hit:
    found = answers[f"search {id}"]
    assert isinstance(found, list)
    return next(hit for hit in found if isinstance(hit, Hit) and hit.id == id)


def test_the_last_day_before_a_change_and_its_own_are_told_apart(past: Past) -> None:
    city = next(fact.id for fact in past.editions[0].facts if fact.kind is Kind.CITY)
    name = f"{city} profile"
    for place in (0, 1):
        eve, first = past.days[place + 1] - ONE_DAY, past.days[place + 1]
        assert about_area(past.engine, city, [], eve)[name] == past.answered[place][name]
        assert about_area(past.engine, city, [], first)[name] == past.answered[place + 1][name]
    assert past.answered[0][name] != past.answered[1][name]


def test_what_stands_is_answered_alike_with_and_without_the_index_of_today(past: Past) -> None:
    """A branch for today, where a statement has one, counts as the one for any day."""
    assert differing(past.answered[2], told(past.engine, past.editions[2], STANDING - ONE_DAY)) == {}


def test_a_relationship_without_a_first_day_counts_as_from_the_beginning(past: Past, shared_store: Store) -> None:
    """Whoever draws one in Neo4j Browser gives it no day."""
    areas = areas_of(past.editions[2])[::4]
    items = sorted(fact.id for fact in past.editions[2].facts if fact.kind is Kind.SERVICE_ITEM)[:1]
    shared_store.run(
        "MATCH ()-[link]->() WHERE link.valid_to IS NULL SET link.kept = link.valid_from, link.valid_from = null"
    )
    try:
        answered = [
            about_area(past.engine, area_id, items, day) for area_id in areas for day in (STANDING, STANDING - ONE_DAY)
        ]
    finally:
        shared_store.run(
            "MATCH ()-[link]->() WHERE link.kept IS NOT NULL SET link.valid_from = link.kept, link.kept = null"
        )
    assert [differing(answer, past.answered[2]) for answer in answered] == [{}] * len(answered)


def ended(past: Past) -> list[str]:
    """Return the areas that the edition in the middle has not."""
    there = {fact.id for fact in past.editions[1].facts}
    return [fact.id for fact in past.editions[0].facts if fact.kind in AREA_KINDS and fact.id not in there]


def test_between_two_lives_an_area_is_not_there(past: Past) -> None:
    assert ended(past) != []
    for area_id in ended(past):
        with pytest.raises(NotFoundError):
            profile(past.engine, area_id=area_id, day=SUMMER + ONE_DAY)


def test_before_all_there_is_nothing(past: Past) -> None:
    day = date(1900, 1, 1)
    with pytest.raises(NotFoundError):
        responsible(past.engine, area_id=past.editions[0].facts[0].id, paging=Paging(10), day=day)
