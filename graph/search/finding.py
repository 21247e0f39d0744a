"""The search itself."""

from graph.engines import Engine
from graph.rows import Hit
from graph.vocabulary import Kind


def search(engine: Engine, *, text: str, kind: Kind | None, limit: int) -> list[Hit]:
    """Return at most ``limit`` standing entities that a text finds, best first; empty when it finds none."""
    raise NotImplementedError(f"{engine} {text} {kind} {limit}")
