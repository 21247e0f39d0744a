"""Several things in one sentence, or several sentences: what stands between them depends on the language."""

from collections.abc import Iterable
from dataclasses import dataclass

from words.language import Language, language
from words.message import Message, said


@dataclass(frozen=True, slots=True)
class Series:
    """Several things one after the other, with a word or a mark between them; without, whole sentences."""

    items: tuple[object, ...]
    between: Message | None = None

    def __str__(self) -> str:
        """Return them in the language of the moment: Chinese has nothing between two sentences."""
        between = ("" if language() is Language.ZH else " ") if self.between is None else str(self.between)
        return between.join(map(str, self.items))


Said = Message | Series
"""What is said in the language of whoever hears it."""


def enumerated(items: Iterable[object]) -> Series:
    """Return things one after the other: ``a, b, c``."""
    return Series((*items,), said(", "))


def either(items: Iterable[object]) -> Series:
    """Return things of which one will do: ``a or b``."""
    return Series((*items,), said(" or "))


def also(items: Iterable[object]) -> Series:
    """Return things that belong together: ``a and b``."""
    return Series((*items,), said(" and "))


def sentences(items: Iterable[object]) -> Series:
    """Return whole sentences one after the other."""
    return Series((*items,))
