"""What the pages and the repository point to."""

import re
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path

import pytest
from doc_pages import PAGES, ROOT, fences, headings, name, prose, text, tracked, walked

_LINK = re.compile(r"\]\(([^)\s#]*)(?:#([^)\s]+))?\)")
# Options, settings and a redirection with which a command writes into the folder it is run in.
_MADE = re.compile(r"(?:--to|--dest|--out-dir|--output-file|WUJI_HOME=|WUJI_CACHE=|>>?) ?(\.?\w[\w.-]*)")
# Spelled in parts, so that this file does not name them either.
_REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("repo1", "maven"),
        ("repo", "maven"),
        ("registry", "npmjs"),
        ("crates", "io"),
        ("proxy", "golang"),
        ("hub", "docker"),
    )
]
_MACHINE_PATH = re.compile(r"""(?<![\w.})\]*-])/(?:root|home|work)(?=[/\s"'`:]|$)|\b[A-Z]:\\Users""", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    return {
        re.sub(r"[^\w\- ]", "", words).strip().lower().replace(" ", "-")
        for _, words in headings(page.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for target, anchor in _LINK.findall(prose(page.read_text(encoding="utf-8"))):
        if target.startswith("https://"):
            continue
        found = (page.parent / target) if target else page
        assert found.exists(), target
        assert not anchor or anchor in anchors(found), f"{target}#{anchor}"


def test_the_index_lists_every_decision() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = {target for target, _ in _LINK.findall(text("docs/decisions/README.md"))}
    assert listed == {page.name for page in folder.glob("*.md")} - {"README.md"}


def offenders(is_found: Callable[[str], object]) -> list[str]:
    """Return the files of the repository in which something is found."""
    return [name(path) for path in tracked() if is_found(path.read_bytes().decode(errors="ignore"))]


def test_a_copy_that_is_no_repository_is_walked() -> None:
    """What git lists of a checkout, all of it is found without git."""
    assert {*tracked()} <= {*walked(ROOT)}


def test_what_the_pages_have_people_make_here_is_not_taken_for_part_of_the_repository() -> None:
    """Passwords and a city's data among it."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()]
    commands = "".join(body for page in PAGES for language, body in fences(page.read_text("utf-8")) if language == "sh")
    made = {found[1] for found in _MADE.finditer(commands)}
    assert {"my-city", "wheels", ".env"} <= made
    assert {path for path in made if not any(fnmatch(path, pattern) for pattern in ignored)} == set()


def test_only_the_lock_file_names_a_registry() -> None:
    assert offenders(lambda content: any(host in content for host in _REGISTRIES)) == ["uv.lock"]


def test_no_file_names_a_path_of_a_machine() -> None:
    assert offenders(_MACHINE_PATH.search) == []
