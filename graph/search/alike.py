"""Characters that look alike or stand for one another, brought to the one that names are compared by.

Radicals, which copies from a PDF file hold in place of characters; traditional characters; letters with accents; dots between
the parts of a name; dashes and apostrophes.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

# Of Unicode's Equivalent_Unified_Ideograph; the Kangxi radicals have theirs by compatibility (NFKC).
_SUPPLEMENT = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民"
    "⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹"
    "⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞"
    "⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_RADICALS = dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True))
_RADICAL_BLOCKS = re.compile("[\u2e80-\u2fdf]")
_DOTS = dict.fromkeys("•‧・∙⋅⸱⸳ꞏᐧㆍ●᛫", "·")
_DASHES = dict.fromkeys("‐‑‒–—―−", "-")
_APOSTROPHES = dict.fromkeys("’‘‛ʼʹ′`", "'")
_ZEROS = dict.fromkeys("○◯", "〇")
# Letters whose mark Unicode does not take apart.
_LETTERS = {
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "þ": "th",
}
_ONE_FOR_ANOTHER = str.maketrans(_DOTS | _DASHES | _APOSTROPHES | _ZEROS | _LETTERS)
_FULL_STOP = re.compile(r"(?<=[\u3400-\u9fff])\.(?=[\u3400-\u9fff])")
_ACCENT = re.compile("[\u0300-\u036f]+")
_CHINESE = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")


def unified(radical: str) -> str | None:
    """Return the character that a radical's sign looks like, or ``None`` for what is no such sign."""
    if not _RADICAL_BLOCKS.fullmatch(radical):
        return None
    meant = _RADICALS.get(radical) or unicodedata.normalize("NFKC", radical)
    return meant if meant != radical else None


def with_characters(text: str) -> str:
    """Return a text with the characters that its radicals' signs look like."""
    return _RADICAL_BLOCKS.sub(lambda match: unified(match[0]) or match[0], text)


def without_accents(text: str) -> str:
    """Return a text in lower case and composed characters without accents, with one sort of dots, dashes and apostrophes."""
    if text.isascii():
        return text
    bare = unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", text.translate(_ONE_FOR_ANOTHER))))
    return _FULL_STOP.sub("·", bare)


def simplified(text: str) -> str:
    """Return a text with simplified characters for traditional ones, one for one.

    A character of GB 2312, the first set of simplified Chinese, is left as it is even where it is the traditional form of
    another: 乾安 is a county of its own, no 干安.
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return _CHINESE.sub(lambda match: _simplified(match[0]), text)
    return text


@lru_cache(maxsize=20_000)
def _simplified(character: str) -> str:
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        simple = _converted()(character)
        return simple if len(simple) == 1 else character
    return character


@lru_cache(maxsize=1)
def _converted() -> Callable[[str], str]:
    # Most texts hold no traditional character, and a search without one does not wait for the tables.
    from opencc import OpenCC

    return OpenCC("t2s").convert  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
