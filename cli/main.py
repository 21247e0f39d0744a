"""The ``wuji`` command: its groups, and the edge where an error becomes a message and an exit code."""

import logging

import click

from api.errors import ApiError
from cli.commands import PLACES, Commands
from cli.interrupts import remaining
from cli.output import use_utf_8
from graph.errors import GraphError

_NO_ROOM = (
    "There is no room for what is printed: the disk it goes to is full. Free some space and run the command again."
)


class _Stopped(click.ClickException):
    """Ctrl-C in the middle of work."""

    exit_code = 130

    def __init__(self) -> None:
        said = "stopped before it was done. What was written stays; run the same command again to go on."
        super().__init__(f"{said} {remaining()}".rstrip())


class _Edge(click.Group):
    """A group whose commands tell what the domain raises in its own words on standard error, with exit code 1."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by what the table says of them: none is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, PLACES[name].about) for name in self.list_commands(ctx)])

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
        except OSError as error:
            # Here, and not above: whoever only asks for help imports none of it.
            from graph.server.home import FULL

            if error.errno not in FULL:
                raise
            raise click.ClickException(_NO_ROOM) from error


@click.group(
    cls=_Edge,
    commands=Commands(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Example:\n\n\b\n  wuji up        does it all; 'wuji COMMAND --help' shows more examples",
)
@click.version_option(package_name="wuji")
def main() -> None:
    """Keep a city's five-level organisation as a knowledge graph, and answer questions about it."""
