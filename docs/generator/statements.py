"""The page of statements: each with what its header declares, and its text."""

from itertools import groupby

import cypher
from docs.generator.markdown import MADE, code

_TOPICS = "A header declares what is sent and what comes back; [why](../decisions/one-statement-a-file.md)."


def statements() -> str:
    """Return the page."""
    every = [cypher.statement(name) for name in cypher.names()]
    parts = [f"# Statements\n\n{MADE} {len(every)} statements, a file each under `cypher/`. {_TOPICS}\n"]
    for topic, found in groupby(every, key=lambda statement: statement.name.split("/")[0]):
        parts.append(f"## {topic}\n")
        parts += [_one(statement) for statement in found]
    return "\n".join(parts)


def _one(statement: cypher.Statement) -> str:
    params = ", ".join(code(name) for name in sorted(statement.params)) or "none"
    row = code(statement.row) if statement.row else "none"
    text = "\n".join(line for line in statement.text.splitlines() if not line.startswith("//")).strip()
    said = f"{statement.mode.value}; parameters: {params}; row: {row}"
    return f"### {statement.name}\n\n{statement.about}\n\n{said}\n\n```\n{text}\n```\n"
