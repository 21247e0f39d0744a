"""The kinds as people call them on the command line: in English, in Chinese, and in Chinese for short."""

import re
from collections import Counter

import click

from graph.vocabulary import KINDS, Kind

_SEVERAL = re.compile(r"(.*)（(.*)）(.*)")


def _short_forms(chinese: str) -> list[str]:
    """Return the names that one with others in brackets stands for: 社区 and 村 of 社区（村）."""
    found = _SEVERAL.fullmatch(chinese)
    if found is None:
        return []
    first, others, end = found.groups()
    return [f"{one}{end}" for one in (first, *others.split("、"))]


def _names() -> dict[str, Kind]:
    full = {name: kind for kind, entry in KINDS.items() for name in (kind.value, entry.chinese)}
    short = [(name, kind) for kind, entry in KINDS.items() for name in _short_forms(entry.chinese)]
    times = Counter(name for name, _ in short)
    # 市 is the city; that a county may be one as well does not make it ambiguous.
    return full | {name: kind for name, kind in short if times[name] == 1 and name not in full}


KIND_NAMES = _names()
"""Each name by which a kind can be asked for."""


def _kind(_context: click.Context, _parameter: click.Parameter, name: str | None) -> Kind | None:
    return None if name is None else KIND_NAMES[name]


kind_argument = click.argument("kind", type=click.Choice([*KIND_NAMES]), callback=_kind, metavar="KIND")
kind_option = click.option(
    "--kind",
    type=click.Choice([*KIND_NAMES]),
    callback=_kind,
    metavar="KIND",
    help="Of this kind alone, by one of its names; of one with brackets also by either part, as 社区 or 村: "
    + ", ".join(f"{entry.chinese} {kind}" for kind, entry in KINDS.items())
    + ".",
)
