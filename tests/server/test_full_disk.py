"""A disk that fills up while there is work: it is said to be the disk, and with room again the next command works.

A limit on the size of files stops a program at the same call as a full disk does, and for this machine's administrator too.
"""

import subprocess
from pathlib import Path

from wuji_process import Wuji

from graph.progress import unreported
from graph.server import start
from graph.settings import Settings

# Neo4j starts within it; its log of transactions passes it while `mini` is loaded.
_BYTES = 1_500_000


def test_a_disk_that_fills_up_during_a_load_is_said_and_the_next_load_goes_on(own_settings: Settings) -> None:
    wuji = Wuji(own_settings)
    full = wuji.run_limited("RLIMIT_FSIZE", _BYTES, "seed", "--dataset", "mini")
    assert full.returncode == 1
    assert "disk" in full.stderr.splitlines()[-1]
    assert "Traceback" not in full.stderr

    # The Neo4j that stopped at the error still runs; the next command, without the limit, starts another in its place.
    again = wuji.run("seed", "--dataset", "mini")
    assert again.returncode == 0, again.stderr
    assert "站前街道" in wuji.run("find", "站前街道").stdout


def test_a_disk_that_is_full_while_a_data_set_is_written_is_said_and_leaves_nothing_in_the_way(
    own_settings: Settings, tmp_path: Path
) -> None:
    wuji, folder = Wuji(own_settings), tmp_path / "mini"
    full = wuji.run_limited("RLIMIT_FSIZE", 20_000, "dataset", "mini", "--to", str(folder))
    assert full.returncode == 1
    assert f"The disk of {folder} is full. Free some space" in full.stderr

    assert wuji.run("dataset", "mini", "--to", str(folder)).returncode == 0


def test_a_disk_that_is_full_before_neo4j_starts_is_said_at_each_file_and_leaves_no_half_of_one(
    own_settings: Settings,
) -> None:
    wuji, home = Wuji(own_settings), own_settings.home
    # Too small for the first file of a home, for the configuration, for the password, for Java's arguments.
    for limit in (10, 50, 1_000, 3_000, 20_000):
        full = wuji.run_limited("RLIMIT_FSIZE", limit, "neo4j", "start")
        assert full.returncode == 1
        assert full.stderr.splitlines()[-1] == (
            f"Error: The disk of {home} is full. Free some space and try again, or name another with WUJI_HOME."
        )
        # None is cut off where the room ended.
        assert [path for path in home.rglob("*") if path.is_file() and path.stat().st_size == limit] == []

    assert start(own_settings, report=unreported).started
    assert (home / ".gitignore").read_text(encoding="utf-8").endswith("*\n")


def test_a_disk_that_is_full_for_what_is_printed_is_said(own_settings: Settings) -> None:
    with Path("/dev/full").open("w") as full:
        told = subprocess.run(
            Wuji(own_settings).command("dataset"), stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False
        )
    assert told.returncode == 1
    assert told.stderr.startswith("Error: There is no room for what is printed: the disk it goes to is full.")
