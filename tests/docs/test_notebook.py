"""The notebook runs from top to bottom, and answers as it shows."""

import json
from pathlib import Path

import pytest

from docs.notebook import PAGE, blocks, jupyter, printed
from graph.engines import Engine
from graph.engines.address import Address

BLOCKS = blocks(PAGE.read_text(encoding="utf-8"))


@pytest.fixture
def _running(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the page find the suite's Neo4j as it finds a user's own."""
    for name in ("uri", "user", "password", "database"):
        monkeypatch.setenv(f"WUJI_NEO4J_{name.upper()}", getattr(address, name))


@pytest.mark.usefixtures("_running")
def test_every_block_prints_what_the_page_shows(jilin: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert jilin is not None
    monkeypatch.chdir(tmp_path)
    for block, output in zip(BLOCKS, printed(BLOCKS), strict=True):
        assert output == block.shown, block.code
    drawn = (tmp_path / "notebook" / "street.svg").read_text(encoding="utf-8")
    assert ">站前街道党工委</text>" in drawn
    table = (tmp_path / "notebook" / "grids.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert table[0] == "street,community,id,grids,without,bare"


def test_an_error_is_told_at_its_line_of_the_page() -> None:
    page = blocks("# A page\n\n```python\nprint(1)\n```\n\nMore.\n\n```python\n\n1 / 0\n```\n")
    with pytest.raises(ZeroDivisionError) as told:
        list(printed(page))
    assert told.traceback[-1].lineno + 1 == 11


def test_no_block_of_the_page_is_left_out() -> None:
    markdown = PAGE.read_text(encoding="utf-8")
    assert len(BLOCKS) == markdown.count("```python\n")
    assert sum(bool(block.shown) for block in BLOCKS) == markdown.count("```text\n")


def test_the_page_becomes_a_jupyter_notebook() -> None:
    notebook = json.loads(jupyter(BLOCKS))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert [f"{cell['source']}\n" for cell in code] == [block.code for block in BLOCKS]
    assert len({cell["id"] for cell in notebook["cells"]}) == len(notebook["cells"])
