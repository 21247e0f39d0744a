"""The rules over a data set as a whole: what no cell can break alone."""

from graph.vocabulary import UnitCategory
from seed_data.branches import check_branches
from seed_data.cells import listed
from seed_data.drafts import AllianceDraft, Drafts, FigureDraft, UnitDraft
from seed_data.faults import Fault
from seed_data.frame import Frame
from seed_data.index import LEVELS, index_of
from seed_data.references import check_references
from seed_data.sheets import Sheet
from seed_data.spans import check_memberships, check_span
from seed_data.superiors import references_of


def check(drafts: Drafts, frame: Frame, faults: list[Fault]) -> None:
    """Add a fault for everything that breaks a rule over several cells, rows or files."""
    index = index_of(drafts, faults)
    for references in references_of(drafts, frame):
        check_references(references, index, faults)
    for draft in (drafts.areas, drafts.orgs, drafts.units, drafts.alliances, drafts.memberships):
        check_span(draft.sheet, draft.span, faults)
    _check_lines(drafts.units, faults)
    _check_levels(drafts.alliances, faults)
    _check_keys(drafts.figures, faults)
    check_branches(drafts.orgs, index, faults)
    check_memberships(drafts.memberships, faults)


def _check_lines(units: UnitDraft, faults: list[Fault]) -> None:
    for place, (category, line) in enumerate(zip(units.category, units.line, strict=True)):
        if line is not None and category not in (None, UnitCategory.DEPARTMENT):
            faults.append(_fault(units.sheet, place, "line", line, "an empty cell; only a department has a line"))


def _check_levels(alliances: AllianceDraft, faults: list[Fault]) -> None:
    for place, (kind, level) in enumerate(zip(alliances.kind, alliances.level, strict=True)):
        if kind is not None and level is not None and level not in LEVELS[kind]:
            expected = f"{listed(LEVELS[kind])}, the levels of a row of kind {kind.value}"
            faults.append(_fault(alliances.sheet, place, "level", level.value, expected))


def _check_keys(figures: FigureDraft, faults: list[Fault]) -> None:
    lines: dict[str, int] = {}
    for place, (key, line) in enumerate(zip(figures.key, figures.sheet.lines, strict=True)):
        if key is not None and (first := lines.setdefault(key, line)) != line:
            faults.append(_fault(figures.sheet, place, "key", key, f"each key once; line {first} has it"))


def _fault(sheet: Sheet, place: int, column: str, value: str, expected: str) -> Fault:
    return Fault(sheet.layout.file, sheet.lines[place], column, value, expected)
