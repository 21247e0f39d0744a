"""What standard output and standard error are written in."""

import io
import sys
from pathlib import Path

from words import said


def use_utf_8() -> None:
    """Have files and pipes written in UTF-8 on every system, and no terminal stumble over what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")


def shown_password(password: str, *, kept_in: Path) -> str:
    """Return what is printed of a password: itself on a terminal, elsewhere (a log, a pipe, a file) where it is kept."""
    return password if sys.stdout.isatty() else str(said("in {file}", file=kept_in))
