"""How areas are called, in full, in short and by number, where other names are made from theirs."""

from dataclasses import dataclass

from seed_data.synthesis.recipe import Recipe
from seed_data.synthesis.rows import AreaRow

_DIGITS = "零一二三四五六七八九"


def chinese_number(value: int) -> str:
    """Return a number from 1 to 99 as it is written out: 三, 十二, 二十."""
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else _DIGITS[tens] + "十") + (_DIGITS[ones] if ones else "")


@dataclass(frozen=True, slots=True)
class Names:
    """The names of areas as other names take them up."""

    recipe: Recipe

    def full(self, area: AreaRow) -> str:
        """Return what an area is called: mostly its own name."""
        return self.recipe.called.get(area.id, area.name)

    def short(self, area: AreaRow) -> str:
        """Return what an area is called in short."""
        if area.id in self.recipe.short.instead:
            return self.recipe.short.instead[area.id]
        for suffix in self.recipe.short.suffixes:
            if area.name.endswith(suffix) and area.name != suffix:
                return area.name.removesuffix(suffix)
        return area.name
