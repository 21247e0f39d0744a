"""The edits of a history: each takes one, and gives the history it leaves."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from graph.history.around import Around
from graph.history.histories import History, Life, State, Version
from graph.history.links import DatedLink, Triple, former_ends, standing
from graph.history.redating import redated, redated_versions
from graph.vocabulary import SEVERAL


def restated(history: History, state: State, begun: date, day: date, around: Around) -> History:
    """Bring an entity that stands to a state from a day on; ``begun`` puts its first day right."""
    versions = history.versions if _is(history, state) else (*history.versions, _version(history, day))
    found = replace(
        history,
        versions=redated_versions(versions, history.valid_from, begun),
        links=tuple(redated(dated, around) for dated in history.links),
    )
    return _become(moved(found, state.links, day, around), state, Life(begun))


def moved(history: History, links: Sequence[Triple], day: date, around: Around) -> History:
    """Have those links of a standing entity stand, and no others: from a day on.

    A link to what ended earlier ended then. Where there can be but one link of a type, the next begins as it ends: so
    nothing stands a day without a superior because its former one is gone. A link that ended with what it led to is taken
    up again once that end was none.
    """
    left = [_taken_up(dated, history, links, around) for dated in _left(history, links, day, around)]
    ended = {
        after.link.type: after.valid_to
        for before, after in zip(history.links, left, strict=True)
        if before.stands and after.valid_to is not None and after.link.type not in SEVERAL
    }
    stands = standing(left)
    new = [
        DatedLink(link, around.begin(link, ended.get(link.type) or day)) for link in sorted(links) if link not in stands
    ]
    return replace(history, links=(*left, *new))


def closed(history: History, day: date, around: Around) -> History:
    """End an entity on a day, with every link that stands by it; none ends after its other end did."""
    links = tuple(
        dated.ended(around.end(dated.link, history.id, day), is_final=True) if dated.stands else dated
        for dated in history.links
    )
    return replace(history, valid_to=day, links=links)


def corrected(history: History, state: State, begun: date, day: date, around: Around) -> History:
    """Put right what is said of an entity that ended: its last state, and the first day and the end of its last life.

    No version is kept, since it never was otherwise. A link stated wrong is void: it ended the day it began. No link
    begins before the last of its kind ended.
    """
    life = Life(begun, day)
    ended = closed(history, history.valid_to or day, around)
    links = [_restated_final(dated, ended, state, day, around) for dated in ended.links]
    if ended.former_end is not None and day < ended.former_end:
        links = [dated if dated.is_final else dated.cut(day) for dated in links]
    links = [redated(dated, around) for dated in links]
    kept = {dated.link for dated in links if dated.is_final}
    new = [_past(link, links, ended.id, life, around) for link in sorted({*state.links} - kept)]
    versions = redated_versions((version.cut(day) for version in ended.versions), ended.valid_from, begun)
    return _become(replace(ended, versions=versions, links=(*links, *new)), state, life)


def resumed(history: History, state: State, begun: date, day: date, around: Around) -> History:
    """Have an entity stand whose end was none; what it is otherwise, it is from a day on.

    The links it ended with stand again from their own first days. One stated otherwise meanwhile begins where the former
    ended, so there is no gap.
    """
    versions = history.versions if _is(history, state) else (*history.versions, _version(history, day))
    links = [redated(dated, around) for dated in _left(history, state.links, day, around)]
    stands = standing(links)
    for link in sorted(state.links):
        if link not in stands:
            _resume(links, link, begun, around)
    found = replace(
        history,
        versions=redated_versions(versions, history.valid_from, begun),
        links=tuple(replace(dated, is_final=False) for dated in links),
    )
    return _become(found, state, Life(begun))


def reopened(history: History, state: State, begun: date, day: date, around: Around) -> History:
    """Have an entity that ended begin anew: its former life is a version, and stands for good."""
    end = history.valid_to or day
    left = _left(history, state.links, day, around)
    links = tuple(dated if dated.stands else replace(dated.cut(end), is_final=False) for dated in left)
    stands = standing(links)
    new = [DatedLink(link, around.begin(link, begun)) for link in sorted(state.links) if link not in stands]
    versions = (*history.versions, _version(history, end))
    return _become(replace(history, versions=versions, links=(*links, *new)), state, Life(begun))


def first_stated(id: str, state: State, life: Life, around: Around) -> History:
    """Return the history of an entity that was never there."""
    first = life.begun or date.min
    if life.ended is None:
        links = tuple(DatedLink(link, around.begin(link, first)) for link in state.links)
    else:
        links = tuple(_past(link, (), id, life, around) for link in state.links)
    return History(id, state.kind, state.properties, first, life.ended, links=links)


def _become(history: History, state: State, life: Life) -> History:
    return replace(history, kind=state.kind, properties=state.properties, valid_from=life.begun, valid_to=life.ended)


def _is(history: History, state: State) -> bool:
    return (history.kind, history.properties) == (state.kind, state.properties)


def _version(history: History, end: date) -> Version:
    """Return what an entity was until a day, from the day its former version ended or it began."""
    ends = [version.valid_to for version in history.versions if not version.is_void]
    begun = max([history.valid_from or end, *ends])
    return Version(history.kind, history.properties, min(begun, end), end)


def _left(history: History, links: Iterable[Triple], day: date, around: Around) -> list[DatedLink]:
    """Return the links of an entity once those that stand and are stated no more, or stand twice, have ended on a day."""
    stands = standing(history.links)
    kept = {link for link in links if stands.count(link) == 1}
    return [
        dated.ended(max(dated.valid_from, around.end(dated.link, history.id, day)))
        if dated.stands and dated.link not in kept
        else dated
        for dated in history.links
    ]


def _taken_up(dated: DatedLink, history: History, links: Sequence[Triple], around: Around) -> DatedLink:
    """Return a link of a standing entity as if it had never ended, where it is stated again and its end was none."""
    end = dated.valid_to
    if end is None or dated.link not in links or not around.end_was_none(dated, history.id):
        return dated
    since = [other for other in history.links if other is not dated and (other.stands or end < (other.valid_to or end))]
    is_in_place = any(
        other.link == dated.link or (other.link.type is dated.link.type and dated.link.type not in SEVERAL)
        for other in since
        if not other.is_void
    )
    is_of_this_life = history.valid_from is None or history.valid_from <= end
    return replace(dated, valid_to=None) if is_of_this_life and not is_in_place else dated


def _restated_final(dated: DatedLink, history: History, state: State, day: date, around: Around) -> DatedLink:
    """Return a link as it is once the end of its entity is put right."""
    if not dated.is_final:
        return dated
    if dated.link not in state.links:
        return dated.ended(dated.valid_from)
    plain = [past for past in history.links if not past.is_final]
    begun = around.begin(dated.link, max([dated.valid_from, *former_ends(plain, dated.link)]))
    end = around.end(dated.link, history.id, day)
    return replace(dated, valid_from=min(begun, end), valid_to=end)


def _past(link: Triple, links: Sequence[DatedLink], id: str, life: Life, around: Around) -> DatedLink:
    """Return a link of an entity that ended, stated late: it stood as long as the entity, but beside no other."""
    plain = [past for past in links if not past.is_final]
    first = around.begin(link, max([life.begun or date.min, *former_ends(plain, link)]))
    end = around.end(link, id, life.ended or date.max)
    return DatedLink(link, min(first, end), end, is_final=True)


def _resume(links: list[DatedLink], link: Triple, begun: date, around: Around) -> None:
    """Have a link stand again that its entity ended with, or begin where the last of its kind ended."""
    finals = [place for place, dated in enumerate(links) if dated.is_final and dated.link == link]
    was = min(finals, key=lambda place: links[place].valid_from, default=None)
    since = former_ends(links, link) if was is None or links[was].is_void else [links[was].valid_from]
    first = around.begin(link, max([begun, *since]))
    if was is not None and (links[was].is_void or first < (links[was].valid_to or first)):
        links[was] = replace(links[was], valid_from=first, valid_to=None)
    else:
        links.append(DatedLink(link, first))
