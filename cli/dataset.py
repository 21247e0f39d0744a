"""``wuji dataset``: writes a built-in data set out as a folder, the start of a city's own."""

from pathlib import Path

import click

from cli.progress import progress
from cli.telling import telling
from seed_data.builtin import names, write_data_set


@click.command(
    epilog="Examples:\n\n"
    "\b\n"
    "  wuji dataset                      lists the built-in data sets\n"
    "  wuji dataset mini --to my-city    writes one as a folder to start from\n"
    "  wuji seed --dataset my-city       loads that folder"
)
@click.argument("name", required=False)
@click.option("--to", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="A new or empty folder.")
def dataset(name: str | None, folder: Path | None) -> None:
    """Write the built-in data set NAME as a folder of CSV files; without NAME, list the built-in ones.

    The folder is in the format of docs/dataset.md. The bytes are the same each time.
    """
    if name is None:
        _list(folder)
    elif folder is None:
        raise click.UsageError(f"Say which folder to write to: wuji dataset {name} --to FOLDER.")
    else:
        _write(name, folder)


def _list(folder: Path | None) -> None:
    if folder is not None:
        raise click.UsageError(f"Say which data set to write: {' or '.join(names())}.")
    for name in names():
        click.echo(name)


def _write(name: str, folder: Path) -> None:
    with progress() as report:
        telling(f"Making the data set {name}", lambda: write_data_set(name, folder), report=report)
    click.echo(f"Wrote the data set {name} to {folder}. ")
    click.echo("Give it a name of its own in dataset.toml, put your rows in place of its rows, then load it:")
    click.echo(f"  wuji seed --dataset {folder}")
