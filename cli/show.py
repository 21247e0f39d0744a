"""``wuji show``: one entity on one screen, whatever it is."""

from cli.arguments import as_json, entity_id
from cli.connection import asking
from cli.help_pages import examples
from cli.spoken import command
from cli.surroundings import surroundings
from cli.tables import Facts, print_facts, print_json
from cli.values import told
from graph.answers import record
from graph.kind_words import KindWords, kind_words
from graph.questions.entities import entity
from graph.shapes import AnyEntity
from graph.vocabulary import MODEL
from words import said

_FIELDS = {
    "title": said("title"),
    "tier": said("tier"),
    "code": said("code"),
    "category": said("category"),
    "level": said("level"),
    "line": said("line"),
}
"""What is a field of the record goes by the field's name, in the order people know."""


@command(
    examples=examples(
        ("wuji show D220202006001", said("an organisation: what it covers and leads, who is above and below")),
        ("wuji show 220202006001001", said("an area: who covers it")),
        ("wuji show U0014", said("a unit: the alliances it belongs to")),
        ("wuji show PD220202006001-1", said("a post: its body, and who holds it")),
        ("wuji show U0014 --json", said("its record alone, for programs")),
    )
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


def _own(entity: AnyEntity, words: KindWords) -> Facts:
    yield said("id"), entity.id
    yield said("kind"), f"{words.of(entity.kind)} ({entity.kind})"
    for one in MODEL[entity.kind].shown:
        value = entity.properties.get(one.key)
        if value is not None:
            in_english = f" ({value})" if one.words else ""
            yield _FIELDS.get(one.key, one.chinese), f"{told(one, value, words)}{in_english}"
    if entity.valid_to is None:
        yield said("stands"), said("since {day}", day=entity.valid_from)
    else:
        yield (
            said("stood"),
            said("from {begin}, no longer on {end}", begin=entity.valid_from, end=entity.valid_to),
        )
    yield said("source"), entity.source
