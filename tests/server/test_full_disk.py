"""A disk that fills up while there is work: it is said to be the disk, and with room again the next command works.

A limit on the size of files stops a program at the same call as a full disk does, and for this machine's administrator too.
"""

from pathlib import Path

from wuji_process import Wuji

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
