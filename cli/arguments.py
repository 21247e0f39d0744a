"""The arguments and options that several commands have."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

from graph.plain_text import is_plain

F = TypeVar("F", bound=Callable[..., Any])


def printable(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Return the text of an argument; raise BadParameter when it is empty or cannot be asked for."""
    text = value.strip()
    if not text or not is_plain(text):
        raise click.BadParameter("It is empty, or not plain text in UTF-8.")
    return text


entity_id = click.argument("id", callback=printable)
area_id = click.argument("id", metavar="AREA", callback=printable)


def json_option(help: str) -> Callable[[F], F]:
    """Return the option that prints an answer for programs."""
    return click.option("--json", "as_json", is_flag=True, help=help)


as_json = json_option("Print JSON, as the HTTP API answers it.")
csv_file = click.option(
    "--csv",
    "csv_file",
    type=click.Path(dir_okay=False, allow_dash=True),
    metavar="FILE",
    help="Write a CSV file that opens in Excel and WPS; - prints it.",
)


def refuse_both(csv_file: str | None, *, as_json: bool) -> None:
    """Raise UsageError when two forms of the answer are asked for."""
    if csv_file is not None and as_json:
        raise click.UsageError("Choose one of --json and --csv.")
