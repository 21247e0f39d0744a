"""The program's own modules, and the literals in them that people may be shown without a catalogue."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("api", "cli", "graph", "seed_data")
# Two English words in a row are a sentence or a part of one.
_WORDS = re.compile(r"\b[A-Za-z]*[a-z]{2,},? [a-z]{2,}")
# What shows its arguments to people, however short they are.
_SHOWING = frozenset(
    {
        "echo",
        "secho",
        "Column",
        "Step",
        "telling",
        "progress",
        "conflict",
        "CommandError",
        "ClickException",
        "UsageError",
        "BadParameter",
        "HTTPException",
        "confirm",
        "prompt",
        "Fault",
        "fault",
        "ProblemKind",
    }
)
# What nobody but a programmer meets: a defect of the program, or its log's own format.
_FOR_PROGRAMMERS = frozenset(
    {"ValueError", "TypeError", "RuntimeError", "StatementError", "NoneFreeError", "MovedError", "RemoteProtocolError"}
)
# English, as the document and its pages are: descriptions of routes, parameters and settings.
_OF_THE_DOCUMENT = frozenset({"description", "summary", "title"})


@dataclass(frozen=True, slots=True)
class Literal:
    """A text in the source: where it is, and what it says, a placeholder for each value in it."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text!r}"


def modules() -> Iterator[tuple[str, ast.Module]]:
    """Yield each module by its path."""
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


def unsaid(file: str, module: ast.Module) -> Iterator[Literal]:
    """Yield what a module says to people past the catalogues."""
    settled = {id(node) for settled in _settled(module) for node in ast.walk(settled)}
    shown = {id(argument) for argument in _shown(module)}
    for node in ast.walk(module):
        if id(node) in settled:
            continue
        text = _text(node)
        if text and (_WORDS.search(text) or (id(node) in shown and re.search("[A-Za-z]", re.sub("{}", "", text)))):
            yield Literal(file, getattr(node, "lineno", 0), text)


def _text(node: ast.AST) -> str | None:
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _called(node: ast.Call) -> str:
    return getattr(node.func, "id", None) or getattr(node.func, "attr", "")


def _settled(module: ast.Module) -> Iterator[ast.AST]:
    """Yield what is said by way of the catalogues, and what is said to nobody."""
    for node in ast.walk(module):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            # Docstrings, those that stand below what they are about among them.
            yield from (one for one in node.body if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))
        elif isinstance(node, ast.JoinedStr):
            yield from (part for part in node.values if isinstance(part, ast.Constant))
        elif isinstance(node, ast.keyword) and node.arg in _OF_THE_DOCUMENT:
            yield node
        elif isinstance(node, ast.Call):
            name = _called(node)
            if name in {"said", "counted"}:
                yield from node.args
            elif name in _FOR_PROGRAMMERS or name in {"compile", "fullmatch", "search"}:
                yield node


def _shown(module: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(module):
        if isinstance(node, ast.Call) and _called(node) in _SHOWING:
            # Of a fault and of a problem the last argument is the one for people; the others are names.
            yield from node.args[-1:] if _called(node) in {"Fault", "fault", "ProblemKind"} else node.args
        elif isinstance(node, ast.keyword) and node.arg in {"help", "placeholder", "detail", "words"}:
            yield node.value
