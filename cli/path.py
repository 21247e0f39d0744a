"""``wuji path``: how two entities are joined."""

import click

from cli.arguments import as_json, printable
from cli.connection import asking
from cli.help_pages import examples
from cli.spoken import argument, command, option
from cli.tables import Column, print_json, print_table
from graph.answers import path_record
from graph.kind_words import KindWords, kind_words
from graph.questions.entities import Link
from graph.questions.paths import MAX_LENGTH, ShortestPath, shortest_path
from words import said

_COLUMNS = (Column(""), Column(said("id")), Column(said("name"), folds=True), Column(said("kind"), folds=True))


@command(
    examples=examples(
        ("wuji path D220202006001001 U0014", said("how a grid's branch and a bureau are joined")),
        ("wuji path D220202006001001 U0014 --max-length 3", said("none is as short: it says so")),
        ("wuji path D220202006001001 U0014 --json", said("the same for programs")),
    )
)
@argument("from_id", placeholder=said("FROM"), callback=printable)
@argument("to_id", placeholder=said("TO"), callback=printable)
@option(
    "--max-length",
    type=click.IntRange(1, MAX_LENGTH),
    default=MAX_LENGTH,
    show_default=True,
    help=said("How many relationships it may have."),
)
@as_json
def path(from_id: str, to_id: str, *, max_length: int, as_json: bool) -> None:
    """Show one shortest path between two entities, by their ids, over what stands today.

    Of equally short ones it is the one whose ids come first. An arrow is drawn as the relationship points.
    """
    with asking() as engine:
        found = shortest_path(engine, from_id=from_id, to_id=to_id, max_length=max_length).value
        words = kind_words(engine)
    if as_json:
        print_json(path_record(found))
    elif not found.nodes:
        click.echo(
            said(
                "No path of at most {most} relationships joins {from_id} and {to_id} today.",
                most=max_length,
                from_id=from_id,
                to_id=to_id,
            )
        )
    else:
        print_table(_COLUMNS, _rows(found, words))


def _rows(path: ShortestPath, words: KindWords) -> list[tuple[str, str, str, str]]:
    arrows = ["", *(_arrow(link, node.id) for link, node in zip(path.links, path.nodes, strict=False))]
    return [(arrow, node.id, node.name, words.of(node.kind)) for arrow, node in zip(arrows, path.nodes, strict=True)]


def _arrow(link: Link, before: str) -> str:
    """Return a link as it points, between the entity on the line before and the one on its own line."""
    return f"-{link.type}->" if link.source == before else f"<-{link.type}-"
