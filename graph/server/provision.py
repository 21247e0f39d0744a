"""Fills the cache with every file of Neo4j, so that a file under its name there is always whole."""

import shutil
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from functools import partial
from pathlib import Path

from jgo.maven import MavenContext

from graph.errors import DownloadError
from graph.progress import Report
from graph.server.artifacts import Artifact, artifacts
from graph.server.download import Received, download, downloads
from graph.server.exclusive import alone
from graph.server.home import writing
from graph.server.repository import repositories
from graph.settings import Settings

_THREADS = 8
_ATTEMPTS = 2
_SECONDS_BETWEEN_REPORTS = 0.25


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
        waiting = "Waiting for another wuji that fetches Neo4j"
        with alone(cache / "cache.lock", variable="WUJI_CACHE", waiting=waiting, report=report):
            _fetch(_missing(cache), cache, repositories(settings), report)
    return [artifact.path(cache / "maven") for artifact in artifacts()]


def _missing(cache: Path) -> list[Artifact]:
    with ThreadPoolExecutor(_THREADS) as threads:
        whole = threads.map(partial(Artifact.is_whole, repository=cache / "maven"), artifacts())
        return [artifact for artifact, is_whole in zip(artifacts(), whole, strict=True) if not is_whole]


def _fetch(wanted: list[Artifact], cache: Path, sources: dict[str, str], report: Report) -> None:
    incoming = cache / "incoming"
    # What a download that was broken off left there is never looked at.
    shutil.rmtree(incoming, ignore_errors=True)
    received = Received(sum(artifact.size for artifact in wanted), report)
    context = downloads(incoming, sources, received)
    with ThreadPoolExecutor(_THREADS) as threads:
        _follow({threads.submit(_place, artifact, context, cache) for artifact in wanted}, received)
    shutil.rmtree(incoming, ignore_errors=True)


def _follow(tasks: set[Future[None]], received: Received) -> None:
    """Report until all is fetched; a failure, or Ctrl-C, calls off what has not begun."""
    pending = tasks
    try:
        while pending:
            done, pending = wait(pending, _SECONDS_BETWEEN_REPORTS, FIRST_EXCEPTION)
            for task in done:
                task.result()
            received.tell()
    finally:
        for task in tasks:
            task.cancel()
    received.tell(whole=True)


def _place(artifact: Artifact, context: MavenContext, cache: Path) -> None:
    """Fetch one artifact aside, and give it its name in the cache in one step once it is whole."""
    path = _fetched(artifact, context)
    target = artifact.path(cache / "maven")
    with writing(cache, "WUJI_CACHE"):
        target.parent.mkdir(parents=True, exist_ok=True)
        path.replace(target)


def _fetched(artifact: Artifact, context: MavenContext) -> Path:
    for _ in range(_ATTEMPTS - 1):
        try:
            return download(artifact, context)
        except DownloadError:
            continue
    return download(artifact, context)
