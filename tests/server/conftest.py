"""A managed Neo4j of the server tests' own: ports of its own, a home with a Chinese name, the shared cache."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from maven_mirror import Mirror, serve
from wuji_process import LACKED, settings_for

from graph.progress import unreported
from graph.server import ManagedServer, start, stop
from graph.server.artifacts import artifacts
from graph.server.provision import cache_of, provide
from graph.settings import Settings


@pytest.fixture(scope="session")
def filled() -> Path:
    """The suite's cache with every file of Neo4j in it."""
    settings = Settings()
    provide(settings, report=unreported)
    return cache_of(settings)


@pytest.fixture(scope="session")
def home_settings(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """The home of the Neo4j that no test stops."""
    settings = settings_for(tmp_path_factory.mktemp("wuji") / "home", cache=filled)
    yield settings
    stop(settings)


@pytest.fixture(scope="session")
def server(home_settings: Settings) -> ManagedServer:
    """A Neo4j to look at."""
    return start(home_settings, report=unreported)


@pytest.fixture(scope="session")
def used_settings(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """A home whose Neo4j was started and stopped before."""
    settings = settings_for(tmp_path_factory.mktemp("wuji") / "五级 党建", cache=filled)
    start(settings, report=unreported)
    yield settings
    stop(settings)


@pytest.fixture
def stopped(used_settings: Settings) -> Settings:
    """That home with no Neo4j running: for tests that start, stop and kill."""
    stop(used_settings)
    return used_settings


@pytest.fixture
def own_settings(filled: Path, tmp_path: Path) -> Iterator[Settings]:
    """An empty home for one test."""
    settings = settings_for(tmp_path / "home", cache=filled)
    yield settings
    stop(settings)


@pytest.fixture
def mirror(filled: Path) -> Iterator[Mirror]:
    """A repository on this machine with all of Neo4j."""
    mirror = Mirror(filled / "maven")
    server = serve(mirror)
    yield mirror
    server.shutdown()
    server.server_close()


@pytest.fixture
def lacking(filled: Path, mirror: Mirror, tmp_path: Path) -> Settings:
    """Settings with a cache that lacks three files, and the mirror to fetch them from."""
    cache = tmp_path / "cache"
    for artifact in artifacts():
        if artifact.coordinates not in LACKED:
            path = artifact.path(cache / "maven")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(artifact.path(filled / "maven"))
    return settings_for(tmp_path / "home", cache=cache, maven_repository=mirror.url)
