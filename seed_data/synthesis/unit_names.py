"""Names the units of the communities: no two of the city alike."""

from collections.abc import Iterator

from graph.errors import DataSetError
from graph.vocabulary import Kind
from seed_data.synthesis.alliance_recipe import SortTable
from seed_data.synthesis.naming import Names, chinese_number
from seed_data.synthesis.recipe import Recipe, UnitWords
from seed_data.synthesis.rows import AreaRow
from seed_data.synthesis.spreading import walk
from seed_data.synthesis.territory import Territory
from words import said


class UnitNames:
    """The names of units as they are given out."""

    def __init__(self, territory: Territory, recipe: Recipe, words: UnitWords) -> None:
        self._territory = territory
        self._recipe = recipe
        self._names = Names(recipe)
        self._own_seat = words.own_seat
        self._firms = [a + b for a in words.first_syllables for b in words.second_syllables]
        self._taken: set[str] = set()

    def fresh(self, sort: SortTable, community: AreaRow, key: str) -> str:
        """Return a name of that sort that no unit has; raises ``DataSetError`` once the words are used up."""
        for name in self._candidates(sort, community, key):
            if name not in self._taken:
                self._taken.add(name)
                return name
        raise DataSetError(
            said(
                "No words are left to name another unit of {community} like {name!r}.",
                community=community.name,
                name=sort.names[0],
            )
        )

    def _candidates(self, sort: SortTable, community: AreaRow, key: str) -> Iterator[str]:
        place = self._place(community)
        for i in walk(len(sort.names), community.id, key, "name"):
            pattern = sort.names[i]
            if "{word}" in pattern:
                for j in walk(len(self._firms), community.id, key, "word"):
                    yield pattern.format(**place, word=self._firms[j])
            elif "{ordinal}" in pattern:
                for ordinal in range(1, 100):
                    yield pattern.format(**place, ordinal=chinese_number(ordinal))
            else:
                yield pattern.format(**place)

    def _place(self, community: AreaRow) -> dict[str, str]:
        """Return the words a community lends to the names of its units."""
        street = self._territory.holder(community, Kind.TOWN)
        county = self._territory.holder(street, Kind.COUNTY)
        seat = county if county.category in self._own_seat else self._territory.root()
        return {
            "place": self._names.short(community),
            "town": self._names.full(street),
            "county": self._recipe.short.instead.get(county.id, county.name),
            "seat": self._names.short(seat),
            "seat_area": seat.name,
        }
