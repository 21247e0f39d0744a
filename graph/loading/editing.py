"""The histories a batch of rows leaves, computed from those it touches."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.engines import Transaction, Value
from graph.history import (
    Around,
    DatedLink,
    History,
    Life,
    LinkChange,
    begins_anew,
    closed,
    first_stated,
    life_stated,
    link_changes,
    redated,
    stated,
)
from graph.loading.facts import Fact
from graph.loading.held import EVER, Held
from graph.loading.histories import histories_of, links_around, lives_of
from graph.vocabulary import Relationship

STANDING: list[Value] = [relationship.value for relationship in Relationship]


@dataclass(frozen=True, slots=True)
class Edited:
    """An entity as a batch finds it and as it leaves it; ``fact`` is its row, ``None`` when that is gone."""

    fact: Fact | None
    before: History
    after: History


@dataclass(slots=True)
class Edits:
    """All that a batch does to histories: those of new entities, those that change, and links of others that change with them."""

    added: list[History] = field(default_factory=list[History])
    changed: list[Edited] = field(default_factory=list[Edited])
    others: list[LinkChange] = field(default_factory=list[LinkChange])

    def links(self) -> Iterable[LinkChange]:
        """Yield every link that differs."""
        for history in self.added:
            yield from link_changes((), history.links)
        for edited in self.changed:
            yield from link_changes(edited.before.links, edited.after.links)
        yield from self.others


def edit(
    transaction: Transaction,
    added: Sequence[Fact],
    changed: Sequence[tuple[Fact, Held]],
    ends: Mapping[str, date],
    taken_back: dict[str, date],
    today: date,
) -> Edits:
    """Return what rows make of the histories they speak of; ``ends`` are the days on which rows say that something ended.

    ``taken_back`` are the ends that the load found to be none: those of this batch are added.
    """
    histories, lives = histories_of(transaction, [held for _, held in changed])
    facts = [*added, *(fact for fact, _ in changed)]
    lives |= _lives_missing(transaction, facts, lives, ends)
    lives = _as_stated(lives, ends)
    former: dict[str, date] = {}
    unstated = {held.id: held.is_unstated for _, held in changed}
    for (fact, held), history in zip(changed, histories, strict=True):
        lives[fact.id] = life_stated(history, fact.life, today, is_unstated=held.is_unstated)
        is_anew = begins_anew(history, fact.life, is_unstated=held.is_unstated)
        if not is_anew and history.valid_from not in (None, lives[fact.id].begun):
            former[fact.id] = history.valid_from
        if not is_anew and history.valid_to is not None and fact.valid_to is None:
            taken_back[fact.id] = history.valid_to
    lives |= {fact.id: fact.life for fact in added}
    around = Around(lives, former, taken_back)
    edits = Edits([first_stated(fact.id, fact.state, fact.life, around) for fact in added])
    for (fact, _), history in zip(changed, histories, strict=True):
        after = stated(history, fact.state, fact.life, today, around, is_unstated=unstated[fact.id])
        edits.changed.append(Edited(fact, history, after))
    edits.others = _redated_around(transaction, edits, around)
    return edits


def edit_closing(
    transaction: Transaction,
    closings: Sequence[tuple[Fact | None, Held]],
    let_go: Sequence[str],
    ends: Mapping[str, date],
    today: date,
) -> Edits:
    """Return what the end of entities makes of their histories: on the day that ``ends`` has for them, else today.

    What else stands by those of ``let_go`` ends with them.
    """
    rows = [(fact, held) for fact, held in closings if fact is not None]
    edits = edit(transaction, (), rows, ends, {}, today)
    histories, lives = histories_of(transaction, [held for fact, held in closings if fact is None])
    around = Around(_as_stated(lives, ends))
    for history in histories:
        edits.changed.append(Edited(None, history, closed(history, ends.get(history.id, today), around)))
    if let_go:
        links, _ = links_around(transaction, let_go, STANDING)
        days = {edited.after.id: edited.after.valid_to or today for edited in edits.changed}
        edits.others += _let_go(edits, links, days)
    return edits


def _lives_missing(
    transaction: Transaction, facts: Sequence[Fact], known: Mapping[str, Life], ends: Mapping[str, date]
) -> dict[str, Life]:
    wanted = {end for fact in facts for link in fact.links for end in (link.source, link.target)}
    wanted -= known.keys() | {fact.id for fact in facts}
    since = min((fact.valid_from for fact in facts), default=date.min)
    # Of what stands, as far as the graph knows, and is stated as ended, that end counts.
    return {id: Life(None, ends[id]) for id in wanted & ends.keys()} | lives_of(transaction, wanted, since)


def _as_stated(lives: Mapping[str, Life], ends: Mapping[str, date]) -> dict[str, Life]:
    """Return lives as the rows have them: what a row states as ended is closed last."""
    return {id: life if life.ended else Life(life.begun, ends.get(id)) for id, life in lives.items()}


def _redated_around(transaction: Transaction, edits: Edits, around: Around) -> list[LinkChange]:
    """Return the links of others that began with an entity whose first day is put right."""
    links, lives = links_around(transaction, around.former, EVER)
    wider = Around({**lives, **around.lives}, around.former)
    own = _own_keys(edits)
    return link_changes(links, [dated if dated.key in own else redated(dated, wider) for dated in links])


def _let_go(edits: Edits, links: Iterable[DatedLink], days: Mapping[str, date]) -> list[LinkChange]:
    own = _own_keys(edits)
    return [
        LinkChange(dated, dated.ended(min(days[id] for id in (dated.link.source, dated.link.target) if id in days)))
        for dated in links
        if dated.key not in own
    ]


def _own_keys(edits: Edits) -> set[str | None]:
    return {dated.key for edited in edits.changed for dated in edited.before.links}
