"""/docs, in a real browser that can reach nothing but this program."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_engine import REVISION, FakeEngine
from fastapi.testclient import TestClient
from playwright.sync_api import Page, sync_playwright
from served import served

from api.app import create_app
from tests.provide import chromium

ROOT = Path(__file__).parents[2]
# Without one of this machine, the one Playwright was told to fetch.
CHROMIUM = chromium()


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the application answers."""
    with served(create_app(FakeEngine(REVISION))) as host:
        yield f"http://{host}"


@pytest.fixture
def page() -> Iterator[Page]:
    """A page of Chromium that finds no other host."""
    rules = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=[rules, "--no-sandbox"])
        yield browser.new_page()
        browser.close()


def test_the_page_shows_every_operation_and_asks_nobody_else(page: Page, address: str) -> None:
    requests: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))

    page.goto(f"{address}/docs")
    page.wait_for_selector(".opblock")
    shown = page.locator(".opblock-summary-path").all_inner_texts()
    # A word may be broken for a narrow page: the spaces are invisible, and not of the path.
    paths = [text.replace("\u200b", "") for text in shown]

    assert sorted(paths) == sorted(create_app(FakeEngine(REVISION)).openapi()["paths"])
    assert complaints == []
    assert [url for url in requests if not url.startswith((f"{address}/", "data:", "blob:"))] == []


def test_a_request_can_be_tried_from_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/docs#/health/get_live")
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    page.wait_for_selector(".live-responses-table .response-col_status")

    assert '"live"' in page.locator(".live-responses-table").inner_text()


def test_an_operation_shows_a_real_answer(page: Page, address: str) -> None:
    page.goto(f"{address}/docs#/orgs/get_org")
    page.wait_for_selector(".opblock-body .highlight-code")

    assert "新华社区党委" in page.locator(".opblock-body").inner_text()


def test_no_script_of_others_stands_in_the_repository() -> None:
    ours = {path.name for path in (ROOT / "api/docs_page").rglob("*") if path.is_file()}

    assert ours == {"index.html", "start.js", "icon.svg"}


def test_the_page_and_its_files_are_of_this_machine() -> None:
    client = TestClient(create_app(FakeEngine({})))
    html = client.get("/docs")

    assert html.headers["content-security-policy"].startswith("default-src 'self'")
    assert "//" not in html.text
    for name in ["swagger-ui-bundle.js", "swagger-ui.css", "start.js", "icon.svg"]:
        assert client.get(f"/docs/assets/{name}").status_code == 200


@pytest.mark.parametrize("range_", ["bytes=0-5", "bytes=--1", "bytes=99999999999999999999-", "nonsense"])
def test_a_file_of_the_page_is_sent_whole(range_: str) -> None:
    client = TestClient(create_app(FakeEngine({})))
    whole = client.get("/docs/assets/start.js")
    part = client.get("/docs/assets/start.js", headers={"Range": range_})

    assert (part.status_code, part.content) == (200, whole.content)
    assert "accept-ranges" not in part.headers
