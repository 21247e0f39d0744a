"""What fetching Neo4j promises, on a Maven repository of this machine that breaks each promise's condition."""

import re
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from maven_mirror import Mirror, Stalled, absent, broken_off, tampered
from wuji_process import LACKED, Wuji

from graph.errors import DownloadError, HomeError
from graph.progress import Step, unreported
from graph.server import status
from graph.server.artifacts import ROOTS, Artifact, artifacts
from graph.server.provision import cache_of, provide
from graph.settings import Settings
from words import said


def lacked() -> list[Artifact]:
    return [artifact for artifact in artifacts() if artifact.coordinates in LACKED]


def names(artifacts: list[Artifact]) -> list[str]:
    return sorted(artifact.path(Path()).name for artifact in artifacts)


def test_the_lock_names_each_file_once_with_its_size_and_sum() -> None:
    assert len({artifact.coordinates for artifact in artifacts()}) == len(artifacts())
    assert set(ROOTS) <= {artifact.coordinates for artifact in artifacts()}
    assert all(artifact.size > 0 and re.fullmatch("[0-9a-f]{64}", artifact.sha256) for artifact in artifacts())


def test_only_what_the_cache_lacks_is_fetched_and_nothing_the_second_time(lacking: Settings, mirror: Mirror) -> None:
    jars = provide(lacking, report=unreported)
    assert sorted(mirror.asked) == names(lacked())
    assert provide(lacking, report=unreported) == jars
    assert len(mirror.asked) == len(LACKED)


def test_a_full_cache_needs_no_network(filled: Path, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, cache=filled, maven_repository=closed_address())
    assert len(provide(settings, report=unreported)) == len(artifacts())


def test_fetching_reports_megabytes_up_to_the_last_one(lacking: Settings) -> None:
    steps: list[Step] = []
    provide(lacking, report=steps.append)
    megabytes = round(sum(artifact.size for artifact in lacked()) / 1e6, 1)
    assert steps[-1] == Step(said("Fetching Neo4j"), megabytes, megabytes, "MB")
    assert all(step.done < megabytes for step in steps[:-1])


def test_a_file_damaged_in_the_cache_is_fetched_again(lacking: Settings, mirror: Mirror) -> None:
    provide(lacking, report=unreported)
    damaged = lacked()[0].path(cache_of(lacking) / "maven")
    damaged.write_bytes(b"\0" * damaged.stat().st_size)
    mirror.asked.clear()
    provide(lacking, report=unreported)
    assert mirror.asked == [damaged.name]
    assert lacked()[0].is_whole(cache_of(lacking) / "maven")


@pytest.mark.parametrize(
    ("misdeed", "word"), [(tampered, "is damaged"), (broken_off, "could not be fetched"), (absent, "does not give")]
)
def test_a_bad_download_is_told_and_the_next_try_fetches_that_file_alone(
    lacking: Settings, mirror: Mirror, misdeed: object, word: str
) -> None:
    mirror.misdeeds = {"zstd-jni": misdeed}  # pyright: ignore[reportAttributeAccessIssue] - one of the three functions
    with pytest.raises(DownloadError, match=word) as failure:
        provide(lacking, report=unreported)
    assert "com.github.luben:zstd-jni:1.5.6-6" in str(failure.value)
    assert "WUJI_MAVEN_REPOSITORY" in str(failure.value)
    assert not lacked()[0].path(cache_of(lacking) / "maven").exists()
    assert status(lacking).state == "not installed"

    kept = [artifact for artifact in lacked() if artifact.is_whole(cache_of(lacking) / "maven")]
    mirror.misdeeds.clear()
    mirror.asked.clear()
    provide(lacking, report=unreported)
    assert sorted(mirror.asked) == names([artifact for artifact in lacked() if artifact not in kept])
    assert status(lacking).state == "stopped"


def test_a_start_killed_in_mid_download_does_not_harm_the_next(lacking: Settings, mirror: Mirror) -> None:
    stalled = Stalled()
    mirror.misdeeds = {"zstd-jni": stalled}
    with Wuji(lacking).begin("neo4j", "start", WUJI_MAVEN_REPOSITORY=mirror.url) as killed:
        assert stalled.reached.wait(60)
        killed.kill()
    stalled.let_go.set()
    assert not lacked()[0].path(cache_of(lacking) / "maven").exists()
    mirror.misdeeds.clear()
    provide(lacking, report=unreported)
    assert all(artifact.is_whole(cache_of(lacking) / "maven") for artifact in lacked())
    assert not (cache_of(lacking) / "incoming").exists()


def test_two_that_fill_one_cache_fetch_each_file_once(lacking: Settings, mirror: Mirror) -> None:
    with ThreadPoolExecutor(2) as threads:
        both = [threads.submit(provide, lacking, report=unreported) for _ in range(2)]
        assert both[0].result() == both[1].result()
    assert sorted(mirror.asked) == names(lacked())


def test_no_network_at_the_first_start_is_told_in_a_sentence(lacking: Settings) -> None:
    outcome = Wuji(lacking).run("neo4j", "start", WUJI_MAVEN_REPOSITORY=closed_address())
    assert outcome.returncode == 1
    assert "Connection refused. Check the network and run the command again" in outcome.stderr
    assert "Traceback" not in outcome.stderr


def test_a_cache_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = Settings(home=tmp_path / "home", cache=tmp_path / "file" / "cache")
    with pytest.raises(HomeError, match="file/cache cannot be written: Not a directory.*WUJI_CACHE"):
        provide(settings, report=unreported)


def test_a_disk_that_is_full_in_mid_download_is_told(lacking: Settings, mirror: Mirror) -> None:
    # A limit on the size of files ends a write as a full disk does, and needs no right to mount anything.
    outcome = Wuji(lacking).run_limited("RLIMIT_FSIZE", 1_000_000, "neo4j", "start", WUJI_MAVEN_REPOSITORY=mirror.url)
    assert outcome.returncode == 1
    assert f"The disk of {cache_of(lacking)} is full. Free some space and try again" in outcome.stderr
    assert "WUJI_CACHE" in outcome.stderr


def closed_address() -> str:
    """An address of this machine where nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"
