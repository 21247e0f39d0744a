"""The catalogues: compiled ones beside this module, each read when its language is first spoken."""

import gettext
from functools import cache
from pathlib import Path

from words.language import Language

FOLDER = Path(__file__).parent
"""Where the catalogues are, in the folders that gettext looks for."""
DOMAIN = "wuji"


@cache
def catalogue(language: Language) -> gettext.NullTranslations:
    """Return the catalogue of a language; that of English is empty, for it is the language of the source."""
    if language is Language.EN:
        return gettext.NullTranslations()
    with (FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.mo").open("rb") as file:
        return gettext.GNUTranslations(file)
