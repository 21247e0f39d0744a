"""Cuts a small data set out of a large one: the line from the root down to one town, with all that hangs on it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from importlib.resources.abc import Traversable
from json import dumps

from graph.vocabulary import MODEL, Kind
from seed_data.cut_entries import cut_entries
from seed_data.synthesis.rows import AreaRow, Cells, DataSetRows, FigureRow, OrgRow, UnitRow
from seed_data.synthesis.table import Table, read_table


class Cut(Table):
    """``cut.toml``: the name of a data set, which one it is cut from and which town it leads down to.

    The note says why its figures differ, which are those of the whole.
    """

    name: str
    title: str
    source: str
    of: str
    town: str
    note: str


def read_cut(file: Traversable) -> Cut:
    """Return what a data set is cut from; raises ``DataSetError`` where the file does not say it."""
    return read_table(file, Cut)


def cut(whole: DataSetRows, piece: Cut) -> DataSetRows:
    """Return a piece of a data set, its rows as they stand there but for the notes of the figures."""
    areas = _line_and_parts(whole.areas, piece.town)
    kept = {area.id for area in areas}
    orgs = [org for org in whole.orgs if org.area_id in kept]
    leads = {org.id for org in orgs}
    alliances = [alliance for alliance in whole.alliances if alliance.lead_id in leads]
    formed = {alliance.id for alliance in alliances}
    memberships = [membership for membership in whole.memberships if membership.alliance_id in formed]
    seated = {membership.unit_id for membership in memberships}
    inside = _parts(areas, piece.town)
    found = {id for id, cells in whole.ledgers.items() if cells.get("area_id") in inside}
    entries, named = cut_entries(
        whole.entries, kept | leads | formed | seated | found, {unit.id for unit in whole.units}
    )
    units = [unit for unit in whole.units if unit.id in seated | found | named]
    return DataSetRows(
        about=_retitled(whole.about, piece),
        areas=areas,
        orgs=orgs,
        units=units,
        alliances=alliances,
        memberships=memberships,
        figures=[_noted(figure, piece.note) for figure in whole.figures],
        entries=entries,
        ledgers=_cut_ledgers(whole, [*units, *orgs], kept),
    )


def _cut_ledgers(whole: DataSetRows, rows: Iterable[UnitRow | OrgRow], kept: set[str]) -> dict[str, Cells]:
    """Return the further cells of the rows that are left, without the places that are not."""
    places = {tie.column for tie in MODEL[Kind.UNIT].ties}
    return {
        row.id: {column: cell for column, cell in whole.ledgers[row.id].items() if column not in places or cell in kept}
        for row in rows
        if row.id in whole.ledgers
    }


def _parts(areas: Iterable[AreaRow], town: str) -> set[str]:
    """Return the ids of a town and of all that lies in it, of areas that each stand after the one it is a part of."""
    inside = {town}
    for area in areas:
        if area.parent_id in inside:
            inside.add(area.id)
    return inside


def _line_and_parts(areas: Iterable[AreaRow], town: str) -> list[AreaRow]:
    """Return the town, all it lies in and all that lies in it, each after the one it is a part of."""
    by_id = {area.id: area for area in areas}
    line, whole = set[str](), town
    while whole:
        line.add(whole)
        whole = by_id[whole].parent_id
    kept = set[str]()
    for area in by_id.values():
        if area.id in line or (area.parent_id in kept and (area.parent_id not in line or area.parent_id == town)):
            kept.add(area.id)
    return [area for area in by_id.values() if area.id in kept]


def _noted(figure: FigureRow, note: str) -> FigureRow:
    return replace(figure, note=f"{note}{figure.note}")


def _retitled(about: str, piece: Cut) -> str:
    """Return the ``dataset.toml`` of the whole with the piece's own name, title and source."""
    for key in ("name", "title", "source"):
        line = f"{key} = {dumps(getattr(piece, key), ensure_ascii=False)}"
        about = re.sub(rf"^{key} = .*$", line.replace("\\", r"\\"), about, count=1, flags=re.MULTILINE)
    return about
