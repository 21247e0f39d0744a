"""Names residential compounds: no two of a street alike."""

from collections.abc import Iterator

from graph.errors import DataSetError
from seed_data.synthesis.naming import Names
from seed_data.synthesis.recipe import CompoundPattern, CompoundWords
from seed_data.synthesis.rows import AreaRow
from seed_data.synthesis.spreading import choice, number, walk
from words import said


class CompoundNames:
    """The names the compounds of one street take, one community after the other."""

    def __init__(self, words: CompoundWords, names: Names) -> None:
        self._words = words
        self._names = names
        self._taken: set[str] = set()

    def of(self, community: AreaRow) -> Iterator[str]:
        """Yield names for a community's compounds that no compound of the street has yet."""
        for name in self._candidates(community):
            if name not in self._taken:
                self._taken.add(name)
                yield name
        raise DataSetError(
            said(
                "{community} has more compounds than names.toml has words to name them with.", community=community.name
            )
        )

    def _candidates(self, community: AreaRow) -> Iterator[str]:
        """Yield names by the pattern that falls to each turn; a large compound is built in phases, one after another."""
        patterns = self._words.patterns
        walks = [self._of_pattern(pattern, community) for pattern in patterns]
        spread = [place for place, pattern in enumerate(patterns) for _ in range(pattern.share)]
        for turn in range(sum(len(pattern.firsts) * len(pattern.seconds) for pattern in patterns)):
            place = choice(spread, community.id, "pattern", str(turn))
            name = next(walks[place], "")
            if name and patterns[place].phases and number(community.id, name) % self._words.one_in_phases == 0:
                yield from (f"{name}{phase}" for phase in self._words.phases)
            elif name:
                yield name

    def _of_pattern(self, pattern: CompoundPattern, community: AreaRow) -> Iterator[str]:
        place = self._names.short(community)
        for i in walk(len(pattern.firsts) * len(pattern.seconds), community.id, pattern.firsts[0]):
            first = pattern.firsts[i // len(pattern.seconds)].format(place=place)
            second = pattern.seconds[i % len(pattern.seconds)]
            # 新村社区 shall not have a 新村新村.
            if not first.endswith(second[:2]):
                yield first + second
