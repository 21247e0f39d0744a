"""The page of the glossary: a word for each notion, in both languages."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from docs.generator.markdown import MADE, table

FILE = Path(__file__).parents[2] / "words" / "glossary.toml"


@dataclass(frozen=True, slots=True)
class Term:
    """A notion: its words, those by which nobody calls it, and what it is."""

    english: str
    chinese: str
    others: tuple[str, ...]
    means: str


def terms() -> list[Term]:
    """Return the terms, in the order of the file."""
    with FILE.open("rb") as file:
        written = tomllib.load(file)["terms"]
    return [Term(term["en"], term["zh"], tuple(term["not"]), term["means"]) for term in written]


def glossary() -> str:
    """Return the page."""
    rows = [[term.english, term.chinese, "、".join(term.others), term.means] for term in terms()]
    return "\n".join(
        [
            f"# Glossary\n\n{MADE} Whoever writes a sentence uses these words, in [both languages](../decisions/words.md).\n",
            table(["English", "Chinese", "Not", "Meaning"], rows),
        ]
    )
