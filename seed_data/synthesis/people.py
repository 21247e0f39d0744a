"""Names people. Nobody of that name is meant, and no answer shows more than the first character."""

from dataclasses import dataclass

from seed_data.synthesis.recipe import PeopleWords
from seed_data.synthesis.spreading import choice


@dataclass(frozen=True, slots=True)
class People:
    """The words people are named with."""

    words: PeopleWords

    def name(self, *key: str) -> str:
        """Return the name that falls to a key: a surname and one or two characters, never the same twice over."""
        first, second = choice(self.words.given, *key, "first"), choice(self.words.given, *key, "second")
        given = first if first == second else choice((first, first + second, first + second), *key, "length")
        return choice(self.words.surnames, *key, "surname") + given
