"""Whether this revision answers as an earlier one does: some thousand questions of both, compared; ``just bench-answers``.

Each revision serves the data set that it has loaded itself. The questions come from the earlier one's document and entities: of
each route with ids of every kind, with each parameter, with two, and page after page. What names a page is left out of the comparison,
since each graph has a key of its own.
"""

import json
import random
import sys
import tempfile
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice, pairwise
from pathlib import Path
from typing import Any, cast
from urllib.parse import quote, urlencode

import click

from bench import before, loading
from bench.searching import TEXTS
from bench.serving import NOW, neo4j, seconds_of_seed, serving

Json = Any

_EACH_KIND = 8
"""Entities of each kind that are asked about."""
_PAGES = 3
_TOKEN = "next_page_token"
_PAGE = "page_token"
_FAMILIES = {"orgs": "PartyOrg", "areas": "Area", "alliances": "Alliance", "units": "Unit"}
_GIVEN: Mapping[str, Sequence[str]] = {
    "q": ("站", "党支部", "1", "新华", "nothing like it"),
    "tier": ("1", "2", "3", "9"),
    "max_depth": ("1", "2"),
    "page_size": ("3", "1000"),
    "limit": ("1", "50"),
    "max_length": ("2", "6"),
    "line": ("教育", "公安"),
    "category": ("111", "112", "school", "hospital"),
    "where": ("name:党支部", "valid_from:2019-01-01", "tier:3"),
    "lacks": ("HOLDS", "COVERS", "MEMBER_OF", "UNDER"),
    "types": ("UNDER", "WITHIN", "COVERS"),
}
"""What is asked by a parameter that the document gives no values of; some of it fits, some is refused."""


class Asked:
    """One revision that serves."""

    def __init__(self, port: int) -> None:
        self._host = f"http://127.0.0.1:{port}"

    def json(self, target: str) -> Json:
        """Return an answer's body, a problem's too, with the status beside it."""
        try:
            with urllib.request.urlopen(self._host + target) as answer:
                return {"status": answer.status, "body": json.load(answer)}
        except urllib.error.HTTPError as error:
            return {"status": error.code, "body": json.load(error)}


