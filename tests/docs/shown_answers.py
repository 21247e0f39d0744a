"""Answers as the documentation shows them: JSON, tables and lines in which ``…`` stands for what was left out."""

import json
import re
import shlex
from collections.abc import Sequence
from itertools import pairwise
from typing import cast
from urllib.parse import quote

ELISION = "…"
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|…|[{}\[\]]')

Shown = object


def requests(console: str) -> list[tuple[str, str]]:
    """Return what a console block asks and is answered: pairs of a command and the text below it."""
    return [(command, answer) for command, _, answer in (part.partition("\n") for part in console.split("$ ")[1:])]


def target(command: str) -> str:
    """Return the path and query a curl command asks of the API."""
    arguments = shlex.split(command)
    assert arguments.pop(0) == "curl"
    pairs: list[str] = []
    address = ""
    while arguments:
        argument = arguments.pop(0)
        if argument == "-d":
            pairs.append(arguments.pop(0))
        elif argument == "--data-urlencode":
            name, _, value = arguments.pop(0).partition("=")
            pairs.append(f"{name}={quote(value)}")
        elif argument == "-H":
            arguments.pop(0)
        elif argument not in {"-s", "-sG"}:
            address = argument
    path = address.removeprefix("http://127.0.0.1:8000")
    return "?".join([path, "&".join(pairs)] if pairs else [path])


def headers(command: str) -> dict[str, str]:
    """Return the headers a curl command sends; without a Host of its own, that of the address."""
    arguments = shlex.split(command)
    sent = [value.split(": ", 1) for name, value in pairwise(arguments) if name == "-H"]
    return {"Host": "127.0.0.1:8000"} | {name: value for name, value in sent}


def answer(text: str) -> Shown:
    """Return a shown answer; a bare ``…`` becomes a member or an item that says so."""
    brackets: list[str] = []

    def token(found: re.Match[str]) -> str:
        word = found[0]
        if word in "{[":
            brackets.append(word)
        elif word in "}]":
            brackets.pop()
        elif word == ELISION:
            return f'"{ELISION}": true' if brackets[-1] == "{" else f'["{ELISION}"]'
        return word

    return json.loads(_TOKEN.sub(token, text))


def agrees(shown: Shown, real: object) -> bool:
    """Tell whether an answer is as shown, but for what was left out.

    An object may have further members, a list further items, only where ``…`` stands; a string goes on where it ends in it.
    """
    if isinstance(shown, dict) and isinstance(real, dict):
        members = dict(cast("dict[str, object]", shown))
        further = members.pop(ELISION, False)
        had = cast("dict[str, object]", real)
        all_there = members.keys() < had.keys() if further else members.keys() == had.keys()
        return all_there and all(agrees(value, had[name]) for name, value in members.items())
    if isinstance(shown, list) and isinstance(real, list):
        return _items_agree(cast("list[Shown]", shown), cast("list[object]", real))
    if isinstance(shown, str) and isinstance(real, str) and shown.endswith(ELISION):
        return real.startswith(shown.removesuffix(ELISION)) and real != shown.removesuffix(ELISION)
    return type(shown) is type(real) and shown == real


def _items_agree(shown: Sequence[Shown], real: Sequence[object]) -> bool:
    if not shown:
        return not real
    if shown[0] == [ELISION]:
        return any(_items_agree(shown[1:], real[skipped:]) for skipped in range(1, len(real) + 1))
    return bool(real) and agrees(shown[0], real[0]) and _items_agree(shown[1:], real[1:])


def table(text: str) -> tuple[list[str], list[Shown]]:
    """Return the columns and the rows of a shown table; a line of ``…`` stands for rows left out."""
    head, *lines = (line.split() for line in text.splitlines())
    return head, [
        [ELISION] if line == [ELISION] else [None if cell == "null" else cell for cell in line] for line in lines
    ]


def printed(text: str) -> list[Shown]:
    """Return the lines a command printed, each as its cells; a line of ``…`` stands for lines left out."""
    return [[ELISION] if line == ELISION else re.split(" {2,}", line) for line in text.splitlines()]
