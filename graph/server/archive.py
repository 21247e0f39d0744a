"""A class-data archive of Neo4j, made once for a cache: with it Neo4j is up in three seconds, without it in five."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from importlib.resources import as_file, files
from pathlib import Path
from threading import Event

import psutil

from graph.errors import HomeError
from graph.server.exclusive import alone_if_free
from graph.server.home import writing
from graph.server.java import class_path, java_command, java_release
from graph.server.provision import cache_of
from graph.settings import Settings

CLASSES = "neo4j.classes"
_SECONDS_BETWEEN_LOOKS = 0.2
_LEAST_WEIGHT = 19
_ASIDE = "making-"
_ERRORS_ALONE = ("-Xlog:disable", "-Xlog:all=error:stderr")
_UNWRITTEN = "Unable to write to shared archive file"
# The archive has some 110 MB.
_ROOM = 200_000_000


def archive_options(settings: Settings, jars: Sequence[Path]) -> list[str]:
    """Return Java's options to use the archive, none when the cache has none for these very files."""
    archive = _archive(settings, jars)
    return [f"-XX:SharedArchiveFile={archive}"] if archive.exists() else []


def make_archive(settings: Settings, jars: Sequence[Path], *, stopped: Event) -> None:
    """Make the archive that quickens the starts to come, unless the cache has it; give up when told to stop.

    It takes Java some ten seconds of a processor, with the least weight the system knows. Without an archive Neo4j only
    starts slower, so a cache that cannot be written, or a Java that makes none, is no error. When another wuji uses the
    cache it is left to a later start.
    """
    archive, cache = _archive(settings, jars), cache_of(settings)
    with suppress(HomeError), alone_if_free(cache / "cache.lock", variable="WUJI_CACHE") as is_alone:
        if is_alone:
            _clear(archive)
        if is_alone and not archive.exists() and not _failed(archive).exists():
            with writing(cache, "WUJI_CACHE"):
                _make(archive, jars, stopped)


def _archive(settings: Settings, jars: Sequence[Path]) -> Path:
    return cache_of(settings) / "archive" / f"{_key(jars)}.jsa"


def _clear(archive: Path) -> None:
    """Remove what a command that was killed left half made."""
    for left in archive.parent.glob(f"{_ASIDE}*"):
        shutil.rmtree(left, ignore_errors=True)


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


def _make(archive: Path, jars: Sequence[Path], stopped: Event) -> None:
    """Have Java write the archive aside, then give it its name in one step."""
    # Those of an earlier Neo4j or Java; Windows keeps what is in use.
    shutil.rmtree(archive.parent, ignore_errors=True)
    archive.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=_ASIDE, dir=archive.parent, ignore_cleanup_errors=True) as folder:
        aside, log = Path(folder, "archive"), Path(folder, "log")
        if _dump(aside, log, jars, stopped):
            aside.replace(archive)
        elif not stopped.is_set() and not _lacked_room(log):
            log.replace(_failed(archive))


def _lacked_room(log: Path) -> bool:
    """Return whether it was the disk, or a limit, that stopped Java: with room again it is to be asked again."""
    said = log.read_text(encoding="utf-8", errors="replace")
    return _UNWRITTEN in said or shutil.disk_usage(log.parent).free < _ROOM


def _dump(aside: Path, log: Path, jars: Sequence[Path], stopped: Event) -> bool:
    """Let Java load the listed classes from the jars and write them to a file; return whether it could."""
    with as_file(files("graph.server").joinpath(CLASSES)) as classes, log.open("wb") as output:
        # Of each class that a jar does not hold Java would warn: megabytes, in which the reason is not found.
        options = [
            *_ERRORS_ALONE,
            "-Xshare:dump",
            f"-XX:SharedClassListFile={classes}",
            f"-XX:SharedArchiveFile={aside}",
        ]
        command = java_command(aside.with_name("args"), [*options, "-cp", class_path(jars)])
        process = subprocess.Popen(  # noqa: S603 - ours
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, start_new_session=True
        )
        try:
            _make_way(process.pid)
            while process.poll() is None and not stopped.wait(_SECONDS_BETWEEN_LOOKS):
                pass
        finally:
            process.kill()
            process.wait()
    return process.returncode == 0


def _make_way(pid: int) -> None:
    """Give a process the least weight: whatever else wants a processor has it first."""
    with suppress(psutil.Error, OSError):
        psutil.Process(pid).nice(psutil.IDLE_PRIORITY_CLASS if sys.platform == "win32" else _LEAST_WEIGHT)
