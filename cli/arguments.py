"""The arguments and options that several commands have."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from cli.spoken import argument, option
from graph.plain_text import is_plain
from words import Said, said

F = TypeVar("F", bound=Callable[..., Any])


def printable(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return the text of an argument; raise BadParameter when it is empty or cannot be asked for."""
    text = value.strip()
    if not text or not is_plain(text):
        raise click.BadParameter(str(said("It is empty, or not plain text in UTF-8.")))
    return text


entity_id = argument("id", placeholder=said("ID"), callback=printable)
area_id = argument("id", placeholder=said("AREA"), callback=printable)


def json_option(help: Said) -> Callable[[F], F]:
    """Return the option that prints an answer for programs."""
    return option("--json", "as_json", is_flag=True, help=help)


as_json = json_option(said("Print JSON, as the HTTP API answers it."))
csv_file = option(
    "--csv",
    "csv_file",
    type=click.Path(dir_okay=False, allow_dash=True),
    placeholder=said("FILE"),
    help=said("Write a CSV file that opens in Excel and WPS; - prints it."),
)


def refuse_both(csv_file: str | None, *, as_json: bool) -> None:
    """Raise UsageError when two forms of the answer are asked for."""
    if csv_file is not None and as_json:
        raise click.UsageError(str(said("Choose one of --json and --csv.")))
