"""Statements from files: a header that declares, a text that must keep to it.

A file ``cypher/<topic>/<name>.cypher`` begins with comment lines::

    // name: alliances/members
    // mode: read
    // params: alliance_id
    // row: Member
    // What it answers, in a line or two.

``params`` and ``row`` may be ``none``.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

# The topic of what people run in Neo4j Browser and the program does not: its files are read by cypher.kit.
KIT = "browser"

_HEADER = ("name", "mode", "params", "row")
_LITERAL_OR_COMMENT = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|`[^`]*`|//[^\n]*|/\*.*?\*/", re.DOTALL)
_PARAMETER = re.compile(r"\$(\w+)")


class Mode(StrEnum):
    """What a statement does: it reads, it writes, or it changes the schema."""

    READ = "read"
    WRITE = "write"
    SCHEMA = "schema"


class StatementError(Exception):
    """A statement file does not keep to its own header, or there is no such file."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: its text, and what its header declares of it.

    ``row`` is the name of the pydantic model its rows become, ``None`` when it returns nothing.
    """

    name: str
    mode: Mode
    params: frozenset[str]
    row: str | None
    about: str
    text: str


def parse(name: str, text: str) -> Statement:
    """Return the statement a file's text holds; raise StatementError when header and text disagree."""
    lines = text.splitlines()
    declared = {key: _declared(name, lines, index, key) for index, key in enumerate(_HEADER)}
    if declared["name"] != name:
        raise StatementError(f"{name}.cypher declares the name {declared['name']!r}.")
    if declared["mode"] not in set(Mode):
        raise StatementError(f"{name}.cypher declares mode {declared['mode']!r}; it is read, write or schema.")
    params = frozenset(word.strip() for word in declared["params"].split(",")) - {"none"}
    bare = _LITERAL_OR_COMMENT.sub(" ", text)
    if ";" in bare:
        raise StatementError(f"{name}.cypher holds a semicolon: a file is one statement, and has none.")
    used = frozenset(match[1] for match in _PARAMETER.finditer(bare))
    if params != used:
        raise StatementError(f"{name}.cypher declares the parameters {sorted(params)} and uses {sorted(used)}.")
    about = " ".join(line[2:].strip() for line in _comment_block(lines[len(_HEADER) :]))
    if not about:
        raise StatementError(f"{name}.cypher does not say what it answers.")
    row = None if declared["row"] == "none" else declared["row"]
    return Statement(name, Mode(declared["mode"]), params, row, about, text)


def _declared(name: str, lines: list[str], index: int, key: str) -> str:
    prefix = f"// {key}: "
    if index >= len(lines) or not lines[index].startswith(prefix):
        raise StatementError(f"{name}.cypher: line {index + 1} must begin with {prefix!r}.")
    return lines[index][len(prefix) :].strip()


def _comment_block(lines: list[str]) -> list[str]:
    block: list[str] = []
    for line in lines:
        if not line.startswith("//"):
            break
        block.append(line)
    return block


@cache
def names() -> tuple[str, ...]:
    """Return the names of every statement the program runs, sorted."""
    root = files("cypher")
    return tuple(
        sorted(
            f"{topic.name}/{file.name.removesuffix('.cypher')}"
            for topic in root.iterdir()
            if topic.is_dir() and topic.name != KIT
            for file in topic.iterdir()
            if file.name.endswith(".cypher")
        )
    )


@cache
def statement(name: str) -> Statement:
    """Return the statement of that name; raise StatementError when it is missing or breaks its header."""
    if name not in names():
        raise StatementError(f"There is no statement {name!r} under cypher/.")
    return parse(name, files("cypher").joinpath(*f"{name}.cypher".split("/")).read_text(encoding="utf-8"))
