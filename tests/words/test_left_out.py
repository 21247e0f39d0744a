"""Nothing is said to people past the catalogues."""

from tests.words.sources import modules, unsaid

# What is English as the document of the API, the pages made of the model, and tables of words are.
_ENGLISH = (
    # The document of the API and its pages.
    "api/app.py",
    "api/area_answers.py",
    "api/examples.py",
    "api/openapi.py",
    "api/walks.py",
    # What the pages of docs/reference say of the model.
    "graph/meanings/",
    # Tables of pinyin.
    "graph/search/",
)
# Texts that are compared, typed or written into a file, and never said.
_NOT_SAID = frozenset(
    {
        "private, no-cache",
        "A statement could not be ended: %s",
        "your own",
        "not installed",
        "Show this message and exit.",
        "about",
        "fact",
        "critical error",
        "needs to be restarted",
        "field larger",
        "Unable to write to shared archive file",
        "captions in form {}",
        "alliance or leading group",
        "Party organisation",
        "service item",
        "service category",
        # What a change in the graph rests on, which is data.
        "data set {} ({})",
        "tables of kinds of the data set {}",
        # By what the built-in data sets are spread without chance.
        "at venue",
        "further lines",
        "other members",
        "committee formed",
        "group heads",
        "branch secretary",
        "lines of officers",
        "red posts",
        "has lead",
        "in both",
        "s",
        "rows",
        "MB",
        "files",
    }
)
_FILES_OF_NEO4J = ("graph/server/configuration.py", "graph/server/home.py", "graph/server/lock.py")
_SIGNS_OF_FAILURE = "graph/server/failure.py"


def _is_typed(text: str) -> bool:
    """Whether a text is a command, or a type for the type checker."""
    words = text.split()
    return any(word == "wuji" or word.startswith("WUJI_") for word in words) or "[" in text and "," in text


def test_nothing_is_said_past_the_catalogues() -> None:
    left = [
        literal
        for file, module in modules()
        if not file.startswith((*_ENGLISH, *_FILES_OF_NEO4J, _SIGNS_OF_FAILURE))
        for literal in unsaid(file, module)
        if literal.text not in _NOT_SAID and not _is_typed(literal.text) and not literal.text.startswith("<!doctype")
    ]
    assert [*map(str, left)] == []
