"""Fetches one file of Neo4j through jgo, and takes it only if it is the file the lock names."""

import logging
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from jgo.maven import MavenContext, PythonResolver

from graph.errors import DownloadError
from graph.progress import Report, Step
from graph.server.artifacts import Artifact
from graph.server.home import FULL, disk_full
from words import said

_SECONDS_WITHOUT_ANSWER = 30
_MEGABYTE = 1_000_000
_TITLE = said("Fetching Neo4j")


class Received:
    """Counts the bytes of all downloads together; the threads add, the main thread tells."""

    def __init__(self, total: int, report: Report) -> None:
        self._total = total
        self._report = report
        self._bytes = 0
        self._lock = Lock()

    @contextmanager
    def one_file(self, _name: str, _size: int) -> Generator[Callable[[int], None]]:
        """Give jgo what it calls with the size of each piece."""
        yield self._add

    def tell(self, *, whole: bool = False) -> None:
        """Report where the downloads stand; a file fetched twice never makes them look done too early."""
        total = round(self._total / _MEGABYTE, 1)
        done = total if whole else max(0.0, min(round(self._bytes / _MEGABYTE, 1), total - 0.1))
        self._report(Step(_TITLE, round(done, 1), total, "MB"))

    def _add(self, count: int) -> None:
        with self._lock:
            self._bytes += count


def downloads(folder: Path, repositories: dict[str, str], received: Received) -> MavenContext:
    """Return jgo's context for downloads into a folder."""
    # jgo would print its warnings on standard error; what they say is checked against the lock file.
    logging.getLogger("jgo").addHandler(logging.NullHandler())
    resolver = PythonResolver(progress_callback=received.one_file)
    return MavenContext(resolver, repo_cache=folder, remote_repos=repositories, timeout=_SECONDS_WITHOUT_ANSWER)


def download(artifact: Artifact, context: MavenContext) -> Path:
    """Fetch an artifact and return its file; raise DownloadError when it is not to be had or is another one."""
    source = ", ".join(context.remote_repos.values())
    path = artifact.path(context.repo_cache)
    path.unlink(missing_ok=True)
    _fetch(artifact, context, source)
    if not artifact.is_whole(context.repo_cache):
        raise DownloadError(
            said(
                "{file} from {source} is damaged: its SHA-256 sum is not the one expected. Run the command again; if "
                "that does not help, name another Maven repository with WUJI_MAVEN_REPOSITORY.",
                file=artifact.coordinates,
                source=source,
            )
        )
    return path


def _fetch(artifact: Artifact, context: MavenContext, source: str) -> None:
    group, name, version, classifier = artifact.parts
    try:
        context.project(group, name).at_version(version).artifact(classifier).resolve()
    except OSError as error:
        if error.errno in FULL:
            raise disk_full(context.repo_cache.parent, "WUJI_CACHE") from error
        raise DownloadError(
            said(
                "{file} could not be fetched from {source}: {why}. Check the network and run the command again, it "
                "keeps what it has; or name a Maven repository in reach with WUJI_MAVEN_REPOSITORY.",
                file=artifact.coordinates,
                source=source,
                why=_reason(error),
            )
        ) from error
    except RuntimeError as error:
        # jgo says it so for every answer that is not 200.
        raise DownloadError(
            said(
                "{source} does not give {file}. Run the command again later, or name another Maven repository with "
                "WUJI_MAVEN_REPOSITORY.",
                source=source,
                file=artifact.coordinates,
            )
        ) from error


def _reason(error: BaseException) -> str:
    """Return the first cause, in the system's words: what stands around it names classes, not causes."""
    while inner := error.__cause__ or error.__context__:
        error = inner
    return getattr(error, "strerror", None) or str(error)
