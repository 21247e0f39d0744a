"""What is said over HTTP is said in the language asked for; what is answered has none."""

import re
import socket

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi.testclient import TestClient
from served import served

from api.app import create_app
from api.languages import asked_language
from graph.errors import StorageError, TooLargeError, TooSlowError, UnavailableError
from words import Language, said, speaking

CHINESE = {"Accept-Language": "zh-CN"}
# A word in Chinese text that is no parameter, kind or value.
_ENGLISH = re.compile(r"(?<![A-Za-z_/])(?:the|is|of|should|It|Input|No|Correct|Ask|Try|and|or|a)(?![A-Za-z_])")


def faked(**answers: Exception) -> TestClient:
    rows = {name.replace("__", "/"): error for name, error in answers.items()}
    return TestClient(create_app(FakeEngine({**REVISION, **rows})), raise_server_exceptions=False)


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("zh", Language.ZH),
        ("zh-CN", Language.ZH),
        ("zh-Hans-CN", Language.ZH),
        ("ZH-cn", Language.ZH),
        ("en", Language.EN),
        ("en-GB,en;q=0.9", Language.EN),
        ("zh-CN,zh;q=0.9,en;q=0.8", Language.ZH),
        ("en;q=0.5, zh;q=0.7", Language.ZH),
        ("zh;q=0.3,en;q=0.9", Language.EN),
        ("fr, zh;q=0.1", Language.ZH),
        ("fr-FR,fr;q=0.9", None),
        ("zh;q=0", None),
        ("zh;q=0, en;q=0.1", Language.EN),
        ("zh;q=junk", Language.ZH),
        ("*", None),
        ("", None),
        (";;;,,,q=", None),
        ("\xff\xfe", None),
    ],
)
def test_the_language_is_the_one_that_weighs_most_of_those_there_are(header: str, language: Language | None) -> None:
    scope = {"type": "http", "headers": [(b"accept-language", header.encode("latin-1"))]}
    assert asked_language(scope) == language


@pytest.mark.parametrize(
    "path",
    [
        "/v1/orgs/D1",
        "/v1/nowhere",
        "/v1/orgs?page_size=x",
        "/v1/orgs?page_size=0",
        "/v1/orgs?tier=1.5",
        "/v1/orgs?nothing=1&kind=GridBranch&kind=Grid",
        "/v1/orgs?kind=Grid",
        "/v1/orgs?kind=Nothing",
        "/v1/orgs?q=",
        f"/v1/orgs?q={'a' * 201}",
        "/v1/orgs?q=a%00b",
        "/v1/orgs?q=%ff",
        "/v1/orgs?page_token=junk",
        "/v1/units?member=yes",
        "/v1/units?line=%E4%BD%8F%E5%BB%BA&category=enterprise",
        "/v1/alliances?level=planet",
        "/v1/search",
        "/v1/search?q=a&limit=99",
        "/v1/search?q=",
        "/v1/paths?from=A",
        "/v1/paths?from=&to=B&max_length=99",
        "/v1/entities?where=tier%3A1",
        "/v1/entities?kind=Grid&where=nothing%3A1",
        "/v1/entities?kind=Grid&where=nothing",
        "/v1/entities?lacks=NOTHING",
        "/v1/entities?" + "&".join(["where=a%3A1"] * 21),
        "/v1/areas?area_id=",
    ],
)
def test_a_problem_is_said_in_chinese_to_who_asks_for_it(path: str) -> None:
    asking = faked()
    english, chinese = asking.get(path), asking.get(path, headers=CHINESE)

    assert english.status_code == chinese.status_code
    assert (english.headers["content-language"], chinese.headers["content-language"]) == ("en", "zh")
    assert chinese.headers["vary"] == "Accept-Language"
    told, meant = english.json(), chinese.json()
    assert {key: told[key] for key in ("type", "status", "instance")} == {
        key: meant[key] for key in ("type", "status", "instance")
    }
    spoken = [meant["title"], meant["detail"], *(fault["message"] for fault in meant.get("errors", []))]
    for text in spoken:
        assert re.search("[一-鿿]", text), text
        assert not _ENGLISH.search(text), text
    if path != "/v1/orgs?q=%ff":
        # What a parameter is called has no language.
        assert [fault["name"] for fault in told.get("errors", [])] == [
            fault["name"] for fault in meant.get("errors", [])
        ]


