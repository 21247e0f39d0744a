"""The ``wuji`` command: its groups, and the edge where an error becomes a message and an exit code."""

import logging
import os
from typing import Any

import click

from api.errors import ApiError
from cli.commands import PLACES, Commands
from cli.help_pages import examples
from cli.interrupts import remaining
from cli.output import use_utf_8
from cli.spoken import CommandError, SpokenGroup, commands_speak, option
from graph.errors import GraphError
from words import language_of_environment, said, sentences

_NO_ROOM = said(
    "There is no room for what is printed: the disk it goes to is full. Free some space and run the command again."
)


class _InterruptedError(CommandError):
    """Ctrl-C in the middle of work."""

    exit_code = 130

    def __init__(self) -> None:
        stopped = said("stopped before it was done. What was written stays; run the same command again to go on.")
        left = remaining()
        super().__init__(stopped if left is None else sentences([stopped, left]))


class _Edge(SpokenGroup):
    """The group of all commands: it speaks the language of the environment; its commands tell what the domain raises in its own words on standard error, with exit code 1."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by what the table says of them: none is imported for it."""
        with formatter.section(str(said("Commands"))):
            formatter.write_dl([(name, str(PLACES[name].about)) for name in self.list_commands(ctx)])

    def main(self, *arguments: Any, **settings: Any) -> Any:
        """Run the command line, and say what stands against it."""
        with commands_speak(language_of_environment(os.environ)):
            return super().main(*arguments, **settings)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command."""
        use_utf_8()
        # What the driver would log of its retries, an error's own words already say.
        logging.getLogger("neo4j").setLevel(logging.CRITICAL)
        try:
            return super().invoke(ctx)
        except (GraphError, ApiError) as error:
            raise CommandError(said("{error}", error=error)) from error
        except KeyboardInterrupt as interrupt:
            raise _InterruptedError from interrupt
        except OSError as error:
            # Here, and not above: whoever only asks for help imports none of it.
            from graph.server.home import FULL

            if error.errno not in FULL:
                raise
            raise CommandError(_NO_ROOM) from error


def _version(context: click.Context, _parameter: click.Parameter, is_asked: bool) -> None:
    if is_asked and not context.resilient_parsing:
        # Here, and not above: it takes a while to import.
        from importlib.metadata import version

        click.echo(said("wuji, version {version}", version=version("wuji")))
        context.exit()


@click.group(
    cls=_Edge,
    commands=Commands(),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    examples=examples(("wuji up", said("does it all; 'wuji COMMAND --help' shows more examples"))),
)
@option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help=said("Show the version and exit."),
)
def main() -> None:
    """Keep a city's five-level organisation as a knowledge graph, and answer questions about it."""
