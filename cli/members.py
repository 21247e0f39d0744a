"""``wuji members``: the units of an alliance."""

import click

from cli.arguments import as_json, csv_file, entity_id, refuse_both
from cli.connection import asking
from cli.help_pages import examples
from cli.spoken import CommandError, command, option
from cli.tables import Column, print_json, print_table, write_csv
from graph.answers import MemberList, member
from graph.engines import Engine
from graph.kind_words import kind_words
from graph.meanings import VALUES
from graph.pages import every
from graph.questions.alliances import Scope
from graph.questions.alliances import members as members_of
from graph.questions.entities import entity
from graph.shapes import AnyEntity, Membership
from graph.vocabulary import Kind, Role, UnitCategory
from words import said

_COLUMNS = (
    Column(said("id")),
    Column(said("name"), folds=True),
    Column(said("category")),
    Column(said("line"), folds=True),
    Column(said("role")),
    Column(said("since")),
    Column(said("alliance")),
)


@command(
    examples=examples(
        ("wuji members A060", said("a table for people")),
        ("wuji members A060 --scope transitive", said("and those of the alliances it guides")),
        ("wuji members A060 --csv members.csv", said("a file for Excel")),
        ("wuji members A060 --json", said("the same for programs")),
    )
)
@entity_id
@option(
    "--scope",
    type=click.Choice([scope.value for scope in Scope]),
    default=Scope.DIRECT.value,
    show_default=True,
    help=said("Its own members, or also those of the alliances it guides."),
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
        click.echo(
            said(
                "{name} ({id}): {memberships:,} memberships of {units:,} units",
                name=whose.name,
                id=whose.id,
                memberships=len(found),
                units=units,
            )
        )
        if found:
            # Of direct members the alliance is the one asked for.
            columns = _COLUMNS[:-1] if scope == Scope.DIRECT else _COLUMNS
            print_table(columns, [_row(membership)[: len(columns)] for membership in found])


def _alliance(engine: Engine, id: str) -> AnyEntity:
    found = entity(engine, id=id).value
    if found.kind not in {Kind.ALLIANCE, Kind.LEADING_GROUP}:
        raise CommandError(
            said(
                "{id} is {name}, of the kind {kind} ({called}), which has no members. See the alliances around it with "
                "'wuji show {id}'.",
                id=id,
                name=found.name,
                kind=found.kind,
                called=kind_words(engine).of(found.kind),
            )
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