@pytest.mark.parametrize(
    "error",
    [
        UnavailableError(said("Neo4j at {uri} could not answer just now; try again. ({text})", uri="u", text="t")),
        TooSlowError(said("The graph was too slow")),
        StorageError(said("The graph was too slow")),
        TooLargeError(said("{error}", error=said("The answer would be too large"))),
        RuntimeError("a defect"),
    ],
)
def test_an_error_of_the_graph_is_said_in_the_language_asked_for(error: Exception) -> None:
    chinese = faked(orgs__record=error).get("/v1/orgs/D1", headers=CHINESE).json()
    assert re.search("[一-鿿]", chinese["title"])
    assert re.search("[一-鿿]", chinese["detail"])
    assert not _ENGLISH.search(chinese["detail"])


def test_who_asks_for_no_language_is_answered_in_that_of_the_server() -> None:
    asking = faked()
    with speaking(Language.ZH):
        assert asking.get("/v1/orgs/D1").json()["title"] == "没有这个实体"
        assert asking.get("/v1/orgs/D1", headers={"Accept-Language": "en"}).json()["title"] == "No such entity"
        assert asking.get("/v1/orgs/D1", headers={"Accept-Language": "fr"}).headers["content-language"] == "zh"
    assert asking.get("/v1/orgs/D1").json()["title"] == "No such entity"


def test_another_method_is_refused_in_chinese() -> None:
    assert faked().post("/v1/orgs", headers=CHINESE).json()["detail"].startswith("此处不接受 POST")


def test_the_entrance_is_told_in_both_languages() -> None:
    asking = faked()
    told, meant = asking.get("/").json(), asking.get("/", headers=CHINESE)
    assert meant.headers["vary"] == "Accept, Accept-Language"
    assert [point["path"] for point in told["entry_points"]] == [
        point["path"] for point in meant.json()["entry_points"]
    ]
    for point in meant.json()["entry_points"]:
        assert re.search("[一-鿿]", point["summary"]), point
    page = asking.get("/", headers={**CHINESE, "Accept": "text/html"})
    assert '<html lang="zh">' in page.text
    document = asking.get("/openapi.json").json()["paths"]
    for point in told["entry_points"][2:]:
        assert point["summary"] == document[point["path"]]["get"]["summary"]


def test_an_answer_has_no_language(client: TestClient) -> None:
    for path in ("/v1/orgs?page_size=3", "/v1/vocabulary", "/v1/reconcile?page_size=3", "/v1/search?q=站前"):
        english, chinese = client.get(path), client.get(path, headers=CHINESE)
        assert english.content == chinese.content
        assert english.headers == chinese.headers
        assert "content-language" not in english.headers
        # A copy is current whatever language it was asked in.
        tag = {"If-None-Match": english.headers["etag"]}
        assert client.get(path, headers={**CHINESE, **tag}).status_code == 304


def test_the_host_and_the_crowd_answer_in_chinese_too() -> None:
    with served(create_app(FakeEngine(REVISION))) as address:
        host, port = address.split(":")
        with socket.create_connection((host, int(port))) as connection:
            connection.sendall(b"GET /v1/orgs/\xe7\xab\x99 HTTP/1.1\r\nHost: x\r\n\r\n")
            answer = connection.makefile("rb").read().decode()
    # What was asked for could not be read, so nor could the language.
    assert "content-language: en" in answer
    assert '"title":"This is no HTTP request"' in answer
