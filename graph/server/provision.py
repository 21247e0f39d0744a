"""Fills the cache with every file of Neo4j, so that a file under its name there is always whole."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from graph.progress import Report
from graph.server.artifacts import Artifact, artifacts
from graph.server.exclusive import alone
from graph.settings import Settings
from words import said

_THREADS = 8


def cache_of(settings: Settings) -> Path:
    """Return the cache's folder, absolute."""
    return settings.cache.expanduser().resolve()


def is_installed(settings: Settings) -> bool:
    """Tell whether the cache holds a file of the right size for every artifact; nothing is read."""
    return all(artifact.is_listed(cache_of(settings) / "maven") for artifact in artifacts())


def provide(settings: Settings, *, report: Report) -> list[Path]:
    """Return every jar of Neo4j, fetching those the cache lacks.

    Each is read and checked against its sum, at every start. Nothing is written and no network is asked when all are
    there. Raises DownloadError or, when the cache cannot be written, HomeError.
    """
    cache = cache_of(settings)
    if _missing(cache):
        # Here, and not above: once all is there, what fetches it takes a start's time for nothing.
        from graph.server.fetching import fetch
        from graph.server.repository import repositories

        waiting = said("Waiting for another wuji that fetches Neo4j")
        with alone(cache / "cache.lock", variable="WUJI_CACHE", waiting=waiting, report=report):
            fetch(_missing(cache), cache, repositories(settings), report)
    return jars_of(settings)


def jars_of(settings: Settings) -> list[Path]:
    """Return where every jar of Neo4j is in the cache, once it is there."""
    return [artifact.path(cache_of(settings) / "maven") for artifact in artifacts()]


def _missing(cache: Path) -> list[Artifact]:
    with ThreadPoolExecutor(_THREADS) as threads:
        whole = threads.map(partial(Artifact.is_whole, repository=cache / "maven"), artifacts())
        return [artifact for artifact, is_whole in zip(artifacts(), whole, strict=True) if not is_whole]
