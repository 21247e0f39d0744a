"""Gives the leaders of the city and its counties their posts, once: who is in contact with areas is the one who holds them.

The committees' posts have a person each when the leaders come. A leader takes the place of one of these, who goes.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.posts import person_id
from seed_data.synthesis.rows import EntryRow, OrgRow
from seed_data.synthesis.spreading import shuffled

# The secretary and the first deputy lead the committee for governance itself, so they head a group of it last of all, the
# deputy before the secretary.
_FIRST_TWO = 2


class Leaders:
    """The posts of the leaders who are in contact with areas, as they take them: ``posts`` by a leader's id.

    ``persons`` are the city's, by id, without those whose posts are a leader's now.
    """

    def __init__(self, city: City, heads: Sequence[int]) -> None:
        self._heads = heads
        self._counts = Counter(post.cells["body_id"] for post in city.of_kind(Kind.POST))
        self.persons = {entry.id: entry for entry in city.of_kind(Kind.PERSON)}
        self.posts = defaultdict[str, list[str]](list)

    def take_posts(self, org: OrgRow, groups: Sequence[str], leaders: Sequence[str], others: Sequence[str]) -> None:
        """Let an organisation's leaders head the groups of its committee (``groups``: the posts) and hold its own posts.

        Who of them heads which group falls to them; where they are too few, those head a group who hold a post of the
        organisation and are in contact with nobody, and where there are none either, a leader heads several. ``others``
        are leaders who head no group.
        """
        seats = self._seats(org)
        turns = [int(turn) for turn in self._order(org, max(len(groups), len(leaders)))]
        headed = {turn: place for place, turn in enumerate(turns[: len(groups)])}
        heads = [turn for turn in headed if turn < len(leaders)]
        for turn in heads:
            self._sit(leaders[turn], self._free(seats, headed[turn]), seats)
            self.posts[leaders[turn]].append(groups[headed[turn]])
        for place in (place for turn, place in headed.items() if turn not in heads):
            self._head_beside(groups[place], self._free(seats, place), seats, leaders)
        for id in (*(id for turn, id in enumerate(leaders) if turn not in heads), *others):
            self._sit(id, min(seats, default=0), seats)

    def _order(self, org: OrgRow, count: int) -> list[str]:
        return shuffled([str(turn) for turn in range(count)], org.area_id, "group heads")

    def _seats(self, org: OrgRow) -> dict[int, EntryRow]:
        """Return the persons of an organisation's own posts by the place of these."""
        seats = {place: person_id(org.id, place) for place in range(1, self._counts[org.id] + 1)}
        return {place: self.persons[id] for place, id in seats.items() if id in self.persons}

    def _free(self, seats: dict[int, EntryRow], group: int) -> int:
        """Return the place that the head of a group sits at; 0 where none is free."""
        wanted = self._heads[group] if group < len(self._heads) else 0
        return wanted if wanted in seats else min(seats, key=_turn, default=0)

    def _sit(self, id: str, place: int, seats: dict[int, EntryRow]) -> None:
        """Let a leader hold what the person at a place held, who goes."""
        if place in seats:
            person = seats.pop(place)
            del self.persons[person.id]
            self.posts[id].extend(_posts(person))

    def _head_beside(self, post: str, place: int, seats: dict[int, EntryRow], leaders: Sequence[str]) -> None:
        """Let the person at a place head a group; where there is none, the leader who heads the fewest."""
        if place in seats:
            person = seats.pop(place)
            self.persons[person.id] = replace(person, cells={**person.cells, "post_ids": [*_posts(person), post]})
        elif leaders:
            self.posts[min(leaders, key=lambda id: len(self.posts[id]))].append(post)


def _turn(place: int) -> tuple[bool, int]:
    return place <= _FIRST_TWO, abs(place - _FIRST_TWO)


def _posts(person: EntryRow) -> list[str]:
    held = person.cells["post_ids"]
    return [held] if isinstance(held, str) else [str(id) for id in held] if isinstance(held, Sequence) else []
