"""The ``wuji`` command: its groups, and the edge where an error becomes a message and an exit code."""

import logging

import click

from api.errors import ApiError
from cli.browser import browser
from cli.dataset import dataset
from cli.find import find
from cli.list import list_entities
from cli.members import members
from cli.neo4j import neo4j
from cli.path import path
from cli.profile import profile
from cli.reconcile import reconcile
from cli.responsible import responsible
from cli.seed import seed
from cli.serve import serve
from cli.show import show
from cli.status import status
from cli.tables import use_utf_8
from cli.tree import tree
from cli.up import down, up
from graph.errors import GraphError


class _Stopped(click.ClickException):
    """Ctrl-C in the middle of work."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__("stopped before it was done. What was written stays; run the same command again to go on.")


class _Edge(click.Group):
    """A group whose commands tell what the domain raises in its own words on standard error, with exit code 1."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        use_utf_8()
        # What the driver would log of its retries, an error's own words already say.
        logging.getLogger("neo4j").setLevel(logging.CRITICAL)
        try:
            return super().invoke(ctx)
        except (GraphError, ApiError) as error:
            raise click.ClickException(str(error)) from error
        except KeyboardInterrupt as interrupt:
            raise _Stopped from interrupt


@click.group(
    cls=_Edge,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example:\n\n\b\n  wuji up        does it all; 'wuji COMMAND --help' shows more examples",
)
@click.version_option(package_name="wuji")
def main() -> None:
    """Keep a city's five-level organisation as a knowledge graph, and answer questions about it."""


for _command in (
    up,
    down,
    status,
    neo4j,
    seed,
    serve,
    find,
    list_entities,
    show,
    tree,
    members,
    path,
    responsible,
    profile,
    reconcile,
    dataset,
    browser,
):
    main.add_command(_command)
