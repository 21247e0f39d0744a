"""The rules on network groups: they fill in where a grid has no branch, under a branch of the same community."""

from collections.abc import Iterable, Mapping

from graph.vocabulary import Kind
from seed_data.drafts import OrgDraft
from seed_data.faults import Fault
from seed_data.index import Index
from words import also, either, said

Areas = Mapping[str, tuple[str, ...]]


def check_branches(orgs: OrgDraft, index: Index, faults: list[Fault]) -> None:
    """Add a fault for each standing grid group on a grid with a branch, or under a branch of another community."""
    branches: dict[str, int] = {}
    areas: dict[str, tuple[str, ...]] = {}
    for place, (identity, covered) in enumerate(zip(orgs.id, orgs.area_ids, strict=True)):
        if identity is not None:
            areas.setdefault(identity, covered)
        if orgs.kind[place] is Kind.GRID_BRANCH and not orgs.span.ended[place]:
            for area in covered:
                branches.setdefault(area, place)
    for place, kind in enumerate(orgs.kind):
        if kind is Kind.GRID_GROUP and not orgs.span.ended[place]:
            _check_group(orgs, place, branches, areas, index, faults)


def _check_group(
    orgs: OrgDraft, place: int, branches: dict[str, int], areas: Areas, index: Index, faults: list[Fault]
) -> None:
    covered, superior, line = orgs.area_ids[place], orgs.parent_id[place], orgs.sheet.lines[place]
    for area in covered:
        if area not in branches:
            continue
        expected = said(
            "a grid without a GridBranch; line {line} is the branch of this one", line=orgs.sheet.lines[branches[area]]
        )
        faults.append(Fault(orgs.sheet.layout.file, line, "area_id", area, expected))
    entry = None if superior is None else index.entries.get(superior)
    if superior is None or entry is None or entry.sort != Kind.GRID_BRANCH:
        return
    own, its = _neighbourhoods(covered, index), _neighbourhoods(areas.get(superior, ()), index)
    if own and its and not own & its:
        expected = said(
            "a GridBranch of the community the grid lies in, {own}; this one's is {its}",
            own=either(sorted(own)),
            its=also(sorted(its)),
        )
        faults.append(Fault(orgs.sheet.layout.file, line, "parent_id", superior, expected))


def _neighbourhoods(areas: Iterable[str], index: Index) -> set[str]:
    """Return the communities some areas lie in, those around them included where one lies in another."""
    return {identity for area in areas for identity, entry in index.ancestors(area) if entry.sort == Kind.NEIGHBOURHOOD}
