"""Codes of other systems over HTTP: every list is filtered by them and the search follows them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.engines import Engine
from graph.loading import load
from graph.pages import Paging
from graph.progress import unreported
from graph.questions import lists
from graph.questions.lists import Wanted
from graph.stated import STANDING
from seed_data.opening import open_data_set
from tests.suite import Graph
from tests.unit.dataset_folder import AREAS, DATASET, write

FORMER_CODE, NEW_CODE, RECODED = "220202001002", "220202001009", date(2025, 3, 1)
STATION, SHOP = "11220202MB0000000X", "91220202MA00000079"
OWN = DATASET.replace("\n[[areas]]", '\n[[schemes]]\nkey = "dossier"\ntitle = "档案号"\n\n[[areas]]', 1)
IDENTIFIERS = f"""\
id,value,entity_id,scheme,source,valid_from,valid_to
I1,{STATION},U0001,uscc,ledger,,
I2,{SHOP},U0002,uscc,ledger,,2023-05-01
I3,{SHOP},U0003,uscc,ledger,2023-05-01,
I4,MA0000007,U0003,org_code,ledger,,
I5,220202001,220202001000,civil_affairs,ledger,,
I6,档:第1号,A001,dossier,ledger,,
I7,X-1,D220202001001,dossier,ledger,,
I8,P0079,R1,dossier,ledger,,
I9,USCC:X-1,U0002,dossier,ledger,,
"""
PERSONS = "id,name,post_ids,source\nR1,王小明,,ledger\n"
POSTS = "id,name,body_id,role,source\nP1,书记,D220202001001,secretary,ledger\n"
ROUTES = ("orgs", "areas", "alliances", "units", "entities")


@pytest.fixture(scope="module")
def coded(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Asks about a city whose bodies other systems know as well; all ask, and none writes."""
    folder = write(tmp_path_factory.mktemp("coded"), dataset=OWN)
    for stem, text in {"identifiers": IDENTIFIERS, "persons": PERSONS.replace(",,l", ",P1,l"), "posts": POSTS}.items():
        (folder / f"{stem}.csv").write_text(text, encoding="utf-8")
    graph.wipe()
    load_folder(graph.engine, folder)
    (folder / "areas.csv").write_text(
        AREAS.replace(f"{FORMER_CODE},,register", f"{NEW_CODE},,register"), encoding="utf-8"
    )
    load_folder(graph.engine, folder, day=RECODED)
    graph.holds = "coded"
    with TestClient(create_app(graph.engine)) as client:
        yield client


def load_folder(engine: Engine, folder: Path, *, day: date = date(2025, 1, 1)) -> None:
    load(engine, open_data_set(str(folder), today=day), actor="tests", today=day, overwrite=False, report=unreported)


def listed(client: TestClient, route: str, identifier: str, more: str = "") -> list[str]:
    answer = client.get(f"/v1/{route}?identifier={quote(identifier)}{more}")
    assert answer.status_code == 200, answer.text
    items = answer.json()["items"]
    assert answer.json()["total"] == len(items)
    return [item["id"] for item in items]


def hits(client: TestClient, text: str, more: str = "") -> list[tuple[str, object]]:
    items = client.get(f"/v1/search?q={quote(text)}{more}").json()["items"]
    return [(item["id"], item["identifier"]) for item in items]


@pytest.mark.parametrize(
    ("route", "identifier", "ids"),
    [
        ("units", STATION, ["U0001"]),
        ("units", f"uscc:{STATION}", ["U0001"]),
        ("units", f"统一社会信用代码：{STATION}", ["U0001"]),
        ("units", f"USCC: {STATION.lower()}", ["U0001"]),
        ("units", f"{STATION[:8]} {STATION[8:17]}-{STATION[17:]}", ["U0001"]),
        ("units", f"{STATION[:8]}\u3164{STATION[8:]}\u200b", ["U0001"]),
        ("units", SHOP, ["U0003"]),
        ("units", "org_code:MA000000-7", ["U0003"]),
        ("units", f"org_code:{STATION}", []),
        ("units", "nobody:1", []),
        ("units", "uscc:", []),
        ("units", "uscc:x-1", []),
        ("units", "dossier:USCC:X-1", ["U0002"]),
        ("areas", "220202001", ["220202001000"]),
        ("areas", "civil_affairs:220202001", ["220202001000"]),
        ("areas", "code:220202001000", ["220202001000"]),
        ("areas", "220202001000", ["220202001000"]),
        ("areas", "code:220202001", []),
        ("areas", "220202001003", []),
        ("alliances", "档:第1号", ["A001"]),
        ("alliances", "档案号:档:第１号", ["A001"]),
        ("orgs", "x-1", ["D220202001001"]),
        ("orgs", STATION, []),
        ("entities", "X-1", ["D220202001001"]),
        ("entities", STATION, ["U0001"]),
        ("entities", "P0079", []),
        ("entities", "dossier:P*", []),
        ("entities", "P*", []),
    ],
)
def test_a_list_is_filtered_by_a_code_as_people_type_it(
    coded: TestClient, route: str, identifier: str, ids: list[str]
) -> None:
    assert listed(coded, route, identifier) == ids


