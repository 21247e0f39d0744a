"""``wuji find``: anything by what people call it."""

import click

from api.limits import DEFAULT_HITS, MAX_HITS
from cli.arguments import as_json, csv_file, printable, refuse_both
from cli.connection import asking
from cli.kinds import asked_kind, kind_option
from cli.tables import Column, print_json, print_table, write_csv
from graph.kind_words import KindWords, kind_words
from graph.search import Hit, search

_COLUMNS = (Column("id"), Column("kind"), Column("name", folds=True), Column("in or under", folds=True))


def _joined(context: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> str:
    # An address has spaces, and nobody thinks of quotes.
    return printable(context, parameter, " ".join(words))


@click.command(
    epilog="Examples:\n\n"
    "\b\n"
    "  wuji find 站前社区                     the four of that name, told apart by where they are\n"
    "  wuji find zhanqian --kind Alliance     by pinyin, alliances alone\n"
    "  wuji find zqsq --kind 社区             by initials, communities and villages alone\n"
    "  wuji find 新华街道 站前 2号楼          by an address as people write it\n"
    "  wuji find 站前 --csv found.csv         a file for Excel\n"
    "  wuji find 站前 --json                  the same for programs"
)
@click.argument("text", nargs=-1, required=True, callback=_joined)
@kind_option
@click.option(
    "--limit",
    type=click.IntRange(1, MAX_HITS),
    default=DEFAULT_HITS,
    show_default=True,
    help="How many to show at most.",
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
    rows = [_row(hit, words) for hit in hits]
    if as_json:
        # Here, and not above: what the API answers takes a tenth of a second to import.
        from api.records import Hits

        print_json(Hits(items=hits))
    elif csv_file is not None:
        write_csv(csv_file, _COLUMNS, rows)
    elif not hits:
        click.echo(f"Nothing that stands today is found by {text}.")
    else:
        if hits[0].near:
            click.echo(f"Nothing is found by {text} exactly. This is near:")
        print_table(_COLUMNS, rows)
        if len(found) > limit:
            click.echo(_more(limit))


def _more(limit: int) -> str:
    if limit == MAX_HITS:
        return f"These are the first {MAX_HITS}: say more of it to find the others."
    return f"There is more: ask for more with --limit, at most {MAX_HITS}, or say more of it."


def _row(hit: Hit, words: KindWords) -> tuple[str, str, str, str]:
    return hit.id, words.of(hit.kind), hit.name, " → ".join(hit.chain)