class Questions:
    """The questions that a served revision knows of."""

    def __init__(self, asked: Asked, chance: random.Random) -> None:
        self._document = asked.json("/openapi.json")["body"]
        self._chance = chance
        self._ids: dict[str, list[str]] = {}
        families: dict[str, list[str]] = {family: [] for family in _FAMILIES}
        for kind in self._document["components"]["schemas"]["Kind"]["enum"]:
            rows = asked.json(f"/v1/entities?kind={kind}&page_size=1000")["body"]["items"]
            self._ids[kind] = [row["id"] for row in rows[:: max(1, len(rows) // _EACH_KIND)]][:_EACH_KIND]
        for family in families:
            kinds = self._values(self._operation(f"/v1/{family}"), "kind") or [_FAMILIES[family]]
            self._ids[family] = [id for kind in kinds for id in self._ids.get(kind, [])]
        self._ids["entities"] = [id for kind in sorted(self._ids) for id in self._ids[kind][:3]]

    def all(self) -> Iterator[str]:
        """Yield the targets, in the order of the document."""
        for path, operations in self._document["paths"].items():
            if path.startswith("/v1/"):
                yield from self._of(path, operations["get"])
        yield from (f"/v1/search?q={quote(text)}" for text in TEXTS)

    def _of(self, path: str, operation: Json) -> Iterator[str]:
        asked = [one["name"] for one in operation.get("parameters", []) if one["in"] == "query"]
        required = [
            one["name"] for one in operation.get("parameters", []) if one.get("required") and one["in"] == "query"
        ]
        for place in self._places(path):
            if not required:
                yield place
            for name in asked:
                for value in self._some(operation, name, all="{" not in path):
                    yield _with(place, {**self._needed(required), name: value})
            for first, second in pairwise(asked):
                both = {
                    one: self._chance.choice(list(self._some(operation, one, all=True)) or ["x"])
                    for one in (first, second)
                }
                yield _with(place, {**self._needed(required), **both})

    def _needed(self, required: Sequence[str]) -> dict[str, str]:
        found: dict[str, str] = {}
        for name in required:
            pool = list(TEXTS) if name == "q" else self._ids["entities"]
            found[name] = self._chance.choice(pool)
        return found

    def _places(self, path: str) -> list[str]:
        if "{" not in path:
            return [path]
        ids = self._ids[path.split("/")[2]]
        items = self._ids.get("ServiceItem", [])
        return [
            path.replace("{id}", quote(id, safe="")).replace("{item_id}", quote(item, safe=""))
            for id in [*ids, "nowhere"]
            for item in (items[:2] if "{item_id}" in path else [""])
        ]

    def _some(self, operation: Json, name: str, *, all: bool) -> Iterator[str]:
        values = list(self._values(operation, name) or _GIVEN.get(name, ()))
        if name == "area_id":
            values = [
                id for kind in ("City", "County", "Town", "Neighbourhood", "Grid") for id in self._ids.get(kind, [])[:2]
            ]
        elif name in {"related_to", "from", "to"}:
            values = self._chance.sample(self._ids["entities"], 12)
        elif name in {"item_id", "category_id"}:
            values = self._ids.get("ServiceItem" if name == "item_id" else "ServiceCategory", [])[:2]
        elif name == _PAGE:
            return iter(())
        return iter(values) if all else islice(iter(self._chance.sample(values, len(values))), 2)

    def _values(self, operation: Json, name: str) -> list[str]:
        for one in operation.get("parameters", []):
            if one["name"] == name:
                schema = one["schema"]
                schema = (
                    self._document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
                    if "$ref" in schema
                    else schema
                )
                schema = schema.get("items", schema)
                return (
                    ["true", "false"]
                    if schema.get("type") == "boolean"
                    else [str(value) for value in schema.get("enum", [])]
                )
        return []

    def _operation(self, path: str) -> Json:
        return self._document["paths"][path]["get"]


def _with(place: str, values: Mapping[str, str]) -> str:
    return f"{place}?{urlencode({name: value for name, value in values.items() if name != _PAGE})}"


def difference(earlier: Json, now: Json, *, added: Counter[str]) -> str | None:
    """Return where two answers differ, ``None`` where they do not but for fields added, which are counted."""
    if isinstance(earlier, dict) and isinstance(now, dict):
        known, found = cast("dict[str, Json]", earlier), cast("dict[str, Json]", now)
        added.update(found.keys() - known.keys())
        pairs: list[tuple[str, Json, Json]] = [(name, known[name], found.get(name)) for name in known if name != _TOKEN]
        if [name for name in found if name in known] != list(known):
            return "the order or the names of its fields"
    elif isinstance(earlier, list) and isinstance(now, list):
        one, other = cast("list[Json]", earlier), cast("list[Json]", now)
        if len(one) != len(other):
            return f"length {len(one)} and {len(other)}"
        pairs = [(str(place), *pair) for place, pair in enumerate(zip(one, other, strict=True))]
    else:
        return None if earlier == now else f"{earlier!r} and {now!r}"
    for name, one, other in pairs:
        if (where := difference(one, other, added=added)) is not None:
            return f"{name}: {where}"
    return None


def compare(earlier: Asked, now: Asked, targets: Sequence[str]) -> tuple[Counter[str], Counter[str], list[str]]:
    """Ask both everything; return how many were answered with each status, the fields added, and what differs."""
    statuses: Counter[str] = Counter()
    added: Counter[str] = Counter()
    differing: list[str] = []
    for target in targets:
        first, second = target, target
        for _ in range(_PAGES):
            one, other = earlier.json(first), now.json(second)
            statuses[str(one["status"])] += 1
            if (where := difference(one, other, added=added)) is not None:
                differing.append(f"{first}: {where}")
                break
            tokens = one["body"].get(_TOKEN), other["body"].get(_TOKEN)
            if not all(tokens) or "page_size=3" not in target:
                break
            first, second = (f"{target}&{urlencode({_PAGE: token})}" for token in tokens)
    return statuses, added, differing


@click.command()
@click.option("--before", "revision", metavar="REVISION", required=True, help="The revision whose answers are to stay.")
@click.option("--dataset", default="mini", show_default=True, help="What both have loaded.")
@click.option("--seed", default=1, show_default=True, help="Where chance begins.")
def main(*, revision: str, dataset: str, seed: int) -> None:
    """Ask this revision and an earlier one the same, and list what is answered otherwise."""
    loading.hush()
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="wuji-answers-")))
        asked: list[Asked] = []
        for place, wuji in enumerate([stack.enter_context(before.program(revision)), NOW]):
            server = stack.enter_context(neo4j(scratch / f"neo4j-{place}"))
            seconds_of_seed(wuji, server, scratch / str(place), dataset)
            asked.append(Asked(stack.enter_context(serving(wuji, server, scratch / str(place)))[0]))
        targets = list(dict.fromkeys(Questions(asked[0], random.Random(seed)).all()))
        statuses, added, differing = compare(asked[0], asked[1], targets)
    click.echo(
        f"{statuses.total():,} answers ({dict(statuses)}) of {before.named(revision)} on {dataset}, {len(differing):,} differ."
    )
    click.echo(f"Fields added: {dict(added) or 'none'}.")
    for line in differing[:100]:
        click.echo(f"  {line[:500]}")
    sys.exit(bool(differing))


if __name__ == "__main__":
    main()
