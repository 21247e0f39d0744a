"""``wuji browser``: writes the Neo4j Browser kit out, to be dropped on Browser's page."""

from pathlib import Path

import click

from cypher import kit
from graph.server.home import FULL

_QUERIES = "wuji-queries.zip"


@click.command(
    epilog="Example:\n\n"
    "\b\n"
    "  wuji browser --to browser-kit     then drop browser-kit/wuji-queries.zip on the page of Neo4j Browser"
)
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    required=True,
    help="Where to write; what an earlier wuji wrote there is replaced.",
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
            raise click.ClickException(
                f"The disk of {folder} is full. Free some space and run the command again, or name another folder."
            ) from error
        raise click.ClickException(f"{folder} cannot be written: {error.strerror}. Name another folder.") from error
    click.echo(
        f"Wrote {len(kit.saved_queries())} saved queries and the style to {folder}. Drop this file on Browser's page:"
    )
    click.echo(f"  {folder / _QUERIES}")
