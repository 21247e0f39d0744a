"""Fetches files of Neo4j into the cache, several at a time, each under its name only once it is whole."""

import shutil
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from pathlib import Path

from jgo.maven import MavenContext

from graph.errors import DownloadError
from graph.progress import Report
from graph.server.artifacts import Artifact
from graph.server.download import Received, download, downloads
from graph.server.home import writing

_THREADS = 8
_ATTEMPTS = 2
_SECONDS_BETWEEN_REPORTS = 0.25


def fetch(wanted: list[Artifact], cache: Path, sources: dict[str, str], report: Report) -> None:
    """Fetch artifacts from the repositories of that name and address; raise DownloadError or HomeError."""
    incoming = cache / "incoming"
    # What a download that was broken off left there is never looked at.
    shutil.rmtree(incoming, ignore_errors=True)
    received = Received(sum(artifact.size for artifact in wanted), report)
    context = downloads(incoming, sources, received)
    # The largest first: at the end nobody waits for a large one that was begun last.
    ordered = sorted(wanted, key=lambda artifact: artifact.size, reverse=True)
    try:
        with ThreadPoolExecutor(_THREADS) as threads:
            _follow({threads.submit(_place, artifact, context, cache) for artifact in ordered}, received)
    finally:
        # Half a file is of no use to anybody, and takes the room that may be missing.
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
