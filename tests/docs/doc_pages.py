"""The pages of the documentation, and what can be picked out of one."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
READMES = [ROOT / "README.md", ROOT / "README.zh-CN.md"]
PAGES = sorted([*READMES, ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])

# What stands in .gitignore by a name that ends otherwise than below.
_MADE = {".git", ".venv", ".wuji", "__pycache__", ".hypothesis", "build", "dist", "notebook", "wheels", "neo4j-files"}

_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_INDENTED = re.compile(r"^ {4}(\S.*)$", re.MULTILINE)
_SPAN = re.compile(r"`([^`\n]+)`")
_HEADING = re.compile(r"^(#+) (.+)$", re.MULTILINE)


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def tracked() -> list[Path]:
    """Return the files of the repository, those not yet committed included; of a copy that is none, all but what is made."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    # A copy that is no repository may lie within another one.
    if (ROOT / ".git").exists():
        try:
            listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode()
            return [path for found in listed.split("\0") if found and (path := ROOT / found).is_file()]
        except (FileNotFoundError, subprocess.CalledProcessError):
            pass
    return walked(ROOT)


def walked(root: Path) -> list[Path]:
    """Return the files below a folder, without those in folders that programs make."""
    found: list[Path] = []
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in _MADE and not name.endswith(("_cache", ".egg-info"))]
        found += [Path(folder, name) for name in files if not name.startswith(".coverage")]
    return found


def fences(markdown: str) -> list[tuple[str, str]]:
    """Return the fenced blocks, each its language and its text."""
    return [(found[1], found[2]) for found in _FENCE.finditer(markdown)]


def prose(markdown: str) -> str:
    return _FENCE.sub("", markdown)


def headings(markdown: str) -> list[tuple[int, str]]:
    """Return the headings, each its level and its words."""
    return [(len(found[1]), found[2]) for found in _HEADING.finditer(prose(markdown))]


def section(markdown: str, heading: str) -> str:
    """Return what stands under a heading, its subsections included."""
    level = next(level for level, words in headings(markdown) if words == heading)
    rest = markdown.split(f"\n{'#' * level} {heading}\n", 1)[1]
    return re.split(rf"^#{{1,{level}}} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def words(markdown: str) -> list[str]:
    """Return what is set as code within sentences and tables."""
    return _SPAN.findall(prose(markdown))


def code(markdown: str) -> list[str]:
    """Return every line that is code: spans, indented lines, and fenced ones but what a program printed."""
    fenced = [line for language, body in fences(markdown) if language != "text" for line in body.splitlines()]
    return [*words(markdown), *_INDENTED.findall(prose(markdown)), *fenced]


def rows(markdown: str) -> list[list[str]]:
    """Return the rows of the tables, without their heads."""
    found: list[list[str]] = []
    for table in re.findall(r"(?:^\|.*\|\n)+", markdown, flags=re.MULTILINE):
        found += [[cell.strip() for cell in line[1:-1].split("|")] for line in table.splitlines()[2:]]
    return found


def first_words(markdown: str) -> list[str]:
    """Return the code words in the first column of the tables."""
    return [word for row in rows(markdown) for word in _SPAN.findall(row[0])]
