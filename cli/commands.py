"""Every command by its name: where it is, and what the list of commands says of it.

A command's module is imported when the command is run: all of them together take a second of a processor.
"""

from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from importlib import import_module
from typing import NoReturn, cast

import click

from words import Said, said


@dataclass(frozen=True, slots=True)
class Place:
    """Where a command is: the module, its name there, and in a line what it is for."""

    module: str
    name: str
    about: Said


PLACES = {
    "up": Place(
        "cli.up", "up", said("Do it all: start Neo4j, load the data set into an empty graph, serve, until Ctrl-C.")
    ),
    "down": Place("cli.up", "down", said("Stop what 'wuji up' or 'wuji serve' left running in this home.")),
    "status": Place("cli.status", "status", said("Say what runs, where, and what the graph holds.")),
    "neo4j": Place("cli.neo4j", "neo4j", said("Run the Neo4j that wuji manages, by itself.")),
    "seed": Place("cli.seed", "seed", said("Load a data set into the graph, or bring the graph to what it says now.")),
    "serve": Place("cli.serve", "serve", said("Serve the API over the graph that is loaded, until Ctrl-C.")),
    "find": Place("cli.find", "find", said("Find what stands today by name, pinyin, initials, id, code or address.")),
    "list": Place(
        "cli.list", "list_entities", said("List the entities of a KIND that stand today, with their properties.")
    ),
    "show": Place("cli.show", "show", said("Show one entity: what it is, and what is around it today.")),
    "tree": Place("cli.tree", "tree", said("Show all that stands below an organisation, or all parts of an area.")),
    "members": Place("cli.members", "members", said("List the units that belong to an alliance or a leading group.")),
    "path": Place("cli.path", "path", said("Show one shortest path between two entities, over what stands today.")),
    "responsible": Place("cli.responsible", "responsible", said("Tell who answers for a place, from the place up.")),
    "profile": Place(
        "cli.profile", "profile", said("Show an area on one page: what covers it, and how many of everything.")
    ),
    "reconcile": Place("cli.reconcile", "reconcile", said("Set each published figure beside what the graph counts.")),
    "dataset": Place(
        "cli.dataset", "dataset", said("List the built-in data sets, or write one as a folder of CSV files.")
    ),
    "browser": Place("cli.browser", "browser", said("Write the saved queries and the style for Neo4j Browser.")),
}


class Commands(MutableMapping[str, click.Command]):
    """The commands of a group, each imported when it is asked for."""

    def __getitem__(self, name: str) -> click.Command:
        """Import a command."""
        place = PLACES[name]
        return cast("click.Command", getattr(import_module(place.module), place.name))

    def __iter__(self) -> Iterator[str]:
        """Give the names, in the order of the table."""
        return iter(PLACES)

    def __len__(self) -> int:
        """Count the names."""
        return len(PLACES)

    def __contains__(self, name: object) -> bool:
        """Tell whether a command has that name, importing none."""
        return name in PLACES

    def __setitem__(self, name: str, command: click.Command) -> NoReturn:
        """Refuse: a command stands in the table."""
        raise TypeError(f"The command {name!r} belongs into PLACES.")

    def __delitem__(self, name: str) -> NoReturn:
        """Refuse: a command stands in the table."""
        raise TypeError(f"The command {name!r} belongs to PLACES.")
