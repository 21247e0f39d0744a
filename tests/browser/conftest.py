"""A managed Neo4j of the browser tests' own, with `mini` in it, and a Chromium that reaches this machine alone."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from graph.server import ManagedServer
from tests.browser.managed import served_mini
from tests.browser.neo4j_browser import opened_page, sign_in


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ManagedServer]:
    """The Neo4j whose Browser is opened."""
    with served_mini(tmp_path_factory.mktemp("browser") / "home") as server:
        yield server


@pytest.fixture
def page(server: ManagedServer) -> Iterator[Page]:
    """A page of Neo4j Browser, signed in."""
    with opened_page() as page:
        sign_in(page, server)
        yield page
