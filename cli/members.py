"""``wuji members``: the units of an alliance."""

import click

from api.records import MemberList, member
from cli.arguments import as_json, csv_file, entity_id, refuse_both
from cli.connection import asking
from cli.tables import Column, print_json, print_table, write_csv
from graph.engines import Engine
from graph.kind_words import kind_words
from graph.meanings import VALUES
from graph.pages import every
from graph.questions.alliances import Scope
from graph.questions.alliances import members as members_of
from graph.questions.entities import entity
from graph.shapes import AnyEntity, Membership
from graph.vocabulary import Kind, Role, UnitCategory

_COLUMNS = (
    Column("id"),
    Column("name", folds=True),
    Column("category"),
    Column("line", folds=True),
    Column("role"),
    Column("since"),
    Column("alliance"),
)


@click.command(
    epilog="Examples:\n\n"
    "\b\n"
    "  wuji members A060                        a table for people\n"
    "  wuji members A060 --scope transitive     and those of the alliances it guides\n"
    "  wuji members A060 --csv members.csv      a file for Excel\n"
    "  wuji members A060 --json                 the same for programs"
)
@entity_id
@click.option(
    "--scope",
    type=click.Choice([scope.value for scope in Scope]),
    default=Scope.DIRECT.value,
    show_default=True,
    help="Its own members, or also those of the alliances it guides.",
)
@as_json
@csv_file
def members(id: str, *, scope: str, as_json: bool, csv_file: str | None) -> None:
    """List the units that belong to an alliance or a leading group, by its id: a line for each membership."""
    refuse_both(csv_file, as_json=as_json)
    with asking() as engine:
        whose = _alliance(engine, id)
        found = every(lambda paging: members_of(engine, alliance_id=id, scope=Scope(scope), paging=paging).value)
    if as_json:
        print_json(MemberList(items=[*map(member, found)], total=len(found), next_page_token=None))
    elif csv_file is not None:
        write_csv(csv_file, _COLUMNS, map(_row, found))
    else:
        units = len({membership.id for membership in found})
        click.echo(f"{whose.name} ({whose.id}): {len(found):,} memberships of {units:,} units")
        if found:
            # Of direct members the alliance is the one asked for.
            columns = _COLUMNS[:-1] if scope == Scope.DIRECT else _COLUMNS
            print_table(columns, [_row(membership)[: len(columns)] for membership in found])


def _alliance(engine: Engine, id: str) -> AnyEntity:
    found = entity(engine, id=id).value
    if found.kind not in {Kind.ALLIANCE, Kind.LEADING_GROUP}:
        raise click.ClickException(
            f"{id} is {found.name}, of the kind {found.kind} ({kind_words(engine).of(found.kind)}), which has no members. "
            f"See the alliances around it with 'wuji show {id}'."
        )
    return found


def _row(membership: Membership) -> tuple[str, ...]:
    return (
        membership.id,
        membership.name,
        VALUES[UnitCategory][membership.category],
        membership.line or "",
        VALUES[Role][membership.role],
        membership.member_since.isoformat(),
        membership.alliance_id,
    )
