"""What standard output and standard error are written in."""

import io
import sys


def use_utf_8() -> None:
    """Have files and pipes written in UTF-8 on every system, and no terminal stumble over what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="replace")
