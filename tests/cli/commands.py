"""How the command is run, as its users run it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

Wuji = Callable[..., subprocess.CompletedProcess[str]]


def wuji_environment(folder: Path, **settings: str) -> dict[str, str]:
    """The environment of a user: none of this process's settings but the shared download cache."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("WUJI_") or name == "WUJI_CACHE"}
    return {**kept, "WUJI_HOME": str(folder / "home"), "WUJI_LANG": "en", "PYTHONUNBUFFERED": "1", **settings}


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", "from cli.main import main; main()", *arguments]


def complaints(stderr: str) -> str:
    """What a command said beside that it was waiting for the graph, which a slow machine has it say."""
    return "".join(line for line in stderr.splitlines(keepends=True) if not line.startswith("Asking the graph: "))
