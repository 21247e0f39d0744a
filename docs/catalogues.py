"""``just words``: bring the Chinese catalogue up to date with the source, and compile it.

What is said stands in the source as a literal: the first argument of ``said``, the first two of ``counted``, and the
docstring of a command. Click's own phrases are taken from Click itself, in the version that is locked.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from inspect import cleandoc
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parent.parent
PACKAGES = ("api", "cli", "graph", "seed_data", "words")
CATALOGUE = ROOT / "words" / "zh" / "LC_MESSAGES" / "wuji.po"
COMPILED = CATALOGUE.with_suffix(".mo")
# A catalogue that says the same is the same file.
_DAY = datetime(2026, 1, 1, tzinfo=UTC)
_HEADER = """\
# What wuji says, in Chinese. `just words` brings this file up to date with the source and compiles it.
msgid ""
msgstr ""
"Language: zh\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

"""
# Click looks these up by a name, not by a literal.
_BY_NAME = ("required",)


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing that is said somewhere: ``many`` is the form for several, ``file`` where it is."""

    one: str
    many: str | None
    file: str

    @property
    def id(self) -> str | tuple[str, str]:
        """What the catalogue knows it by."""
        return self.one if self.many is None else (self.one, self.many)


def phrases() -> list[Phrase]:
    """Return all that is said, by file and line."""
    own = [
        phrase
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
        for phrase in _of_module(ast.parse(path.read_text("utf-8")), path.relative_to(ROOT).as_posix())
    ]
    home = Path(click.__file__).parent
    clicks = [
        phrase
        for path in sorted(home.glob("*.py"))
        for phrase in _of_click(ast.parse(path.read_text("utf-8")), f"click/{path.name}")
    ]
    return [*own, *clicks, *(Phrase(name, None, "click/core.py") for name in _BY_NAME)]


def template() -> Catalog:
    """Return a catalogue of all that is said, not translated."""
    made = Catalog()
    for phrase in phrases():
        made.add(phrase.id, locations=[(phrase.file, 0)])
    return made


def read() -> Catalog:
    """Return the Chinese catalogue as it is."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="zh", charset="utf-8")


def is_translated(message: Message) -> bool:
    """Return whether a message has its Chinese."""
    return bool(message.string[0] if isinstance(message.string, tuple) else message.string)


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as gettext reads it."""
    catalogue.creation_date = catalogue.revision_date = _DAY
    made = BytesIO()
    write_mo(made, catalogue)
    return made.getvalue()


def write(catalogue: Catalog) -> None:
    """Write a catalogue, and compile it."""
    text = BytesIO()
    write_po(text, catalogue, width=110, omit_header=True, include_lineno=False)
    CATALOGUE.write_text(_HEADER + text.getvalue().decode("utf-8"), encoding="utf-8", newline="\n")
    COMPILED.write_bytes(compiled(read()))


def main() -> None:
    """Write both files anew, and say what is left to translate."""
    catalogue = read()
    catalogue.update(template(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    write(catalogue)
    left = [message.id for message in catalogue if message.id and not is_translated(message)]
    sys.stdout.writelines(f"not translated: {id!r}\n" for id in left)


def _of_module(module: ast.Module, file: str) -> Iterator[Phrase]:
    imported = _imported(module)
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in imported:
            wanted = 2 if node.func.id == "counted" else 1
            literals = [_literal(argument, file) for argument in node.args[:wanted]]
            yield Phrase(literals[0], literals[1] if wanted == 2 else None, file)
        elif isinstance(node, ast.FunctionDef) and any(map(_makes_command, node.decorator_list)):
            yield Phrase(cleandoc(ast.get_docstring(node) or ""), None, file)


def _imported(module: ast.Module) -> set[str]:
    """Return by which names a module can say something."""
    names = {
        alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "words"
        for alias in node.names
    }
    return names & {"said", "counted"}


def _literal(node: ast.expr, file: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise SystemExit(f"{file} line {node.lineno}: what is said must stand there as a literal.")


def _makes_command(decorator: ast.expr) -> bool:
    if not isinstance(decorator, ast.Call):
        return False
    called = decorator.func
    name = called.attr if isinstance(called, ast.Attribute) else called.id if isinstance(called, ast.Name) else ""
    return name in {"command", "group"}


def _of_click(module: ast.Module, file: str) -> Iterator[Phrase]:
    for node in ast.walk(module):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        literals = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
        if node.func.id == "_" and literals:
            yield Phrase(literals[0], None, file)
        elif node.func.id == "ngettext" and len(literals) == 2:
            yield Phrase(literals[0], literals[1], file)


if __name__ == "__main__":
    main()
