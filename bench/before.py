"""An earlier revision of this repository, served and loaded beside this one, so that a change shows in one run."""

import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent


@contextmanager
def program(revision: str) -> Generator[str]:
    """Install a revision into a folder of its own for the length of a block; give the path of its ``wuji``."""
    with tempfile.TemporaryDirectory(prefix="wuji-before-") as scratch:
        tree = Path(scratch) / "tree"
        _git("worktree", "add", "--quiet", "--detach", str(tree), revision)
        try:
            subprocess.run(["uv", "sync", "--quiet", "--locked"], cwd=tree, check=True)
            yield str(tree / ".venv" / "bin" / "wuji")
        finally:
            _git("worktree", "remove", "--force", str(tree))


def named(revision: str) -> str:
    """Return a revision as a page names it: its short hash."""
    return _git("rev-parse", "--short", revision)


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
