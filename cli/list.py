"""``wuji list``: the entities of a kind, with their properties."""

from collections.abc import Sequence

import click

from cli.arguments import as_json, csv_file, printable, refuse_both
from cli.connection import asking
from cli.help_pages import examples
from cli.kinds import asked_kind, kind_argument
from cli.spoken import command, option
from cli.tables import Column, print_json, print_table, write_csv
from cli.values import told
from graph.answers import EntityList, record
from graph.errors import ConditionError, FilterError
from graph.kind_words import KindWords, kind_words
from graph.pages import every
from graph.questions.conditions import Condition, condition
from graph.questions.lists import Wanted, entities
from graph.questions.sorting import ALL, sort_keys, sortable
from graph.shapes import AnyEntity
from graph.vocabulary import MODEL, RELATIONSHIPS, Kind, Property, Relationship, Type
from words import said


def _code(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    return None if value is None else printable(context, parameter, value)


@command(
    "list",
    examples=examples(
        ("wuji list 职务 --lacks HOLDS --area 220202006000", said("the vacant posts of a street")),
        (
            'wuji list GridBranch --where "next_election<2027-01-01" --csv due.csv',
            said("whose election is due, for Excel"),
        ),
        ("wuji list Unit --identifier 统一社会信用代码:91220202MA00000079", said("the unit of a code")),
        ("wuji list Grid --lacks SERVES", said("grids without workers")),
        ("wuji list Post --area 220202006001 --json", said("the same for programs")),
    ),
)
@kind_argument
@option("--area", "area_id", placeholder=said("ID"), help=said("What belongs to this area or to a part of it."))
@option(
    "--where",
    multiple=True,
    placeholder=said("CONDITION"),
    help=said(
        "What a property is: KEY:VALUE, of counts and days also KEY<VALUE or KEY>VALUE (in quotes). May be repeated."
    ),
)
@option(
    "--lacks",
    multiple=True,
    type=click.Choice([type.value for type in Relationship]),
    placeholder=said("TYPE"),
    help=said("What no relationship of this type joins to anything. May be repeated."),
)
@option(
    "--identifier",
    placeholder=said("CODE"),
    callback=_code,
    help=said("What has this code of another system: VALUE, or SCHEME:VALUE."),
)
@option(
    "--sort",
    multiple=True,
    placeholder=said("KEY"),
    help=said("Sort by this property, with - before it for the largest first, and then by id. May be repeated."),
)
@option("--related-to", placeholder=said("ID"), help=said("What a relationship joins to this entity."))
@as_json
@csv_file
def list_entities(
    kind: str,
    *,
    area_id: str | None,
    where: Sequence[str],
    lacks: Sequence[str],
    identifier: str | None,
    sort: Sequence[str],
    related_to: str | None,
    as_json: bool,
    csv_file: str | None,
) -> None:
    """List the entities of a KIND that stand today, with their properties, by id.

    KIND is its label, its name in Chinese, or the word of the data set: Post or 职务.
    """
    refuse_both(csv_file, as_json=as_json)
    with asking() as engine:
        words = kind_words(engine)
        of_kind = asked_kind(kind, words)
        wanted = Wanted(
            kinds=[of_kind],
            area_id=area_id,
            conditions=_conditions(of_kind, where, words),
            lacks=[Relationship(type) for type in lacks],
            related_to=related_to,
            identifier=identifier,
        )
        keys = _keys(of_kind, sort)
        # Sorted, each page would ask for the whole list again.
        size = ALL if keys else 1000
        found = every(lambda paging: entities(engine, wanted=wanted, paging=paging).value, size=size, sort=keys)
    if as_json:
        print_json(EntityList(items=[*map(record, found)], total=len(found), next_page_token=None))
    elif csv_file is not None:
        _write(csv_file, of_kind, words, found)
    else:
        _print(of_kind, words, found)


def _conditions(kind: Kind, where: Sequence[str], words: KindWords) -> list[Condition]:
    try:
        return [condition(kind, text, words) for text in where]
    except ConditionError as error:
        raise click.BadParameter(str(error), param_hint="--where") from error


def _keys(kind: Kind, sort: Sequence[str]) -> list[str]:
    """Return what a list of a kind is sorted by; raise BadParameter for what it cannot be."""
    keys = [key for text in sort for key in text.split(",")]
    try:
        sort_keys(keys, sortable([kind]))
    except FilterError as error:
        raise click.BadParameter(str(error), param_hint="--sort") from error
    return keys


def _print(kind: Kind, words: KindWords, found: Sequence[AnyEntity]) -> None:
    """Print a table: of the properties, those that one of them has."""
    click.echo(f"{words.of(kind)} ({kind}): {len(found):,}")
    shown = [one for one in MODEL[kind].shown if any(one.key in entity.properties for entity in found)]
    if found:
        print_table([*_columns(shown)], [_row(entity, shown, words) for entity in found])


def _write(path: str, kind: Kind, words: KindWords, found: Sequence[AnyEntity]) -> None:
    """Write every property the kind has, and the ids its relationships lead to."""
    shown = MODEL[kind].shown
    types = dict.fromkeys(tie.type for tie in MODEL[kind].ties if not tie.is_incoming)
    columns = [*_columns(shown), *(Column(RELATIONSHIPS[type]) for type in types)]
    rows = (
        [*_row(entity, shown, words), *("、".join(entity.related.get(type, [])) for type in types)] for entity in found
    )
    write_csv(path, columns, rows)


def _columns(shown: Sequence[Property]) -> list[Column]:
    own = [Column(one.chinese, folds=True, is_number=one.type is Type.COUNT) for one in shown]
    return [Column("编号"), Column("名称", folds=True), *own]


def _row(entity: AnyEntity, shown: Sequence[Property], words: KindWords) -> list[str]:
    return [entity.id, entity.name, *(told(one, entity.properties.get(one.key), words) for one in shown)]
