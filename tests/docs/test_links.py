"""What the pages and the repository point to."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from doc_pages import PAGES, ROOT, headings, name, prose, text, tracked

_LINK = re.compile(r"\]\(([^)\s#]*)(?:#([^)\s]+))?\)")
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


def test_only_the_lock_file_names_a_registry() -> None:
    assert offenders(lambda content: any(host in content for host in _REGISTRIES)) == ["uv.lock"]


def test_no_file_names_a_path_of_a_machine() -> None:
    assert offenders(_MACHINE_PATH.search) == []
