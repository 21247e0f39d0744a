"""The archive that makes starts quick: made once for the same files, and never in the way."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import psutil
import pytest
from wuji_process import under

from graph.progress import unreported
from graph.server import jars_of, start
from graph.server.archive import archive_options, make_archive
from graph.server.exclusive import alone_if_free
from graph.server.provision import cache_of
from graph.settings import Settings


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path / "home", cache=tmp_path / "cache")


@pytest.fixture
def jar(tmp_path: Path) -> Path:
    """A jar with none of Neo4j's classes, so that an archive of Java's own is made in a second."""
    path = tmp_path / "nothing.jar"
    with ZipFile(path, "w") as file:
        file.writestr("nothing", "")
    return path


def made(settings: Settings) -> set[str]:
    return {path.name for path in (cache_of(settings) / "archive").iterdir()}


def test_it_is_made_once_and_again_only_when_a_jar_changes(settings: Settings, jar: Path) -> None:
    assert archive_options(settings, [jar]) == []
    make_archive(settings, [jar], stopped=Event())
    options = archive_options(settings, [jar])
    folder = cache_of(settings) / "archive"
    assert options == [f"-XX:SharedArchiveFile={path}" for path in folder.iterdir()]

    written = [path.stat().st_mtime_ns for path in folder.iterdir()]
    make_archive(settings, [jar], stopped=Event())
    assert [path.stat().st_mtime_ns for path in folder.iterdir()] == written

    os.utime(jar, (1, 1))
    assert archive_options(settings, [jar]) == []
    make_archive(settings, [jar], stopped=Event())
    changed = archive_options(settings, [jar])
    assert changed != options
    assert changed == [f"-XX:SharedArchiveFile={path}" for path in folder.iterdir()]


def is_at_work(pid: int) -> bool:
    return any(child.name() == "java" for child in psutil.Process(pid).children())


_MAKE = """
import sys
from pathlib import Path
from threading import Event
from graph.server.archive import make_archive
from graph.settings import Settings
make_archive(Settings(cache=Path(sys.argv[1])), [Path(sys.argv[2])], stopped=Event())
"""


def test_a_java_that_makes_none_is_asked_once_and_leaves_its_reason(settings: Settings, jar: Path) -> None:
    # Java does not get the memory it takes.
    program = [*under("RLIMIT_AS", 1_000_000_000), sys.executable, "-c", _MAKE, cache_of(settings), jar]
    subprocess.run(program, check=True)
    (failed,) = (cache_of(settings) / "archive").iterdir()
    assert failed.suffix == ".failed"
    assert "memory" in failed.read_text(encoding="utf-8") or "space" in failed.read_text(encoding="utf-8")
    make_archive(settings, [jar], stopped=Event())
    assert made(settings) == {failed.name}
    assert archive_options(settings, [jar]) == []


def test_a_disk_without_room_for_it_leaves_nothing_and_with_room_again_it_is_made(
    settings: Settings, jar: Path
) -> None:
    # Files may not grow to the size of an archive.
    program = [*under("RLIMIT_FSIZE", 1_000_000), sys.executable, "-c", _MAKE, cache_of(settings), jar]
    subprocess.run(program, check=True)
    assert made(settings) == set()
    make_archive(settings, [jar], stopped=Event())
    assert archive_options(settings, [jar]) != []


def test_one_that_is_told_to_stop_leaves_nothing(settings: Settings, jar: Path) -> None:
    stopped = Event()
    stopped.set()
    make_archive(settings, [jar], stopped=stopped)
    assert made(settings) == set()


def test_what_a_killed_command_left_half_made_is_cleared_away(settings: Settings, jar: Path) -> None:
    program = [sys.executable, "-c", _MAKE, cache_of(settings), jar]
    folder = cache_of(settings) / "archive"
    with subprocess.Popen(program) as making:
        while making.poll() is None and not is_at_work(making.pid):
            pass
        making.kill()
    assert list(folder.glob("making-*"))
    assert archive_options(settings, [jar]) == []
    make_archive(settings, [jar], stopped=Event())
    assert [path.suffix for path in folder.iterdir()] == [".jsa"]


def test_a_cache_that_another_wuji_uses_is_left_to_a_later_start(settings: Settings, jar: Path) -> None:
    with alone_if_free(cache_of(settings) / "cache.lock", variable="WUJI_CACHE") as is_alone:
        assert is_alone
        make_archive(settings, [jar], stopped=Event())
    assert not (cache_of(settings) / "archive").exists()


def test_a_cache_that_cannot_be_written_does_without(settings: Settings, jar: Path) -> None:
    cache_of(settings).mkdir()
    (cache_of(settings) / "archive").touch()
    make_archive(settings, [jar], stopped=Event())
    assert archive_options(settings, [jar]) == []


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS tells nobody what a process has mapped")
def test_a_started_neo4j_uses_it(filled: Path, stopped: Settings) -> None:
    assert cache_of(stopped) == filled
    make_archive(stopped, jars_of(stopped), stopped=Event())
    server = start(stopped, report=unreported)
    assert [region.path for region in psutil.Process(server.pid).memory_maps() if region.path.endswith(".jsa")]
