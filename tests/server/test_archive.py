"""The archive that makes starts quick: made once for the same files, and never in the way."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import psutil
import pytest
from wuji_process import under

from graph.progress import Step, unreported
from graph.server import ManagedServer
from graph.server.archive import archive_options
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


def test_it_is_made_once_and_again_only_when_a_jar_changes(settings: Settings, jar: Path) -> None:
    steps: list[Step] = []
    options = archive_options(settings, [jar], report=steps.append)
    assert steps[-1].done == steps[-1].total
    folder = cache_of(settings) / "archive"
    assert options == [f"-XX:SharedArchiveFile={path}" for path in folder.iterdir()]

    steps.clear()
    assert archive_options(settings, [jar], report=steps.append) == options
    assert not steps

    os.utime(jar, (1, 1))
    changed = archive_options(settings, [jar], report=unreported)
    assert changed != options
    assert changed == [f"-XX:SharedArchiveFile={path}" for path in folder.iterdir()]


_MAKE = """
import sys
from pathlib import Path
from graph.progress import unreported
from graph.server.archive import archive_options
from graph.settings import Settings
print(archive_options(Settings(cache=Path(sys.argv[1])), [Path(sys.argv[2])], report=unreported))
"""


def test_a_java_that_makes_none_is_asked_once_and_leaves_its_reason(settings: Settings, jar: Path) -> None:
    # Files may not grow to the size of an archive.
    program = [*under("RLIMIT_FSIZE", 1_000_000), sys.executable, "-c", _MAKE, cache_of(settings), jar]
    assert subprocess.run(program, capture_output=True, check=True, text=True).stdout == "[]\n"
    assert [path.suffix for path in (cache_of(settings) / "archive").iterdir()] == [".failed"]
    steps: list[Step] = []
    assert archive_options(settings, [jar], report=steps.append) == []
    assert not steps


def test_a_cache_that_cannot_be_written_does_without(settings: Settings, jar: Path) -> None:
    cache_of(settings).mkdir()
    (cache_of(settings) / "archive").touch()
    assert archive_options(settings, [jar], report=unreported) == []


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS tells nobody what a process has mapped")
def test_a_started_neo4j_uses_it(server: ManagedServer) -> None:
    assert [region.path for region in psutil.Process(server.pid).memory_maps() if region.path.endswith(".jsa")]
