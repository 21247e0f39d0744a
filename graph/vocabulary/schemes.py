"""How a code of another system is written: brought to one form, and checked as far as its system says.

A data set adds schemes of its own; these are the rules of those that every graph has.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.vocabulary.unseen import UNSEEN
from graph.vocabulary.values import Scheme
from words import Said, said

LONGEST_CODE = 64
SCHEME_PATTERN = r"[a-z][a-z0-9_]{0,39}"
"""What a data set may call a scheme of its own."""
OWN_CODE = "code"
"""Names the official code of areas where a scheme is asked for: it is a property of theirs, and no row states it again."""

# A star is what stands for the rest of a code that is masked.
_FORM = re.compile(rf"[^\s*;；]{{1,{LONGEST_CODE}}}")

# GB 32100-2015: no I, O, S, V and Z; the weights are the powers of 3, modulo 31.
_USCC_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
# GB 11714-1997.
_ORG_CODE_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORG_CODE_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _uscc_check(code: str) -> str:
    total = sum(_USCC_CHARACTERS.index(one) * pow(3, place, 31) for place, one in enumerate(code[:17]))
    return _USCC_CHARACTERS[-total % 31]


def _org_code_check(code: str) -> str:
    total = sum(
        _ORG_CODE_CHARACTERS.index(one) * weight for one, weight in zip(code[:8], _ORG_CODE_WEIGHTS, strict=True)
    )
    return "0123456789X0"[11 - total % 11]


@dataclass(frozen=True, slots=True)
class CodeRule:
    """How the codes of a scheme are written.

    ``pattern`` is what a code agrees with, and ``form`` tells it to people; ``check`` computes the last character, where the
    scheme has one that follows from the others. Capitals are written for letters, unless ``has_capitals``: then they count.
    Hyphens are left out where the scheme ``drops_hyphens``.
    """

    pattern: str | None = None
    check: Callable[[str], str] | None = None
    has_capitals: bool = False
    drops_hyphens: bool = False
    form: Said | None = None

    def normal(self, typed: str) -> str:
        """Return a code as it is kept: in one width, without white space and what nobody sees."""
        text = "".join(UNSEEN.sub("", unicodedata.normalize("NFKC", typed)).split())
        if self.drops_hyphens:
            text = re.sub("[-\u2010-\u2015\u2212]", "", text)
        return text if self.has_capitals else text.upper()

    def is_fit(self, code: str) -> bool:
        """Whether a code in its normal form is written as those of the scheme are; its check character is not looked at."""
        return bool(_FORM.fullmatch(code)) and (self.pattern is None or bool(re.fullmatch(self.pattern, code)))

    def right_check(self, code: str) -> str | None:
        """Return the check character a fit code should end with, ``None`` where it does or the scheme has none."""
        right = None if self.check is None else self.check(code)
        return right if right is not None and not code.endswith(right) else None


def scheme_word(text: str) -> str:
    """Return a key or a title of a scheme as it is compared: whoever types ``ｕｓｃｃ：`` means ``uscc:``."""
    return unicodedata.normalize("NFKC", text).strip().casefold()


RULES: Mapping[str, CodeRule] = {
    Scheme.USCC: CodeRule(
        rf"[1-9A-HJ-NPQRTUWXY][0-9A-HJ-NPQRTUWXY][0-9]{{6}}[{_USCC_CHARACTERS}]{{10}}",
        _uscc_check,
        drops_hyphens=True,
        form=said("18 digits and capitals, none of them I, O, S, V or Z"),
    ),
    Scheme.ORG_CODE: CodeRule(
        r"[0-9A-Z]{8}[0-9X]",
        _org_code_check,
        drops_hyphens=True,
        form=said("9 digits and capitals, the last a digit or X"),
    ),
    Scheme.CIVIL_AFFAIRS: CodeRule(r"[0-9]{6}|[0-9]{9}|[0-9]{12}", form=said("6, 9 or 12 digits")),
}
"""How the codes of the schemes that every graph has are written."""
