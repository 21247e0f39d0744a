"""The pages of the reference, each made from the code that it describes."""

from pathlib import Path

from docs.generator.commands import commands
from docs.generator.drawing import drawing
from docs.generator.glossary import glossary
from docs.generator.ledgers import ledgers
from docs.generator.model import model
from docs.generator.routes import routes
from docs.generator.settings import settings
from docs.generator.statements import statements
from docs.generator.vocabulary import vocabulary

FOLDER = Path(__file__).parents[1] / "reference"

_README = """\
# Reference

Made from the code by `just reference`: change the code, not these pages.

| Page | Holds |
|---|---|
| [vocabulary.md](vocabulary.md) | every kind, relationship, property, value and label, with how many there are of each |
| [ledgers.md](ledgers.md) | every file of a data set beside its first six, column by column |
| [statements.md](statements.md) | every Cypher statement the program sends |
| [routes.md](routes.md) | every route of the HTTP API with its parameters and answers |
| [settings.md](settings.md) | every setting |
| [commands.md](commands.md) | every command, as its `--help` has it |
| [glossary.md](glossary.md) | one word for each notion, in Chinese and in English |
"""


def pages() -> dict[str, str]:
    """Return the text of each page by the name of its file."""
    counted = model()
    return {
        "README.md": _README,
        "vocabulary.md": vocabulary(counted),
        "model.svg": drawing(counted),
        "ledgers.md": ledgers(),
        "statements.md": statements(),
        "routes.md": routes(),
        "settings.md": settings(),
        "commands.md": commands(),
        "glossary.md": glossary(),
    }
