"""How long work tells its caller where it stands."""

from collections.abc import Callable
from dataclasses import dataclass

from words import Said


@dataclass(frozen=True, slots=True)
class Step:
    """Where one piece of long work stands.

    ``done`` and ``total`` count in ``unit`` (``files``, ``MB``, ``rows``, ``s``); ``total`` is ``None`` while
    it is not known. The work is over when ``done`` equals ``total``.
    """

    title: Said
    done: float
    total: float | None
    unit: str


Report = Callable[[Step], None]


def unreported(_step: Step) -> None:
    """Take a step and say nothing: for callers that show no progress."""
