"""Lists in pages: every token is this list's own, and the pages are the list."""

import base64
import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from api.app import create_app
from api.errors import ParameterError
from api.paging import Seal
from graph.engines import Engine
from graph.loading import load
from graph.progress import unreported
from seed_data.builtin import write_data_set
from seed_data.format import LEDGER_LAYOUTS
from seed_data.opening import open_data_set

LISTS = [
    "/v1/orgs",
    "/v1/orgs?kind=MemberHousehold&area_id=220202006001",
    "/v1/areas",
    "/v1/units",
    "/v1/alliances",
    "/v1/orgs/D220202006000/descendants",
    "/v1/areas/220202006000/descendants",
    "/v1/orgs/D220202006001/children",
    "/v1/areas/220202006001/children",
    "/v1/orgs/D220202006001001/ancestors",
    "/v1/areas/220202006001001/ancestors",
    "/v1/alliances/A060/members",
    "/v1/alliances/L01/members?scope=transitive",
    "/v1/units/U0014/alliances",
    "/v1/orgs/D220202006001/alliances",
    "/v1/reconcile",
    "/v1/entities?kind=Post",
    "/v1/entities?kind=Unit&area_id=220202006000",
    "/v1/entities?related_to=220202006001",
]
KEYS = st.lists(st.integers() | st.text(), min_size=1, max_size=3).map(tuple)


def asked(path: str, **parameters: str | int | None) -> str:
    """Return a request with more parameters than it has."""
    more = urlencode({name: value for name, value in parameters.items() if value is not None})
    return f"{path}{'&' if '?' in path else '?'}{more}"


def pages(client: TestClient, path: str, sizes: Iterator[int]) -> list[object]:
    """Return the items of all pages, of the sizes that come."""
    items: list[object] = []
    token: str | None = None
    while True:
        answer = client.get(asked(path, page_size=next(sizes), page_token=token)).json()
        items += answer["items"]
        token = answer["next_page_token"]
        if token is None:
            assert answer["total"] == len(items)
            return items


@pytest.mark.parametrize("path", LISTS)
def test_the_pages_of_any_size_are_the_list(client: TestClient, path: str) -> None:
    whole = client.get(asked(path, page_size=1000)).json()["items"]
    assert whole
    some = max(1, len(whole) // 4)
    for first, other in [(some, some), (1, 1000), (len(whole), 1), (some, 2 * some)]:
        assert pages(client, path, iter([first, *([other] * len(whole))])) == whole, (first, other)


def token_of(client: TestClient, path: str) -> str:
    token = client.get(asked(path, page_size=1)).json()["next_page_token"]
    assert isinstance(token, str)
    return token


@pytest.mark.parametrize(
    ("path", "other"),
    [
        ("/v1/orgs", "/v1/areas"),
        ("/v1/orgs", "/v1/orgs?kind=GridBranch"),
        ("/v1/orgs?kind=GridBranch", "/v1/orgs"),
        ("/v1/orgs?kind=GridBranch", "/v1/orgs?kind=GridGroup"),
        ("/v1/orgs?q=党", "/v1/orgs?q=支"),
        ("/v1/orgs/D220202006000/descendants", "/v1/orgs/D220202006001/descendants"),
        ("/v1/orgs/D220202006000/descendants", "/v1/orgs/D220202006000/children"),
        ("/v1/alliances/A060/members", "/v1/alliances/A060/members?scope=transitive"),
    ],
)
def test_a_token_of_another_list_is_refused(client: TestClient, path: str, other: str) -> None:
    response = client.get(asked(other, page_token=token_of(client, path)))

    assert response.status_code == 422
    assert [fault["name"] for fault in response.json()["errors"]] == ["page_token"]


def test_a_token_holds_whatever_the_order_of_the_filters(client: TestClient) -> None:
    token = token_of(client, "/v1/orgs?kind=GridBranch&area_id=220202006001")

    assert client.get(f"/v1/orgs?area_id=220202006001&page_token={token}&kind=GridBranch").status_code == 200


def test_a_token_outlives_the_program(mini: Engine) -> None:
    token = token_of(TestClient(create_app(mini)), "/v1/orgs")

    assert TestClient(create_app(mini)).get(f"/v1/orgs?page_token={token}").status_code == 200


def test_every_forged_token_is_refused(client: TestClient) -> None:
    token = token_of(client, "/v1/orgs")
    raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    forged = [
        "",
        "x",
        "null",
        "0",
        "AAAA",
        "=" * 8,
        "党",
        "\x00",
        " " + token,
        token + " ",
        token + "=",
        token + "\n",
        token * 2,
        token.swapcase(),
        base64.urlsafe_b64encode(raw[:16] + b'["~"]').decode().rstrip("="),
        base64.urlsafe_b64encode(b"\0" * 16 + raw[16:]).decode().rstrip("="),
        base64.urlsafe_b64encode(b'["D"]').decode(),
        "A" * 30_000,
        *(token[:length] for length in range(len(token))),
        *(token[:at] + ("A" if token[at] != "A" else "B") + token[at + 1 :] for at in range(len(token))),
    ]
    for one in forged:
        assert client.get("/v1/orgs", params={"page_token": one}).status_code == 422, one[:80]


@given(key=st.text(min_size=1), place=st.text(), after=KEYS)
def test_a_seal_opens_what_it_made(key: str, place: str, after: tuple[int | str, ...]) -> None:
    seal = Seal(key, place)

    assert seal.opened(seal.token(after)) == after


@given(after=KEYS, junk=st.text())
@settings(max_examples=300)
def test_a_seal_opens_nothing_else(after: tuple[int | str, ...], junk: str) -> None:
    token = Seal("key", "place").token(after)
    for seal, one in [(Seal("other", "place"), token), (Seal("key", "elsewhere"), token), (Seal("key", "place"), junk)]:
        with pytest.raises(ParameterError, match="not of this list"):
            seal.opened(one)


def edited(folder: Path, *, drop: str, add: str) -> None:
    """Take a unit out of a data set, and put another in."""
    for name, column in [("units", "id"), ("memberships", "unit_id")]:
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        kept = [row for row in rows if row[column] != drop]
        kept.append(kept[0] | {column: add})
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(kept)


def test_a_write_between_pages_neither_repeats_nor_drops_anything_else(empty: Engine, tmp_path: Path) -> None:
    folder, today = tmp_path / "mini", date.today()
    write_data_set("mini", folder)
    load(empty, open_data_set(str(folder), today=today), actor="tests", today=today, overwrite=False, report=unreported)
    client = TestClient(create_app(empty))
    before = [unit["id"] for unit in client.get("/v1/units?page_size=1000").json()["items"]]
    first = client.get("/v1/units?page_size=10").json()

    others = "".join((folder / layout.file).read_text("utf-8") for layout in LEDGER_LAYOUTS.values())
    # One that no ledger names: its row can go alone.
    dropped = next(id for id in before[15:] if id not in others)
    edited(folder, drop=dropped, add="U9999")
    load(empty, open_data_set(str(folder), today=today), actor="tests", today=today, overwrite=False, report=unreported)
    second = client.get("/v1/units", params={"page_size": 1000, "page_token": first["next_page_token"]}).json()

    seen = [unit["id"] for unit in first["items"] + second["items"]]
    assert seen == [id for id in before if id != dropped] + ["U9999"]
    closed = client.get(f"/v1/units/{dropped}").json()
    assert closed["valid_to"] == today.isoformat()
