"""``wuji show``: one entity on one screen, whatever it is."""

from collections.abc import Iterator

import click

from api.records import record
from cli.arguments import as_json, entity_id
from cli.connection import asking
from cli.surroundings import surroundings
from cli.tables import print_facts, print_json
from graph.entities import entity
from graph.meanings import VALUES
from graph.rows import AnyEntity
from graph.vocabulary import KINDS


@click.command(
    epilog="Examples:\n\n"
    "\b\n"
    "  wuji show D220202006001          an organisation: what it covers and leads, who is above and below\n"
    "  wuji show 220202006001001        an area: who covers it\n"
    "  wuji show U0014                  a unit: the alliances it belongs to\n"
    "  wuji show U0014 --json           its record alone, for programs"
)
@entity_id
@as_json
def show(id: str, *, as_json: bool) -> None:
    """Show one entity by its id: what it is, since when it stands, and what is around it today."""
    with asking() as engine:
        found = entity(engine, id=id).value
        around = [] if as_json else [*surroundings(engine, found)]
    if as_json:
        print_json(record(found))
        return
    print_facts(found.name, [*_own(found), *around])


def _own(entity: AnyEntity) -> Iterator[tuple[str, str]]:
    yield "id", entity.id
    yield "kind", f"{KINDS[entity.kind].chinese} ({entity.kind})"
    if entity.title is not None:
        yield "title", entity.title
    if entity.tier is not None:
        yield "tier", str(entity.tier)
    for about, fact in (
        ("code", entity.code),
        ("category", _told(entity.category, -1)),
        ("level", _told(entity.level, 0)),
        ("line", entity.line),
    ):
        if fact is not None:
            yield about, fact
    if entity.valid_to is None:
        yield "stands", f"since {entity.valid_from}"
    else:
        yield "stood", f"from {entity.valid_from}, no longer on {entity.valid_to}"
    yield "source", entity.source


def _told(value: str | None, place: int) -> str | None:
    """Return a value in Chinese and as programs have it. A word of two lists has two meanings, that of a level first."""
    return None if value is None else f"{VALUES[value].says.split('; ')[place]} ({value})"
