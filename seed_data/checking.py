"""The rules over a data set as a whole: what no cell can break alone."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path

from graph.vocabulary import MODEL, Kind, UnitCategory
from seed_data.branches import check_branches
from seed_data.cells import listed
from seed_data.circles import check_circles
from seed_data.drafts import AllianceDraft, Drafts, FigureDraft, OrgDraft, UnitDraft
from seed_data.faults import Fault
from seed_data.format import LAYOUTS
from seed_data.frame import Frame
from seed_data.index import LEVELS, index_of
from seed_data.ledgers import check_ledgers
from seed_data.references import check_references
from seed_data.sheets import Sheet
from seed_data.spans import check_memberships, check_span
from seed_data.strengths import check_strengths
from seed_data.superiors import references_of
from words import Said, said


def check(drafts: Drafts, frame: Frame, faults: list[Fault]) -> None:
    """Add a fault for everything that breaks a rule over several cells, rows or files."""
    index = index_of(drafts, faults)
    for references in references_of(drafts, frame):
        check_references(references, index, faults)
    for draft in (drafts.areas, drafts.orgs, drafts.units, drafts.alliances, drafts.memberships, *drafts.ledgers):
        check_span(draft.sheet, draft.span, faults)
    _check_lines(drafts.units, faults)
    _check_moved_down(drafts.units, faults)
    _check_elections(drafts.orgs, faults)
    _check_kinds_columns(drafts.orgs, faults)
    _check_levels(drafts.alliances, faults)
    _check_keys(drafts.figures, faults)
    check_circles(drafts.areas.sheet, drafts.areas.id, index, faults)
    check_circles(drafts.orgs.sheet, drafts.orgs.id, index, faults)
    check_branches(drafts.orgs, index, faults)
    check_memberships(drafts.memberships, faults)
    check_ledgers(drafts, index, faults)
    check_strengths(drafts, faults)


def _check_lines(units: UnitDraft, faults: list[Fault]) -> None:
    for place, (category, line) in enumerate(zip(units.category, units.line, strict=True)):
        if line is not None and category not in (None, UnitCategory.DEPARTMENT):
            faults.append(_fault(units.sheet, place, "line", line, said("an empty cell; only a department has a line")))


def _check_moved_down(units: UnitDraft, faults: list[Fault]) -> None:
    moved_down = next(tie for tie in MODEL[Kind.UNIT].ties if tie.column == "moved_down_to_id")
    for place, (category, towns) in enumerate(zip(units.category, units.own.targets[moved_down], strict=True)):
        if towns and category not in (None, UnitCategory.INSTITUTION):
            expected = said("an empty cell; only an institution is moved down")
            faults.append(_fault(units.sheet, place, moved_down.column, towns[0], expected))


def _check_elections(orgs: OrgDraft, faults: list[Fault]) -> None:
    """Add a fault for each next election that comes before the last one."""
    held, due = orgs.own.properties["last_election"], orgs.own.properties["next_election"]
    for place, (last, following) in enumerate(zip(held, due, strict=True)):
        if isinstance(last, date) and isinstance(following, date) and following < last:
            expected = said("a day not before {day}, the day of the last election", day=last.isoformat())
            faults.append(_fault(orgs.sheet, place, "next_election", following.isoformat(), expected))


def _check_kinds_columns(orgs: OrgDraft, faults: list[Fault]) -> None:
    """Add a fault for each cell of an organisation in a column that its kind does not have."""
    for key, values in orgs.own.properties.items():
        for place, (kind, value) in enumerate(zip(orgs.kind, values, strict=True)):
            if kind is not None and value is not None and MODEL[kind].property(key) is None:
                faults.append(
                    _fault(
                        orgs.sheet,
                        place,
                        key,
                        str(value),
                        said("an empty cell; a {kind} has no {key}", kind=kind, key=key),
                    )
                )


def check_names(folder: Path, faults: list[Fault]) -> None:
    """Add a fault for each file that nearly has the name of one that the folder may lack, and does."""
    files = {path.name for path in folder.iterdir()}
    lacking = [layout.file for layout in LAYOUTS if layout.may_lack and layout.file not in files]
    for file in sorted(files - {layout.file for layout in LAYOUTS}):
        # What else people keep in a folder is theirs: a name must be very near.
        meant = get_close_matches(Path(file.lower()).with_suffix(".csv").name, lacking, n=1, cutoff=0.9)
        if meant and Path(file).suffix.lower() in {".csv", ".xlsx", ".xls"}:
            faults.append(
                Fault(file, 0, None, None, said("a CSV file by the name {name}, or a name less like it", name=meant[0]))
            )


def _check_levels(alliances: AllianceDraft, faults: list[Fault]) -> None:
    for place, (kind, level) in enumerate(zip(alliances.kind, alliances.level, strict=True)):
        if kind is not None and level is not None and level not in LEVELS[kind]:
            expected = said(
                "{levels}, the levels of a row of kind {kind}", levels=listed(LEVELS[kind]), kind=kind.value
            )
            faults.append(_fault(alliances.sheet, place, "level", level.value, expected))


def _check_keys(figures: FigureDraft, faults: list[Fault]) -> None:
    lines: dict[str, int] = {}
    for place, (key, line) in enumerate(zip(figures.key, figures.sheet.lines, strict=True)):
        if key is not None and (first := lines.setdefault(key, line)) != line:
            faults.append(
                _fault(figures.sheet, place, "key", key, said("each key once; line {line} has it", line=first))
            )


def _fault(sheet: Sheet, place: int, column: str, value: str, expected: Said) -> Fault:
    return Fault(sheet.layout.file, sheet.lines[place], column, value, expected)
