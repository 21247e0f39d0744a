"""The rules over a data set as a whole: what no cell can break alone."""

from datetime import date
from difflib import get_close_matches
from pathlib import Path

from graph.vocabulary import MODEL, Kind, UnitCategory
from seed_data.branches import check_branches
from seed_data.cells import listed
from seed_data.circles import check_circles
from seed_data.faults import DataSetFault
from seed_data.format import ALLIANCES, AREAS, LAYOUTS, MEMBERSHIPS, ORGS, UNITS
from seed_data.frame import Frame
from seed_data.identifiers import check_identifiers
from seed_data.index import LEVELS, index_of
from seed_data.ledgers import check_ledgers
from seed_data.references import check_references
from seed_data.spans import check_memberships, check_span
from seed_data.strengths import check_strengths
from seed_data.superiors import references_of
from seed_data.typed_sheets import TypedSheet, TypedSheets
from words import said


def check(sheets: TypedSheets, frame: Frame, faults: list[DataSetFault], cautions: list[DataSetFault]) -> None:
    """Add a fault for everything that breaks a rule over several cells, rows or files, and a caution for what ends with another."""
    index = index_of(sheets, faults)
    for references in references_of(sheets, frame):
        check_references(references, index, faults, cautions)
    for rows in sheets:
        check_span(rows, faults)
    _check_lines(sheets[UNITS], faults)
    _check_moved_down(sheets[UNITS], faults)
    _check_elections(sheets[ORGS], faults)
    _check_kinds_columns(sheets[ORGS], faults)
    _check_levels(sheets[ALLIANCES], faults)
    check_circles(sheets[AREAS], index, faults)
    check_circles(sheets[ORGS], index, faults)
    check_branches(sheets[ORGS], index, faults)
    check_memberships(sheets[MEMBERSHIPS], faults)
    check_ledgers(sheets, index, faults)
    check_identifiers(sheets.of(Kind.IDENTIFIER), frame, index, faults)
    check_strengths(sheets, faults)


def _check_lines(units: TypedSheet, faults: list[DataSetFault]) -> None:
    columns = zip(units.properties["category"], units.properties["line"], strict=True)
    for place, (category, line) in enumerate(columns):
        if line is not None and category not in (None, UnitCategory.DEPARTMENT):
            expected = said("an empty cell; only a department has a line")
            faults.append(units.fault(place, "line", str(line), expected))


def _check_moved_down(units: TypedSheet, faults: list[DataSetFault]) -> None:
    columns = zip(units.properties["category"], units.targets["moved_down_to_id"], strict=True)
    for place, (category, towns) in enumerate(columns):
        if towns and category not in (None, UnitCategory.INSTITUTION):
            expected = said("an empty cell; only an institution is moved down")
            faults.append(units.fault(place, "moved_down_to_id", towns[0], expected))


def _check_elections(orgs: TypedSheet, faults: list[DataSetFault]) -> None:
    """Add a fault for each next election that comes before the last one."""
    columns = zip(orgs.properties["last_election"], orgs.properties["next_election"], strict=True)
    for place, (last, following) in enumerate(columns):
        if isinstance(last, date) and isinstance(following, date) and following < last:
            expected = said("a day not before {day}, the day of the last election", day=last.isoformat())
            faults.append(orgs.fault(place, "next_election", following.isoformat(), expected))


def _check_kinds_columns(orgs: TypedSheet, faults: list[DataSetFault]) -> None:
    """Add a fault for each cell of an organisation in a column that its kind does not have."""
    for key, values in orgs.properties.items():
        for place, (kind, value) in enumerate(zip(orgs.kind, values, strict=True)):
            if kind is not None and value is not None and MODEL[kind].property(key) is None:
                expected = said("an empty cell; a {kind} has no {key}", kind=kind, key=key)
                faults.append(orgs.fault(place, key, str(value), expected))


def _check_levels(alliances: TypedSheet, faults: list[DataSetFault]) -> None:
    for place, (kind, level) in enumerate(zip(alliances.kind, alliances.properties["level"], strict=True)):
        if kind is not None and level is not None and level not in LEVELS[kind]:
            expected = said(
                "{levels}, the levels of a row of kind {kind}", levels=listed(LEVELS[kind]), kind=kind.value
            )
            faults.append(alliances.fault(place, "level", str(level), expected))


def check_names(folder: Path, faults: list[DataSetFault]) -> None:
    """Add a fault for each file that nearly has the name of one that the folder may lack, and does."""
    files = {path.name for path in folder.iterdir()}
    lacking = [layout.file for layout in LAYOUTS if layout.may_lack and layout.file not in files]
    for file in sorted(files - {layout.file for layout in LAYOUTS}):
        # What else people keep in a folder is theirs: a name must be very near.
        meant = get_close_matches(Path(file.lower()).with_suffix(".csv").name, lacking, n=1, cutoff=0.9)
        if meant and Path(file).suffix.lower() in {".csv", ".xlsx", ".xls"}:
            faults.append(
                DataSetFault(
                    file, 0, None, None, said("a CSV file by the name {name}, or a name less like it", name=meant[0])
                )
            )