@pytest.mark.parametrize(
    ("route", "identifier", "more", "met"),
    [
        ("units", STATION, "&category=department&line=公安&member=true&q=兴华&area_id=220202001000", True),
        ("units", STATION, "&category=department&line=公安&member=true&q=兴华", True),
        ("units", STATION, "&member=false", False),
        ("units", STATION, "&q=滨江", False),
        ("units", SHOP, "&area_id=220202001000", False),
        ("areas", "220202001", "&kind=Town&category=street&area_id=220200000000&q=兴华", True),
        ("areas", "220202001", "&kind=Grid", False),
        ("orgs", "X-1", "&kind=CommunityOrg&tier=2&area_id=220202001000", True),
        ("orgs", "X-1", "&area_id=220202001002", False),
        ("alliances", "档:第1号", "&level=street&area_id=220202000000", True),
        ("entities", STATION, "&kind=Unit&where=category:department&area_id=220202000000&related_to=A001", True),
        ("entities", STATION, "&kind=Unit&related_to=A001", True),
        ("entities", STATION, "&related_to=A002", False),
        ("entities", STATION, "&kind=Alliance", False),
        ("entities", STATION, "&lacks=MEMBER_OF", False),
        ("entities", "X-1", "&area_id=220202001001", True),
    ],
)
def test_a_code_goes_with_every_other_filter(
    coded: TestClient, route: str, identifier: str, more: str, *, met: bool
) -> None:
    assert bool(listed(coded, route, identifier, more)) is met


@pytest.mark.parametrize("route", ROUTES)
def test_an_empty_code_is_refused_and_one_that_nobody_has_finds_nothing(coded: TestClient, route: str) -> None:
    assert coded.get(f"/v1/{route}?identifier=").status_code == 422
    assert listed(coded, route, "nobody has this") == []
    assert listed(coded, route, ":") == []


@pytest.mark.parametrize(
    ("text", "more", "id", "code"),
    [
        (STATION, "", "U0001", ("uscc", STATION)),
        (STATION.lower(), "", "U0001", ("uscc", STATION)),
        (f"{STATION[:8]} {STATION[8:]}", "", "U0001", ("uscc", STATION)),
        (STATION, "&kind=Unit", "U0001", ("uscc", STATION)),
        ("档:第1号", "", "A001", ("dossier", "档:第1号")),
        ("x-1", "", "D220202001001", ("dossier", "X-1")),
        ("220202001", "&kind=Town", "220202001000", ("civil_affairs", "220202001")),
    ],
)
def test_a_search_follows_a_whole_code_and_says_so(
    coded: TestClient, text: str, more: str, id: str, code: tuple[str, str]
) -> None:
    found = hits(coded, text, more)
    assert found[0] == (id, {"scheme": code[0], "value": code[1]})
    assert [one for one in found if one[0].startswith("I")] == []


def test_a_code_is_found_whole_and_by_its_own_id(coded: TestClient) -> None:
    assert hits(coded, STATION[:10]) == []
    assert hits(coded, STATION, "&kind=Alliance") == []
    assert hits(coded, "I1", "&limit=1") == [("I1", None)]
    assert hits(coded, STATION, "&kind=Identifier") == [("I1", None)]


def test_nobody_is_found_by_a_code_and_no_answer_shows_it(coded: TestClient) -> None:
    assert hits(coded, "P0079") == []
    shown = [
        coded.get(path).text
        for path in ("/v1/entities/I8", "/v1/entities/R1/neighbours", "/v1/entities?page_size=1000")
    ]
    assert [text for text in shown if "P0079" in text or "王小明" in text] == []
    assert coded.get("/v1/entities/I8").json()["name"] == "P*"


def test_an_entitys_codes_are_its_neighbours(coded: TestClient) -> None:
    nodes = coded.get("/v1/entities/U0003/neighbours?types=IDENTIFIES").json()["nodes"]
    codes = [(node["name"], node["properties"]) for node in nodes if node["kind"] == "Identifier"]
    assert codes == [(SHOP, {"scheme": "uscc"}), ("MA0000007", {"scheme": "org_code"})]


def test_codes_are_listed_as_any_kind_is(coded: TestClient) -> None:
    where = coded.get("/v1/entities?kind=Identifier&where=scheme:dossier").json()
    assert [item["id"] for item in where["items"]] == ["I6", "I7", "I8", "I9"]
    inside = coded.get("/v1/entities?kind=Identifier&area_id=220202001001").json()
    assert [item["id"] for item in inside["items"]] == ["I7", "I8", "I9"]
    kind = next(one for one in coded.get("/v1/vocabulary").json()["kinds"] if one["kind"] == "Identifier")
    words = {word["word"]: word["title"] for word in kind["properties"][0]["words"]}
    assert (kind["title"], words["uscc"], words["dossier"]) == ("外部代码", "统一社会信用代码", "档案号")


def test_a_code_that_passed_on_is_that_of_its_last_holder(coded: TestClient) -> None:
    former = coded.get("/v1/entities/I2").json()
    assert (former["valid_from"], former["valid_to"]) == ("2022-12-31", "2023-05-01")


@pytest.mark.parametrize(
    ("identifier", "day", "ids"),
    [
        (SHOP, date(2023, 1, 1), ["U0002"]),
        (SHOP, date(2023, 5, 1), ["U0003"]),
        (SHOP, STANDING, ["U0003"]),
        (SHOP, date(2022, 1, 1), []),
        (FORMER_CODE, date(2025, 2, 28), [FORMER_CODE]),
        (FORMER_CODE, RECODED, []),
        (f"code:{NEW_CODE}", date(2025, 2, 28), []),
        (f"code:{NEW_CODE}", RECODED, [FORMER_CODE]),
        (NEW_CODE, STANDING, [FORMER_CODE]),
    ],
)
@pytest.mark.usefixtures("coded")
def test_a_list_of_a_day_goes_by_the_codes_of_that_day(
    graph: Graph, identifier: str, day: date, ids: list[str]
) -> None:
    found = lists.entities(graph.engine, wanted=Wanted(identifier=identifier, day=day), paging=Paging(10)).value
    assert [item.id for item in found.items] == ids
