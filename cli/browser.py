"""``wuji browser``: writes the Neo4j Browser kit out, to be dropped on Browser's page."""

from pathlib import Path

import click

from cli.help_pages import examples
from cli.spoken import CommandError, command, option
from cypher import kit
from graph.server.home import FULL
from words import said

_QUERIES = "wuji-queries.zip"


@command(
    examples=examples(
        ("wuji browser --to browser-kit", said("then drop browser-kit/wuji-queries.zip on the page of Neo4j Browser"))
    )
)
@option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    placeholder=said("FOLDER"),
    required=True,
    help=said("Where to write; what an earlier wuji wrote there is replaced."),
)
def browser(folder: Path) -> None:
    """Write the saved queries and the style for Neo4j Browser, and how to take them in."""
    contents = {
        _QUERIES: kit.archive(),
        kit.STYLE: kit.kit_file(kit.STYLE).encode(),
        kit.README: kit.kit_file(kit.README).encode(),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in contents.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        if error.errno in FULL:
            raise CommandError(
                said(
                    "The disk of {folder} is full. Free some space and run the command again, or name another folder.",
                    folder=folder,
                )
            ) from error
        raise CommandError(
            said("{folder} cannot be written: {why}. Name another folder.", folder=folder, why=error.strerror)
        ) from error
    click.echo(
        said(
            "Wrote {total} saved queries and the style to {folder}. Drop this file on Browser's page:",
            total=len(kit.saved_queries()),
            folder=folder,
        )
    )
    click.echo(f"  {folder / _QUERIES}")
