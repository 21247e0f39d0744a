"""``wuji tree``: an organisation or an area with all below it."""

import click
from rich.text import Text
from rich.tree import Tree as Drawing

from cli.arguments import as_json, entity_id
from cli.connection import asking
from cli.help_pages import examples
from cli.spoken import CommandError, command, option
from cli.tables import print_json, print_tree
from graph.answers import AreaNode, OrgNode, nested
from graph.engines import Engine
from graph.errors import TooLargeError
from graph.kind_words import kind_words
from graph.questions import trees
from graph.questions.entities import entity
from graph.questions.trees import AREAS, MAX_TREE_NODES, ORGS, Tree
from graph.shapes import AnyEntity, Area, Org
from graph.vocabulary import AREA_KINDS, PARTY_ORG_KINDS
from words import said

_CUT = " …"


@command(
    examples=examples(
        ("wuji tree D220202006001", said("an organisation and all below it")),
        ("wuji tree 220202006001 --max-depth 1", said("an area and its parts, one level down")),
        ("wuji tree D220202006001 --json", said("the same for programs")),
    )
)
@entity_id
@option("--max-depth", type=click.IntRange(min=1), help=said("How many levels to go down; all when left out."))
@as_json
def tree(id: str, *, max_depth: int | None, as_json: bool) -> None:
    """Show all that stands below an organisation, or all parts of an area, by its id."""
    with asking() as engine:
        start = entity(engine, id=id).value
        found = _tree(engine, start, max_depth)
    if as_json:
        is_org = start.kind in PARTY_ORG_KINDS
        print_json(nested(found, Org, OrgNode) if is_org else nested(found, Area, AreaNode))
        return
    print_tree(_drawn(found))
    if _is_cut(found):
        click.echo(said("… marks what has more below it: go further down with --max-depth."))


def _tree(engine: Engine, start: AnyEntity, max_depth: int | None) -> Tree:
    try:
        if start.kind in PARTY_ORG_KINDS:
            return trees.tree(engine, ORGS, id=start.id, max_depth=max_depth).value
        if start.kind in AREA_KINDS:
            return trees.tree(engine, AREAS, id=start.id, max_depth=max_depth).value
    except TooLargeError as error:
        raise CommandError(
            said(
                "The tree below {id} has more than {most:,} nodes. Ask for fewer levels with --max-depth, or start lower "
                "down.",
                id=start.id,
                most=MAX_TREE_NODES,
            )
        ) from error
    raise CommandError(
        said(
            "{id} is {name}, of the kind {kind} ({called}), which stands in no tree. See what is around it with "
            "'wuji show {id}'.",
            id=start.id,
            name=start.name,
            kind=start.kind,
            called=kind_words(engine).of(start.kind),
        )
    )


def _drawn(tree: Tree) -> Drawing:
    drawing = Drawing(_label(tree))
    for child in tree.children:
        drawing.children.append(_drawn(child))
    return drawing


def _label(tree: Tree) -> Text:
    ended = "" if tree.node.valid_to is None else f"  {said('ended {day}', day=tree.node.valid_to)}"
    return Text.assemble(tree.node.name, (f"  {tree.node.id}{ended}", "dim"), _CUT if tree.truncated else "")


def _is_cut(tree: Tree) -> bool:
    return tree.truncated or any(map(_is_cut, tree.children))
