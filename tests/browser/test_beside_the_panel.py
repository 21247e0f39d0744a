"""What a saved query draws, beside the panel that Neo4j Browser lays over the right fifth of the window."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from graph.server import ManagedServer
from tests.browser.neo4j_browser import come_to_rest, draw, opened_page, sign_in, under_the_panel

# Few circles draw wide, many draw round; these two are the widest.
TITLES = ["14 一条线的部门和联盟", "34 没有权力依据的职责"]


def with_the_drawer(_: Page) -> None:
    """Leave the drawer of scripts open."""


def without_the_drawer(page: Page) -> None:
    """Close the drawer of scripts, as a click on its star does."""
    page.get_by_test_id("navigationFavorites").click()


@pytest.fixture(params=[(1720, with_the_drawer), (1280, without_the_drawer)], ids=["drawer-open", "drawer-closed"])
def window(request: pytest.FixtureRequest, server: ManagedServer) -> Iterator[tuple[Page, Callable[[Page], None]]]:
    """The least window of which the kit's page says that drawings are clear of the panel, and what is done before looking."""
    width, arrange = request.param
    with opened_page(width=width) as page:
        sign_in(page, server)
        yield page, arrange


@pytest.mark.parametrize("title", TITLES)
def test_what_a_query_draws_is_clear_of_the_panel(title: str, window: tuple[Page, Callable[[Page], None]]) -> None:
    page, arrange = window
    drawn = draw(page, title)
    arrange(page)
    come_to_rest(page)

    assert under_the_panel(drawn) == 0
