"""The format of a data set's CSV files: which columns each has, as the model of its rows declares them.

``docs/dataset.md`` explains it to those who write one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from graph.vocabulary import LEDGERS, LINKS, MODEL, PEOPLE, AtEnd, Kind, Model, Property, Relationship, Tie


@dataclass(frozen=True, slots=True)
class Layout:
    """One CSV file: its name, its columns in the order they are written in, and which of them may be missing.

    ``kinds`` are those whose rows stand in it, none in a file of links or figures. ``ties`` and ``properties`` are the columns
    that the model of its rows declares. A file that ``may_lack`` in the folder says nothing where it does.
    """

    file: str
    columns: tuple[str, ...]
    optional: frozenset[str]
    kinds: tuple[Kind, ...] = ()
    ties: tuple[Tie, ...] = ()
    properties: tuple[Property, ...] = ()
    may_lack: bool = False


def _laid_out(file: str, *first: str) -> Layout:
    """Return the layout of a file of entities; ``first`` are the columns that stand before the others."""
    kinds = tuple(kind for kind, model in MODEL.items() if model.file == file)
    models = [MODEL[kind] for kind in kinds]
    ties = {tie.column: tie for model in models for tie in model.ties}
    own = ("id", "kind", "name") if len(kinds) > 1 else ("id", models[0].name_column)
    return _declared(file, (*own, *first), kinds, tuple(ties.values()), _stated(models))


def _stated(models: Iterable[Model]) -> tuple[Property, ...]:
    """Return the properties that rows state, each once: of several kinds, with the words of all."""
    found: dict[str, Property] = {}
    for prop in (prop for model in models for prop in model.properties if prop.is_stated):
        words = found[prop.key].words if prop.key in found else ()
        found[prop.key] = replace(prop, words=tuple(dict.fromkeys((*words, *prop.words))))
    return tuple(found.values())


def _declared(
    file: str, own: tuple[str, ...], kinds: tuple[Kind, ...], ties: tuple[Tie, ...], properties: tuple[Property, ...]
) -> Layout:
    declared = (*(tie.column for tie in ties), *(prop.key for prop in properties))
    columns = dict.fromkeys((*own, *declared, "source", "valid_from", "valid_to"))
    may_lack = {tie.column for tie in ties if not tie.is_required and not _leads_up(tie)}
    may_lack |= {prop.key for prop in properties if not prop.is_required}
    return Layout(file, (*columns,), frozenset({"valid_from", "valid_to", *may_lack}), kinds, ties, properties)


def _leads_up(tie: Tie) -> bool:
    """Whether a column names superiors: its cell is empty at the top alone, so no file does without it."""
    return tie.at_end(0) is AtEnd.REFUSES


def _linked(type: Relationship) -> Layout:
    model = LINKS[type]
    return _declared(model.file, (), (), model.ends, model.properties)


AREAS = _laid_out("areas.csv")
ORGS = _laid_out("orgs.csv", "parent_id")
UNITS = _laid_out("units.csv", "category", "line")
ALLIANCES = _laid_out("alliances.csv", "level")
MEMBERSHIPS = _linked(Relationship.MEMBER_OF)
FIGURES = Layout(
    "figures.csv",
    ("key", "section", "phrase", "value", "unit", "what_it_counts", "statement", "note", "comparison"),
    frozenset({"comparison", "statement", "note"}),
)
LEDGER_LAYOUTS = {kind: replace(_laid_out(MODEL[kind].file), may_lack=True) for kind in LEDGERS}
"""The files that a data set may lack, by the kind whose rows stand in each."""

PEOPLE_COLUMNS = {MODEL[kind].file: MODEL[kind].name_column for kind in (*PEOPLE, Kind.IDENTIFIER)}
"""The columns in which names and codes of people stand in full, by their files: a fault shows such a cell masked."""

LAYOUTS = (AREAS, ORGS, UNITS, ALLIANCES, MEMBERSHIPS, FIGURES, *LEDGER_LAYOUTS.values())
