"""Filters that contradict each other, or name what the city does not know: refused before a list is asked for."""

from datetime import date

from graph.engines import Engine, Value
from graph.errors import FilterError
from graph.kind_words import kind_words
from graph.query import Query
from graph.rows import Bearers, TierOfKind
from graph.vocabulary import AREA_KINDS, AreaCategory, Kind, UnitCategory
from words import enumerated, said

_TIERS_OF_KIND = Query("lists/tiers_of_kind", TierOfKind)
_BEARERS = Query("lists/bearers_of_category", Bearers)


def refuse_tier(engine: Engine, *, kind: Kind | None, tier: int | None, day: date) -> None:
    """Raise FilterError for a kind of organisations and a tier at which none of that kind stands on a day.

    Which tier a kind has is the data set's to say. Of a kind that stands nowhere nothing is known, and so it is not refused.
    """
    if kind is None or tier is None:
        return
    found = _TIERS_OF_KIND.first(engine, kind=kind, day=day)
    if found is not None and found.tier != tier:
        raise FilterError(
            {
                "kind": said(
                    "A {kind} stands at another tier, or above the chain. Leave out kind, or tier.", kind=kind
                ),
                "tier": said("No {kind} stands at tier {tier}.", kind=kind, tier=tier),
            }
        )


def refuse_category(engine: Engine, *, kind: Kind | None, category: str | None, day: date) -> None:
    """Raise FilterError for a category of areas that the city does not know, or that areas of other kinds alone bear on a day."""
    if category is None:
        return
    _refuse_unknown(engine, category)
    if kind is None:
        return
    others: list[Value] = [other.value for other in AREA_KINDS if other is not kind]
    found = _BEARERS.all(engine, kind=kind, others=others, category=category, day=day)[0]
    if found.of_another and not found.of_kind:
        raise FilterError(
            {
                "kind": said("A {kind} is of another category, or of none. Leave out kind, or category.", kind=kind),
                "category": said(
                    "No {kind} is of category {category}; areas of another kind are.", kind=kind, category=category
                ),
            }
        )


def refuse_line(category: UnitCategory | None, line: str | None) -> None:
    """Raise FilterError for a line of work of units that are no departments."""
    if line is not None and category not in {None, UnitCategory.DEPARTMENT}:
        raise FilterError({"line": said("Only departments have a line. Leave out line, or category.")})


def _refuse_unknown(engine: Engine, category: str) -> None:
    # The register's categories are those of every graph: only for another must its data set be asked.
    if category in {word.value for word in AreaCategory}:
        return
    known = kind_words(engine).categories
    if category not in known:
        raise FilterError({"category": said("Input should be one of {known}", known=enumerated(known))})
