"""The page of commands: what ``--help`` says of each."""

from collections.abc import Iterator

import click

from cli.main import main
from docs.generator.markdown import MADE

_WIDTH = 100


def commands() -> str:
    """Return the page."""
    parts = [f"# Commands\n\n{MADE} Exit codes and what goes where are in [commands.md](../commands.md).\n"]
    for context in _contexts(main, None, "wuji"):
        with context.scope():
            parts.append(f"## {context.command_path}\n\n```text\n{context.command.get_help(context)}\n```\n")
    return "\n".join(parts)


def _contexts(command: click.Command, parent: click.Context | None, name: str) -> Iterator[click.Context]:
    """Yield a command and each below it."""
    context = click.Context(
        command,
        parent=parent,
        info_name=name,
        terminal_width=_WIDTH,
        max_content_width=_WIDTH,
        help_option_names=["-h", "--help"],
    )
    yield context
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from _contexts(below, context, below.name or "")
