"""``wuji dataset``: writes a built-in data set out as a folder, the start of a city's own."""

from pathlib import Path

import click

from cli.help_pages import examples
from cli.progress import progress
from cli.spoken import argument, command, option
from cli.telling import telling
from seed_data.builtin import names, write_data_set
from words import either, said


@command(
    examples=examples(
        ("wuji dataset", said("lists the built-in data sets")),
        ("wuji dataset mini --to my-city", said("writes one as a folder to start from")),
        ("wuji seed --dataset my-city", said("loads that folder")),
    )
)
@argument("name", placeholder=said("NAME"), required=False)
@option(
    "--to",
    "folder",
    type=click.Path(path_type=Path),
    placeholder=said("FOLDER"),
    help=said("A new or empty folder."),
)
def dataset(name: str | None, folder: Path | None) -> None:
    """Write the built-in data set NAME as a folder of CSV files; without NAME, list the built-in ones.

    The folder is in the format of docs/dataset.md. The bytes are the same each time.
    """
    if name is None:
        _list(folder)
    elif folder is None:
        raise click.UsageError(str(said("Say which folder to write to: wuji dataset {name} --to FOLDER.", name=name)))
    else:
        _write(name, folder)


def _list(folder: Path | None) -> None:
    if folder is not None:
        raise click.UsageError(str(said("Say which data set to write: {names}.", names=either(names()))))
    for name in names():
        click.echo(name)


def _write(name: str, folder: Path) -> None:
    with progress() as report:
        telling(said("Making the data set {name}", name=name), lambda: write_data_set(name, folder), report=report)
    click.echo(said("Wrote the data set {name} to {folder}. ", name=name, folder=folder))
    click.echo(said("Give it a name of its own in dataset.toml, put your rows in place of its rows, then load it:"))
    click.echo(f"  wuji seed --dataset {folder}")
