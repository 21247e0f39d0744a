"""``wuji find``: anything by what people call it."""

import click

from api.limits import DEFAULT_HITS, MAX_HITS
from cli.arguments import as_json, csv_file, printable, refuse_both
from cli.connection import asking
from cli.help_pages import examples
from cli.kinds import asked_kind, kind_option
from cli.spoken import argument, command, option
from cli.tables import Column, print_json, print_table, write_csv
from graph.kind_words import KindWords, kind_words
from graph.search import Hit, search
from words import Said, said

_COLUMNS = (
    Column(said("id")),
    Column(said("kind")),
    Column(said("name"), folds=True),
    Column(said("in or under"), folds=True),
)

# Shown where something was found by a code alone.
_CODE = Column(said("found by"))


def _joined(context: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> str:
    # An address has spaces, and nobody thinks of quotes.
    return printable(context, parameter, " ".join(words))


@command(
    examples=examples(
        ("wuji find 站前社区", said("the four of that name, told apart by where they are")),
        ("wuji find zhanqian --kind Alliance", said("by pinyin, alliances alone")),
        ("wuji find zqsq --kind 社区", said("by initials, communities and villages alone")),
        ("wuji find 新华街道 站前 2号楼", said("by an address as people write it")),
        ("wuji find 站前 --csv found.csv", said("a file for Excel")),
        ("wuji find 站前 --json", said("the same for programs")),
    )
)
@argument("text", placeholder=said("TEXT"), nargs=-1, required=True, callback=_joined)
@kind_option
@option(
    "--limit",
    type=click.IntRange(1, MAX_HITS),
    default=DEFAULT_HITS,
    show_default=True,
    help=said("How many to show at most."),
)
@as_json
@csv_file
def find(text: str, *, kind: str | None, limit: int, as_json: bool, csv_file: str | None) -> None:
    """Find what stands today by part of its name, pinyin, initials, id, code or address, best first.

    Where nothing agrees with the text, what is near it is shown and said to be near.
    """
    refuse_both(csv_file, as_json=as_json)
    with asking() as engine:
        # One more than is shown tells whether there is more.
        words = kind_words(engine)
        wanted = None if kind is None else asked_kind(kind, words)
        found = search(engine, text=text, kind=wanted, limit=limit + 1).value
    hits = found[:limit]
    is_by_code = any(hit.identifier is not None for hit in hits)
    columns = (*_COLUMNS, _CODE) if is_by_code else _COLUMNS
    rows = [_row(hit, words, is_by_code=is_by_code) for hit in hits]
    if as_json:
        # Here, and not above: what the API answers takes a tenth of a second to import.
        from graph.answers import Hits

        print_json(Hits(items=hits))
    elif csv_file is not None:
        write_csv(csv_file, columns, rows)
    elif not hits:
        click.echo(said("Nothing that stands today is found by {text}.", text=text))
    else:
        if hits[0].near:
            click.echo(said("Nothing is found by {text} exactly. This is near:", text=text))
        print_table(columns, rows)
        if len(found) > limit:
            click.echo(_more(limit))


def _more(limit: int) -> Said:
    if limit == MAX_HITS:
        return said("These are the first {most}: say more of it to find the others.", most=MAX_HITS)
    return said("There is more: ask for more with --limit, at most {most}, or say more of it.", most=MAX_HITS)


def _row(hit: Hit, words: KindWords, *, is_by_code: bool) -> list[str]:
    row = [hit.id, words.of(hit.kind), hit.name, " → ".join(hit.chain)]
    by = hit.identifier
    code = "" if by is None else f"{words.schemes.get(by.scheme, by.scheme)} {by.value}"
    return [*row, code] if is_by_code else row
