"""The rules on network groups: they fill in where a grid has no branch, under a branch of the same community."""

from graph.vocabulary import Kind
from seed_data.drafts import OrgDraft
from seed_data.faults import Fault
from seed_data.index import Index


def check_branches(orgs: OrgDraft, index: Index, faults: list[Fault]) -> None:
    """Add a fault for each standing grid group on a grid with a branch, or under a branch of another community."""
    branches: dict[str, int] = {}
    areas: dict[str, str] = {}
    for place, (identity, area) in enumerate(zip(orgs.id, orgs.area_id, strict=True)):
        if identity is not None and area is not None:
            areas.setdefault(identity, area)
        if area is not None and orgs.kind[place] is Kind.GRID_BRANCH and not orgs.span.ended[place]:
            branches.setdefault(area, place)
    for place, kind in enumerate(orgs.kind):
        if kind is Kind.GRID_GROUP and not orgs.span.ended[place]:
            _check_group(orgs, place, branches, areas, index, faults)


def _check_group(
    orgs: OrgDraft, place: int, branches: dict[str, int], areas: dict[str, str], index: Index, faults: list[Fault]
) -> None:
    area, superior, line = orgs.area_id[place], orgs.parent_id[place], orgs.sheet.lines[place]
    if area is None:
        return
    if area in branches:
        expected = f"a grid without a GridBranch; line {orgs.sheet.lines[branches[area]]} is the branch of this one"
        faults.append(Fault(orgs.sheet.layout.file, line, "area_id", area, expected))
    entry = None if superior is None else index.entries.get(superior)
    if superior is None or entry is None or entry.sort != Kind.GRID_BRANCH:
        return
    own, its = _neighbourhood(area, index), _neighbourhood(areas.get(superior), index)
    if own is not None and its is not None and own != its:
        expected = f"a GridBranch of the community the grid lies in, {own}; this one's is {its}"
        faults.append(Fault(orgs.sheet.layout.file, line, "parent_id", superior, expected))


def _neighbourhood(area: str | None, index: Index) -> str | None:
    above = index.ancestors(area) if area is not None else ()
    return next((identity for identity, entry in above if entry.sort == Kind.NEIGHBOURHOOD), None)
