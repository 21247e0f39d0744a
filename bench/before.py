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
    with tree(revision) as folder:
        subprocess.run(["uv", "sync", "--quiet", "--locked"], cwd=folder, check=True)
        yield str(folder / ".venv" / "bin" / "wuji")


@contextmanager
def tree(revision: str) -> Generator[Path]:
    """Check a revision out into a folder of its own for the length of a block; give the folder."""
    with tempfile.TemporaryDirectory(prefix="wuji-before-") as scratch:
        folder = Path(scratch) / "tree"
        _git("worktree", "add", "--quiet", "--detach", str(folder), revision)
        try:
            yield folder
        finally:
            _git("worktree", "remove", "--force", str(folder))


def named(revision: str) -> str:
    """Return a revision as a page names it: its short hash."""
    return _git("rev-parse", "--short", revision)


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
