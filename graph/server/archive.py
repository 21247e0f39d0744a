"""A class-data archive of Neo4j, made once for a cache: with it Neo4j is up in three seconds, without it in five."""

import hashlib
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import as_file, files
from pathlib import Path

from graph.errors import HomeError
from graph.progress import Report, Step
from graph.server.exclusive import alone
from graph.server.home import writing
from graph.server.java import class_path, java_command, java_release
from graph.server.provision import cache_of
from graph.settings import Settings

CLASSES = "neo4j.classes"
_TITLE = "Preparing quick starts"
_WAITING = "Waiting for another wuji that prepares quick starts"
_SECONDS_BETWEEN_REPORTS = 0.5


def archive_options(settings: Settings, jars: Sequence[Path], *, report: Report) -> list[str]:
    """Return Java's options to use the archive, making it first when the cache has none for these very files.

    Without one Neo4j only starts slower, so a cache that cannot be written, or a Java that makes none, is no error.
    """
    cache = cache_of(settings)
    archive = cache / "archive" / f"{_key(jars)}.jsa"
    if not archive.exists() and not _failed(archive).exists():
        with (
            suppress(HomeError),
            alone(cache / "cache.lock", variable="WUJI_CACHE", waiting=_WAITING, report=report),
            writing(cache, "WUJI_CACHE"),
        ):
            _make(archive, jars, report)
    return [f"-XX:SharedArchiveFile={archive}"] if archive.exists() else []


def _failed(archive: Path) -> Path:
    """Where Java's words stand when it could not make an archive: it is not asked again at every start."""
    return archive.with_suffix(".failed")


def _key(jars: Sequence[Path]) -> str:
    """Name all that an archive is bound to: Java's release, the list, and the place, size and date of each jar."""
    listed = files("graph.server").joinpath(CLASSES).read_text(encoding="utf-8")
    facts = [java_release(), listed]
    for jar in jars:
        found = jar.stat()
        facts.append(f"{jar} {found.st_size} {found.st_mtime_ns}")
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:16]


def _make(archive: Path, jars: Sequence[Path], report: Report) -> None:
    """Have Java write the archive aside, then give it its name in one step."""
    if archive.exists():
        return
    # Those of an earlier Neo4j or Java, and what a killed command left; Windows keeps what is in use.
    shutil.rmtree(archive.parent, ignore_errors=True)
    archive.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=archive.parent, ignore_cleanup_errors=True) as folder:
        aside, log = Path(folder, "archive"), Path(folder, "log")
        if _dump(aside, log, jars, report):
            aside.replace(archive)
        else:
            log.replace(_failed(archive))


def _dump(aside: Path, log: Path, jars: Sequence[Path], report: Report) -> bool:
    """Let Java load the listed classes from the jars and write them to a file; return whether it could."""
    began = time.monotonic()
    with as_file(files("graph.server").joinpath(CLASSES)) as classes, log.open("wb") as output:
        options = ["-Xshare:dump", f"-XX:SharedClassListFile={classes}", f"-XX:SharedArchiveFile={aside}"]
        command = java_command(aside.with_name("args"), [*options, "-cp", class_path(jars)])
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)  # noqa: S603 - ours
        while process.poll() is None:
            report(Step(_TITLE, round(time.monotonic() - began, 1), None, "s"))
            with suppress(subprocess.TimeoutExpired):
                process.wait(_SECONDS_BETWEEN_REPORTS)
    passed = round(time.monotonic() - began, 1)
    report(Step(_TITLE, passed, passed, "s"))
    return process.returncode == 0
