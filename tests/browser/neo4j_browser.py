"""Neo4j Browser as a person uses it: signs in, drops files on the page, runs saved scripts, reads the drawing."""

from base64 import b64encode
from collections.abc import Generator
from contextlib import contextmanager

from playwright.sync_api import Locator, Page, sync_playwright

from cypher import kit
from graph.server import ManagedServer
from tests.provide import chromium

FOLDER = "五级"
"""The folder of saved scripts that the kit's file brings."""

# Neither the page nor Chromium itself finds another host.
_ALONE = ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1", "--disable-background-networking"]
_DROP = """([name, content]) => {
    const bytes = Uint8Array.from(atob(content), character => character.charCodeAt(0));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], name));
    const target = document.querySelector('[data-testid="navigationFavorites"]');
    target.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer}));
}"""
_LINES_OF_EACH = "all => all.map(one => [...one.querySelectorAll('text')].map(line => line.textContent.replaceAll(' ', '')).join(''))"
_AT_REST = """() => {
    const places = [...document.querySelectorAll('g.node')].map(node => node.getAttribute('transform')).join();
    const rests = places === window.placesBefore;
    window.placesBefore = places;
    return rests;
}"""
# The panel is what stands beside the drawing in its frame and has a word of its own at the top.
_UNDER_THE_PANEL = """drawn => {
    const frame = drawn.closest('[data-testid="frame"]');
    const beside = [...frame.querySelectorAll('div')].filter(one => one.textContent.startsWith('Overview') && !one.contains(drawn));
    const panel = beside[0].getBoundingClientRect();
    const circles = [...drawn.querySelectorAll('g.node circle')].map(one => one.getBoundingClientRect());
    return circles.filter(one => one.right > panel.left).length;
}"""


@contextmanager
def opened_page(*, width: int = 1400, height: int = 1000, scale: int = 1) -> Generator[Page]:
    """Give a page of Chromium that reaches this machine alone; ``scale`` is how many pixels stand for one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=[*_ALONE, "--no-sandbox"])
        page = browser.new_page(viewport={"width": width, "height": height}, device_scale_factor=scale)
        # A busy machine draws slowly.
        page.set_default_timeout(90_000)
        yield page
        browser.close()


def sign_in(page: Page, server: ManagedServer) -> None:
    """Fill in the form that Browser opens with, and wait until what a sign-in runs has run: the start page, and the style."""
    page.goto(server.browser_url)
    page.get_by_test_id("bolt-scheme-select").select_option("bolt://")
    page.get_by_test_id("boltaddress").fill(server.uri.removeprefix("bolt://"))
    page.get_by_test_id("username").fill(server.user)
    page.get_by_test_id("password").fill(server.password)
    page.get_by_test_id("connect").click()
    for command in (":play start", ":style"):
        page.get_by_test_id("frameCommand").filter(has_text=command).wait_for()


def drop(page: Page, name: str, content: bytes) -> None:
    """Drop a file on the page."""
    page.evaluate(_DROP, [name, b64encode(content).decode()])


def open_saved_scripts(page: Page, folder: str) -> None:
    """Open the drawer of saved scripts, and a folder in it."""
    page.get_by_test_id("navigationFavorites").click()
    page.get_by_test_id(f"expandFolder-{folder}").click()


def run_saved_script(page: Page, title: str) -> None:
    """Run a saved script of the open folder."""
    # Its menu shows under the pointer alone.
    page.get_by_test_id("savedScriptListItem").filter(has_text=title).hover()
    page.get_by_test_id(f"navicon-{title}").click()
    page.get_by_test_id("contextMenuRun").click()


def draw(page: Page, title: str) -> Locator:
    """Bring the kit's queries to a page that is signed in, run one of them, and return what it draws."""
    drop(page, "wuji-queries.zip", kit.archive())
    open_saved_scripts(page, FOLDER)
    run_saved_script(page, title)
    return drawing(page)


def drawing(page: Page) -> Locator:
    """Wait for the drawing on the page, and return it."""
    found = page.locator("svg.neod3viz")
    found.locator("g.node").first.wait_for()
    return found


def node_captions(drawn: Locator) -> list[str]:
    """Return what is written in each circle of a drawing, its lines joined and without the spaces at which they end."""
    return drawn.locator("g.node").evaluate_all(_LINES_OF_EACH)


def come_to_rest(page: Page) -> None:
    """Wait until no circle moves, fit the drawing into its frame, and wait until that is done."""
    page.wait_for_function(_AT_REST, polling=1000)
    page.get_by_label("zoom-to-fit").first.click()
    page.wait_for_function(_AT_REST, polling=1000)


def under_the_panel(drawn: Locator) -> int:
    """Return how many circles of a drawing lie under the panel at its right, in part or wholly."""
    return drawn.evaluate(_UNDER_THE_PANEL)
