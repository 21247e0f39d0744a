"""The Neo4j Browser kit: saved queries with their titles, and the style, as files a user takes into Browser.

A saved query is a statement whose first line is its title, since Browser shows the first line of a script as its name::

    // 站前街道的党组织
    // name: browser/street
    // mode: read
    // params: none
    // row: drawing
    // What it draws, and which value to replace.

It takes no parameters: whoever reads it changes the text. ``drawing`` is nodes, relationships and paths.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cypher.statements import KIT, Mode, Statement, StatementError, parse

DRAWING = "drawing"
STYLE = "wuji.grass"
STYLE_TITLE = "00 样式：先运行这一条"
README = "README.md"

_RULE = re.compile(r"^(\S+) \{\n(.*?)^\}$", re.DOTALL | re.MULTILINE)
_PROPERTY = re.compile(r"^  ([\w-]+): '?(.*?)'?;$", re.MULTILINE)
_FOLDER = "五级"


@dataclass(frozen=True, slots=True)
class SavedQuery:
    """A statement for people, under the title Browser shows."""

    title: str
    statement: Statement


def parse_saved_query(name: str, text: str) -> SavedQuery:
    """Return the saved query a file's text holds; raise StatementError when it is not one Browser can take in."""
    title, _, rest = text.partition("\n")
    if not title.startswith("// ") or title.startswith("// name:"):
        raise StatementError(f"{name}.cypher: line 1 must be the title.")
    statement = parse(name, rest)
    if statement.mode is not Mode.READ or statement.params or statement.row != DRAWING:
        raise StatementError(f"{name}.cypher must read, take no parameters and return a {DRAWING}.")
    return SavedQuery(title.removeprefix("// "), statement)


@cache
def saved_queries() -> tuple[SavedQuery, ...]:
    """Return every saved query, by title."""
    found = [file for file in files("cypher").joinpath(KIT).iterdir() if file.name.endswith(".cypher")]
    queries = [
        parse_saved_query(f"{KIT}/{file.name.removesuffix('.cypher')}", file.read_text(encoding="utf-8"))
        for file in found
    ]
    return tuple(sorted(queries, key=lambda query: query.title))


def style() -> dict[str, dict[str, str]]:
    """Return the rules of the style: the properties of each selector, such as ``node.Unit``, in the file's order."""
    return {
        selector: {found[1]: found[2] for found in _PROPERTY.finditer(body)}
        for selector, body in _RULE.findall(kit_file(STYLE))
    }


def style_command() -> str:
    """Return the command that brings Browser to the style, with nothing to fetch.

    It is one line without a semicolon, at which Browser would split it, and ASCII: Neo4j reads its configuration,
    where it stands too, as Latin-1.
    """
    return f"style {json.dumps(style())}"


def kit_file(name: str) -> str:
    """Return the text of one of the kit's own files."""
    return files("cypher").joinpath(KIT, name).read_text(encoding="utf-8")


def archive() -> bytes:
    """Return all the kit holds as the ZIP file Browser imports when it is dropped on its page; the same bytes each time."""
    scripts = [f"// {STYLE_TITLE}\n:{style_command()}\n"]
    scripts += [f"// {query.title}\n{query.statement.text}" for query in saved_queries()]
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as zipped:
        for number, script in enumerate(scripts):
            # A date of its own would make every archive another one.
            zipped.writestr(ZipInfo(f"{_FOLDER}/{number:02}.cypher"), script, ZIP_DEFLATED)
    return held.getvalue()
