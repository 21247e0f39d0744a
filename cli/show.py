"""``wuji show``: one entity on one screen, whatever it is."""

from collections.abc import Iterator

import click

from api.records import record
from cli.arguments import as_json, entity_id
from cli.connection import asking
from cli.surroundings import surroundings
from cli.tables import print_facts, print_json
from cli.values import told
from graph.kind_words import KindWords, kind_words
from graph.questions.entities import entity
from graph.shapes import AnyEntity
from graph.vocabulary import MODEL

_FIELDS = {"title", "tier", "code", "category", "level", "line"}


@click.command(
    epilog="Examples:\n\n"
    "\b\n"
    "  wuji show D220202006001          an organisation: what it covers and leads, who is above and below\n"
    "  wuji show 220202006001001        an area: who covers it\n"
    "  wuji show U0014                  a unit: the alliances it belongs to\n"
    "  wuji show PD220202006001-1       a post: its body, and who holds it\n"
    "  wuji show U0014 --json           its record alone, for programs"
)
@entity_id
@as_json
def show(id: str, *, as_json: bool) -> None:
    """Show one entity by its id: what it is, since when it stands, and what is around it today."""
    with asking() as engine:
        found = entity(engine, id=id).value
        words = kind_words(engine)
        around = [] if as_json else [*surroundings(engine, found, words)]
    if as_json:
        print_json(record(found))
        return
    print_facts(found.name, [*_own(found, words), *around])


def _own(entity: AnyEntity, words: KindWords) -> Iterator[tuple[str, str]]:
    yield "id", entity.id
    yield "kind", f"{words.of(entity.kind)} ({entity.kind})"
    for one in MODEL[entity.kind].shown:
        value = entity.properties.get(one.key)
        if value is not None:
            in_english = f" ({value})" if one.words else ""
            # What is a field of the record goes by the field's name, in the order people know.
            yield one.key if one.key in _FIELDS else one.chinese, f"{told(one, value, words)}{in_english}"
    if entity.valid_to is None:
        yield "stands", f"since {entity.valid_from}"
    else:
        yield "stood", f"from {entity.valid_from}, no longer on {entity.valid_to}"
    yield "source", entity.source
