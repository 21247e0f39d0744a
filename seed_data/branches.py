"""The rules on network groups: they fill in where a grid has no branch, under a branch of the same community."""

from collections.abc import Iterable, Mapping

from graph.vocabulary import Kind
from seed_data.faults import DataSetFault
from seed_data.index import Index
from seed_data.typed_sheets import TypedSheet
from words import also, either, said

Areas = Mapping[str, tuple[str, ...]]


def check_branches(orgs: TypedSheet, index: Index, faults: list[DataSetFault]) -> None:
    """Add a fault for each standing grid group on a grid with a branch, or under a branch of another community."""
    branches: dict[str, int] = {}
    for place, area in orgs.standing("area_id"):
        if orgs.kind[place] is Kind.GRID_BRANCH:
            branches.setdefault(area, place)
    areas: dict[str, tuple[str, ...]] = {}
    for identity, covered in zip(orgs.id, orgs.targets["area_id"], strict=True):
        if identity is not None:
            areas.setdefault(identity, covered)
    for place, kind in enumerate(orgs.kind):
        if kind is Kind.GRID_GROUP and orgs.stands(place):
            _check_group(orgs, place, branches, areas, index, faults)


def _check_group(
    orgs: TypedSheet, place: int, branches: dict[str, int], areas: Areas, index: Index, faults: list[DataSetFault]
) -> None:
    covered = orgs.targets["area_id"][place]
    for area in covered:
        if area in branches:
            line = orgs.sheet.lines[branches[area]]
            expected = said("a grid without a GridBranch; line {line} is the branch of this one", line=line)
            faults.append(orgs.fault(place, "area_id", area, expected))
    for superior in orgs.targets["parent_id"][place]:
        row = index.rows.get(superior)
        if row is None or row.sort != Kind.GRID_BRANCH:
            continue
        own, its = _neighbourhoods(covered, index), _neighbourhoods(areas.get(superior, ()), index)
        if own and its and not own & its:
            expected = said(
                "a GridBranch of the community the grid lies in, {own}; this one's is {its}",
                own=either(sorted(own)),
                its=also(sorted(its)),
            )
            faults.append(orgs.fault(place, "parent_id", superior, expected))


def _neighbourhoods(areas: Iterable[str], index: Index) -> set[str]:
    """Return the communities some areas lie in, those around them included where one lies in another."""
    return {identity for area in areas for identity, row in index.ancestors(area) if row.sort == Kind.NEIGHBOURHOOD}
