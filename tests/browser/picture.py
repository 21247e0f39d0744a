"""Makes the README's picture anew: Neo4j Browser with wuji's style and a saved query. Run: ``just picture``."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from tests.browser.managed import served_mini
from tests.browser.neo4j_browser import come_to_rest, draw, opened_page, sign_in
from tests.provide import provide_chinese_font

PICTURE = Path(__file__).parents[2] / "docs" / "pictures" / "neo4j-browser.png"
TITLE = "04 一户到市委的每一级"


def take(page: Page) -> bytes:
    """Return a picture of what a saved query draws, as large as the page."""
    frame = page.get_by_test_id("frame").filter(has=draw(page, TITLE))
    frame.get_by_title("Fullscreen").click()
    come_to_rest(page)
    page.mouse.move(0, 0)
    return page.screenshot()


def main() -> None:
    """Write the picture."""
    provide_chinese_font()
    with (
        TemporaryDirectory() as folder,
        served_mini(Path(folder) / "home") as server,
        opened_page(width=1400, height=740, scale=2) as page,
    ):
        sign_in(page, server)
        PICTURE.write_bytes(take(page))
    print(f"Wrote {PICTURE}")  # noqa: T201


if __name__ == "__main__":
    main()
