"""What is no fault in a data set but worth a look is said by whichever command reads it, and loaded."""

import subprocess
from pathlib import Path

import pytest

from graph.engines import Engine
from tests.cli.commands import Wuji, command, wuji_environment
from tests.ports import free_ports

RARE = "\ue000"


@pytest.fixture
def folder(wuji: Wuji, tmp_path: Path) -> Path:
    """The data set `mini` as a folder, with a private-use character in the name of a unit."""
    folder = tmp_path / "rare"
    written = wuji("dataset", "mini", "--to", str(folder))
    assert written.returncode == 0, written.stderr
    assert "Warning" not in written.stderr
    file = folder / "units.csv"
    head, first, *rest = file.read_text(encoding="utf-8").splitlines()
    name = first.split(",")[head.split(",").index("name")]
    file.write_text("\n".join([head, first.replace(name, name + RARE), *rest, ""]), encoding="utf-8")
    return folder


def cautions(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("Warning: ")]


def test_a_private_use_character_is_warned_of_by_seed_and_up_and_loaded(
    wuji: Wuji, own: dict[str, str], empty: Engine, folder: Path, tmp_path: Path
) -> None:
    assert empty
    seeded = wuji("seed", "--dataset", str(folder), **own)
    assert seeded.returncode == 0, seeded.stderr
    (caution,) = cautions(seeded.stderr)
    assert "units.csv" in caution
    assert "private-use U+E000" in caution
    found = wuji("find", RARE, **own)
    assert RARE in found.stdout, found.stderr

    with subprocess.Popen(
        command("up", "--dataset", str(folder)),
        env=wuji_environment(tmp_path, WUJI_PORT=str(next(free_ports(18280))), **own),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as serving:
        assert serving.stdout is not None
        assert serving.stdout.readline().startswith("wuji is up")
        serving.terminate()
        _, errors = serving.communicate(timeout=120)
    assert cautions(errors) == [caution]
