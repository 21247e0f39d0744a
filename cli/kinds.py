"""The kinds as people call them on the command line: in English, in Chinese, and in Chinese for short."""

import re
from collections import Counter

import click

from cli.spoken import argument, option
from graph.kind_words import KindWords
from graph.vocabulary import KINDS, Kind
from words import also, enumerated, said

_SEVERAL = re.compile(r"(.*)（(.*)）(.*)")


def _short_forms(chinese: str) -> list[str]:
    """Return the names that one with others in brackets stands for: 社区 and 村 of 社区（村）."""
    found = _SEVERAL.fullmatch(chinese)
    if found is None:
        return []
    first, others, end = found.groups()
    return [f"{one}{end}" for one in (first, *others.split("、"))]


_FORMER = {"楼": Kind.BUILDING, "党员": Kind.PERSON}
"""What kinds were called by earlier releases."""


def _names() -> dict[str, Kind]:
    full = {name: kind for kind, entry in KINDS.items() for name in (kind.value, entry.chinese)}
    short = [(name, kind) for kind, entry in KINDS.items() for name in _short_forms(entry.chinese)]
    times = Counter(name for name, _ in short)
    # 市 is the city; that a county may be one as well does not make it ambiguous.
    return full | {name: kind for name, kind in short if times[name] == 1 and name not in full} | _FORMER


KIND_NAMES = _names()
"""Each name by which a kind can be asked for in every city."""


def names_of(words: KindWords) -> dict[str, Kind]:
    """Return each name by which a kind can be asked for of a graph: the words of its data set come before the model's.

    A word that the city has for several kinds is none; the labels mean the same in every city.
    """
    shared = {title for title, count in Counter(words.own.values()).items() if count > 1}
    own = {title: kind for kind, title in words.own.items()}
    short = [(name, kind) for kind, title in words.own.items() for name in _short_forms(title)]
    times = Counter(name for name, _ in short)
    names = {name: kind for name, kind in short if times[name] == 1}
    all_names = {**KIND_NAMES, **names, **own, **{kind.value: kind for kind in Kind}}
    return {name: kind for name, kind in all_names.items() if name not in shared or name == kind.value}


def asked_kind(name: str, words: KindWords) -> Kind:
    """Return the kind that a name means in the graph that is asked; raise BadParameter, which lists the names."""
    names = names_of(words)
    if len(called := [kind.value for kind, title in words.own.items() if title == name]) > 1 and name not in names:
        raise click.BadParameter(
            str(said("{name!r} is what this city calls {kinds}: name one of these.", name=name, kinds=also(called))),
            param_hint=str(said("KIND")),
        )
    if name not in names:
        raise click.BadParameter(
            str(said("{name!r} is not one of {names}.", name=name, names=enumerated(map(repr, names)))),
            param_hint=str(said("KIND")),
        )
    return names[name]


kind_argument = argument("kind", placeholder=said("KIND"))
kind_option = option(
    "--kind",
    placeholder=said("KIND"),
    help=said(
        "Of this kind alone, by the word of the data set or one of its names; of one with brackets also by either part, "
        "as 社区 or 村: {kinds}.",
        kinds=enumerated(f"{entry.chinese} {kind}" for kind, entry in KINDS.items()),
    ),
)
