"""One notion has one word, in all Chinese of the repository."""

import subprocess

import pytest

from docs.catalogues import read
from docs.generator.glossary import FILE, Term, terms
from tests.words.sources import ROOT

_READ = {".py", ".md", ".toml", ".cypher", ".grass", ".html", ".po", ".yml"}
# Where the banned words stand to be found, and what is a city's own to say.
_BESIDE = ("words/glossary.toml", "docs/reference/glossary.md", "tests/", "seed_data/", "CHANGELOG.md")


def _texts() -> dict[str, str]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    paths = [path for path in listed if not path.startswith(_BESIDE) and (ROOT / path).suffix in _READ]
    return {path: (ROOT / path).read_text("utf-8") for path in paths if (ROOT / path).is_file()}


def test_nobody_calls_a_thing_by_another_word() -> None:
    texts = _texts()
    assert len(texts) > 300
    wrong = [
        f"{path}:{number}: {word} for {term.chinese}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        for term in terms()
        for word in term.others
        if word in line
    ]
    assert wrong == []


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.english)
def test_a_term_is_no_other_terms_banned_word(term: Term) -> None:
    assert term.means.endswith(".")
    assert not any(other in term.chinese for each in terms() for other in each.others)


def test_the_catalogue_uses_the_words_of_the_glossary() -> None:
    said = " ".join(str(message.string) for message in read() if message.id)
    for term in terms():
        assert term.chinese in said, term


def test_the_glossary_comes_with_the_catalogues() -> None:
    assert FILE.parent == ROOT / "words"
