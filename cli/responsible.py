"""``wuji responsible``: who answers for a place."""

from collections.abc import Iterator, Sequence

import click

from cli.arguments import area_id, as_json
from cli.connection import asking
from cli.help_pages import examples
from cli.spoken import command
from cli.tables import Column, print_json, print_table
from graph.answers import ResponsibilityList
from graph.pages import every
from graph.questions.responsibility import responsible as answering_for
from graph.questions.responsibility_rows import Responsibility
from graph.questions.trees import AREAS, record
from words import said

_NOBODY = "空缺"
_COLUMNS = (
    Column(said("area"), folds=True),
    Column(said("as"), folds=True),
    Column(said("id")),
    Column(said("name"), folds=True),
)
_STAND_IN = (Column(said("stands in"), folds=True), Column(said("id")), Column(said("why"), folds=True))


@command(
    examples=examples(
        ("wuji responsible 220202006001001", said("a grid, and all around it up to the city")),
        ("wuji responsible 22020200600100100001", said("a building: from the household up")),
        ("wuji responsible 220202006001001 --json", said("the same for programs, with the path that proves each")),
    )
)
@area_id
@as_json
def responsible(id: str, *, as_json: bool) -> None:
    """Tell who answers for a place, by its id: a line for each, from the place up. Where nobody does: who stands in."""
    with asking() as engine:
        place = record(engine, AREAS, id=id).value
        found = every(lambda paging: answering_for(engine, area_id=id, paging=paging).value)
    if as_json:
        print_json(ResponsibilityList(items=found, total=len(found), next_page_token=None))
        return
    vacant = sum(one.vacant for one in found)
    click.echo(
        said(
            "{name} ({id}): {total:,} responsibilities, {vacant:,} of them vacant",
            name=place.name,
            id=place.id,
            total=len(found),
            vacant=vacant,
        )
    )
    if found:
        columns = (*_COLUMNS, *_STAND_IN) if vacant else _COLUMNS
        print_table(columns, [row[: len(columns)] for row in _rows(found)])


def _rows(found: Sequence[Responsibility]) -> Iterator[tuple[str, ...]]:
    """Yield a line for each; of an area that is told in several lines the name stands in the first."""
    last = None
    for one in found:
        area = "" if one.area.id == last else one.area.name
        last = one.area.id
        instead = ("", "", "") if one.stands_in is None else (one.stands_in.name, one.stands_in.id, one.stands_in.says)
        yield area, one.title, one.id or "", _NOBODY if one.vacant else one.name or "", *instead
