"""Runs docs/notebook.md from top to bottom, or makes a notebook for Jupyter of it.

`python -m docs.notebook` runs the page against the wuji that runs and shows what each block prints;
`python -m docs.notebook FILE.ipynb` writes the notebook.
"""

import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from dataclasses import dataclass
from pathlib import Path

PAGE = Path(__file__).with_name("notebook.md")

Cell = dict[str, object]

_BLOCK = re.compile(r"^```python\n(?P<code>.*?)^```\n(?:\n```text\n(?P<shown>.*?)^```\n)?", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of Python: where it begins in the page, what stands before it, and what the page says it prints."""

    prose: str
    code: str
    shown: str
    line: int


def blocks(markdown: str) -> list[Block]:
    """Return the blocks of Python of a page, in order."""
    found: list[Block] = []
    end = 0
    for match in _BLOCK.finditer(markdown):
        line = markdown.count("\n", 0, match.start("code"))
        found.append(Block(markdown[end : match.start()].strip(), match["code"], match["shown"] or "", line))
        end = match.end()
    return found


def printed(page: list[Block]) -> Iterator[str]:
    """Run each block in one namespace, and give what it printed; raise what it raises, at its line of the page."""
    namespace: dict[str, object] = {"__name__": "__main__"}
    for block in page:
        program = compile("\n" * block.line + block.code, str(PAGE), "exec")
        with redirect_stdout(io.StringIO()) as output:
            exec(program, namespace)
        yield output.getvalue()


def jupyter(page: list[Block]) -> str:
    """Return the page as a Jupyter notebook, with what the blocks printed."""
    cells: list[Cell] = []
    for number, block in enumerate(page, 1):
        output: Cell = {"output_type": "stream", "name": "stdout", "text": block.shown}
        text: Cell = {"cell_type": "markdown", "id": f"text-{number}", "metadata": {}, "source": block.prose}
        code: Cell = {"cell_type": "code", "id": f"code-{number}", "metadata": {}, "source": block.code.strip()}
        cells += [text, code | {"outputs": [output] if block.shown else [], "execution_count": number}]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": cells}
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Run the page, or write it as the file that is named."""
    page = blocks(PAGE.read_text(encoding="utf-8"))
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(jupyter(page), encoding="utf-8")
        return
    for block, output in zip(page, printed(page), strict=True):
        print(f"{block.code}\n{output}", flush=True)


if __name__ == "__main__":
    main()
