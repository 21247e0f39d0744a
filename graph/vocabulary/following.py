"""What follows from the model: the kinds of people, the files, the relationships by what they do, the keys."""

from collections.abc import Iterable

from graph.vocabulary.declarations import AtEnd
from graph.vocabulary.model import LINKS, MODEL
from graph.vocabulary.words import KINDS, Family, Kind, Relationship

PEOPLE = frozenset(kind for kind, model in MODEL.items() if model.property("full_name") is not None)
"""The kinds whose names are those of people: what has a full name is shown masked."""

LEDGERS: tuple[Kind, ...] = tuple(
    kind
    for kind in MODEL
    if KINDS[kind].family not in (Family.PARTY_ORG, Family.AREA)
    and MODEL[kind].file not in ("units.csv", "alliances.csv")
)
"""The kinds that have a CSV file of their own."""

TIES = tuple(sorted({tie.type for model in MODEL.values() for tie in model.ties if not tie.is_incoming}))
"""The relationships that come and go with the entity they lead from."""

SEVERAL = tuple(sorted({tie.type for model in MODEL.values() for tie in model.ties if tie.several}))
"""Those of them of which an entity may have several at a time."""

INCOMING = tuple(sorted({tie.type for model in MODEL.values() for tie in model.ties if tie.is_incoming}))
"""The relationships that come and go with the entity they lead to."""

PLACING = tuple(sorted({type for model in MODEL.values() for type in model.placing}))
"""The relationships that say where an entity belongs."""


def at_end(kind: Kind | None, type: Relationship, left: int) -> AtEnd:
    """Return what a relationship of an entity of a kind does when what it leads to ends, and ``left`` of them are left.

    A link with a file of its own ends with either end. A relationship that the model does not know is somebody's own, and refuses.
    """
    if type in LINKS:
        return AtEnd.ENDS
    ties = MODEL[kind].ties if kind is not None else ()
    return next((tie.at_end(left) for tie in ties if tie.type is type), AtEnd.REFUSES)


def property_keys(kinds: Iterable[Kind] = tuple(MODEL)) -> tuple[str, ...]:
    """Return the keys of the properties those kinds have beside what every entity has, each once."""
    return tuple(dict.fromkeys(one.key for kind in kinds for one in MODEL[kind].properties))


def shown_keys() -> tuple[str, ...]:
    """Return the keys of the properties that answers show, of whatever kind, each once."""
    return tuple(dict.fromkeys(one.key for model in MODEL.values() for one in model.shown))
