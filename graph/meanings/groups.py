"""How a table names several kinds."""

from collections.abc import Sequence

from graph.vocabulary import AREA_KINDS, PARTY_ORG_KINDS, PEOPLE, Kind

_GROUPS = {"Party organisations": {*PARTY_ORG_KINDS}, "areas": {*AREA_KINDS}, "people": PEOPLE}


def grouped(kinds: Sequence[Kind]) -> list[str]:
    """Return kinds as they are spelled, those that are a whole group by its name."""
    whole = [name for name, group in _GROUPS.items() if group <= {*kinds}]
    told = {kind for name in whole for kind in _GROUPS[name]}
    return [*whole, *(f"`{kind.value}`" for kind in kinds if kind not in told)]
