"""Commands, options and their help pages in the language of whoever reads them.

A command's docstring is what the catalogues know its help by. Click's own phrases come from the same catalogue: Click asks
gettext for them.
"""

import gettext
import os
from collections.abc import Callable, Generator
from contextlib import contextmanager
from inspect import cleandoc
from typing import Any, TypeVar

import click

from cli.help_pages import Examples, HelpPage
from words import Language, Message, Said, said, speaking
from words.catalogue import DOMAIN, FOLDER

F = TypeVar("F", bound=Callable[..., Any])


class CommandError(click.ClickException):
    """What stands against a command, in the language of whoever gave it."""

    def __init__(self, words: Said) -> None:
        super().__init__(str(words))


class SpokenContext(click.Context):
    """A context whose help pages know how wide Chinese is."""

    formatter_class = HelpPage


class SpokenCommand(click.Command):
    """A command with a help page in the language of whoever reads it, and examples at its end."""

    context_class = SpokenContext

    def __init__(self, *arguments: Any, examples: Examples | None = None, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._examples = examples

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what stands after the command's name."""
        return [_piece(piece) for piece in super().collect_usage_pieces(ctx)]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return ``--help``, which says so in the language of the moment."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = str(Message("Show this message and exit."))
        return option

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - the first sentence is short enough
        """Return the first sentence of its help."""
        return self._said.partition("。")[0].partition(". ")[0].removesuffix(".")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as Click has it
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self._said)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as Click has it
        """Write the examples."""
        if self._examples is not None:
            formatter.write_paragraph()
            with formatter.indentation():
                formatter.write_text(str(self._examples))

    @property
    def _said(self) -> str:
        return str(Message(cleandoc(self.help or "")))


class SpokenGroup(SpokenCommand, click.Group):
    """A group of commands with a help page in the language of whoever reads it."""


class SpokenOption(click.Option):
    """An option whose help is in the language of whoever reads it."""

    def __init__(self, *arguments: Any, words: Said, placeholder: Said | None = None, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._words, self._placeholder = words, placeholder

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return how it is written, and what it does."""
        self.help = str(self._words)
        return super().get_help_record(ctx)

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for its value."""
        return _piece(super().make_metavar(ctx)) if self._placeholder is None else str(self._placeholder)


class SpokenArgument(click.Argument):
    """An argument with a name in the language of whoever reads it."""

    def __init__(self, *arguments: Any, placeholder: Said, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._placeholder = placeholder

    @property
    def human_readable_name(self) -> str:
        """The name by which a message calls it."""
        return str(self._placeholder)

    def make_metavar(self, ctx: click.Context) -> str:  # noqa: ARG002 - as Click has it
        """Return what stands for its value."""
        shown = str(self._placeholder) if self.required else f"[{self._placeholder}]"
        return f"{shown}..." if self.nargs != 1 else shown


def command(name: str | None = None, *, examples: Examples) -> Callable[[Callable[..., Any]], SpokenCommand]:
    """Return what makes a command of a function, whose docstring is its help."""
    return click.command(name, cls=SpokenCommand, examples=examples)


def option(*names: str, help: Said, placeholder: Said | None = None, **settings: Any) -> Callable[[F], F]:
    """Return what gives a command an option; ``placeholder`` stands for its value in help pages."""
    return click.option(*names, cls=SpokenOption, words=help, placeholder=placeholder, **settings)


def argument(name: str, *, placeholder: Said, **settings: Any) -> Callable[[F], F]:
    """Return what gives a command an argument."""
    return click.argument(name, cls=SpokenArgument, placeholder=placeholder, **settings)


@contextmanager
def commands_speak(language: Language) -> Generator[None]:
    """Have commands, Click's own phrases among them, speak a language for the length of a block."""
    before = gettext.textdomain(), os.environ.get("LANGUAGE")
    gettext.bindtextdomain(DOMAIN, str(FOLDER))
    gettext.textdomain(DOMAIN)
    # Where gettext looks first, as Click has it look. What wuji starts may speak it as well.
    os.environ["LANGUAGE"] = language
    try:
        with speaking(language):
            yield
    finally:
        gettext.textdomain(before[0])
        if before[1] is None:
            os.environ.pop("LANGUAGE", None)
        else:
            os.environ["LANGUAGE"] = before[1]


_PIECES = {
    "[OPTIONS]": said("[OPTIONS]"),
    "COMMAND [ARGS]...": said("COMMAND [ARGS]..."),
    "INTEGER RANGE": said("INTEGER RANGE"),
}
"""What Click writes into a usage without looking it up."""


def _piece(piece: str) -> str:
    return str(_PIECES.get(piece, piece))
