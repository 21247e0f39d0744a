"""The managed server's Neo4j Browser, in a real Chromium, with the kit dropped on its page."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import Page, Request

from cypher import kit
from graph.server import ManagedServer
from tests.browser.neo4j_browser import (
    FOLDER,
    draw,
    drop,
    node_captions,
    open_saved_scripts,
    opened_page,
    run_saved_script,
    sign_in,
)

CHINESE = re.compile(r"^[\u3400-\u9fff（）\d]+$")


def test_a_saved_query_is_drawn_with_chinese_captions_as_soon_as_one_signs_in(page: Page) -> None:
    drawn = draw(page, "11 四级联动")

    captions = node_captions(drawn)
    assert {"站前街道党工委", "站前街道党建联盟", "昌邑区党建联盟工作领导小组"} <= {*captions}
    assert [caption for caption in captions if not CHINESE.match(caption)] == []
    for caption in ("牵头", "受指导"):
        drawn.locator("g.relationship").get_by_text(caption, exact=True).first.wait_for()


def test_one_zip_file_brings_every_query_under_its_title(page: Page) -> None:
    drop(page, "wuji-queries.zip", kit.archive())
    open_saved_scripts(page, FOLDER)
    items = page.get_by_test_id("savedScriptListItem")
    items.first.wait_for()
    assert items.all_inner_texts() == [kit.STYLE_TITLE, *(query.title for query in kit.saved_queries())]


def test_the_style_comes_back_by_the_first_script_and_by_its_file(page: Page) -> None:
    drop(page, "wuji-queries.zip", kit.archive())
    open_saved_scripts(page, FOLDER)
    for bring_back in (
        lambda: run_saved_script(page, kit.STYLE_TITLE),
        lambda: drop(page, kit.STYLE, kit.kit_file(kit.STYLE).encode()),
    ):
        run_command(page, ":style reset")
        page.get_by_test_id("frame").first.get_by_text("No style generated or set yet").wait_for()
        bring_back()
        shown = page.get_by_test_id("frame").first.locator("pre")
        shown.get_by_text("受指导").wait_for()
        assert rules(shown.inner_text()) == kit.style()


def test_no_other_host_is_asked_for_anything(server: ManagedServer) -> None:
    asked: list[str] = []
    refused: list[str] = []

    def note(request: Request) -> None:
        if urlsplit(request.url).hostname not in {"127.0.0.1", None}:
            asked.append(request.url)

    def note_refusal(request: Request) -> None:
        if request.failure == "csp":
            refused.append(request.url)

    with opened_page() as page:
        page.on("request", note)
        page.on("requestfailed", note_refusal)
        sign_in(page, server)
        draw(page, "02 一个街道的党组织")
    # Browser tries; the policy its server sends stops each before it leaves the page.
    assert sorted(asked) == sorted(refused)
    assert asked


def run_command(page: Page, command: str) -> None:
    page.locator("#monaco-main-editor").click()
    page.keyboard.insert_text(command)
    page.get_by_test_id("editor-Run").click()


def rules(shown: str) -> dict[str, dict[str, str]]:
    """Return the rules that Browser shows of a style."""
    return {
        selector: dict(re.findall(r'^\s+([\w-]+): "?(.*?)"?;$', body, re.MULTILINE))
        for selector, body in re.findall(r"^(\S+) \{\n(.*?)^\}$", shown, re.DOTALL | re.MULTILINE)
    }
