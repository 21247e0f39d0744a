"""The built-in data set ``mini``: a street cut from ``jilin`` that still shows everything."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace

import pytest

from graph.vocabulary import MODEL, Kind, UnitCategory
from seed_data.builtin import data_set
from seed_data.synthesis.rows import Cell, DataSetRows
from tests.suite import LEFT_OUT


@pytest.fixture(scope="module")
def mini() -> DataSetRows:
    return data_set("mini")


def test_every_row_is_a_row_of_the_whole(mini: DataSetRows, jilin: DataSetRows) -> None:
    assert set(mini.areas) < set(jilin.areas)
    assert set(mini.orgs) < set(jilin.orgs)
    assert set(mini.units) < set(jilin.units)
    assert set(mini.alliances) < set(jilin.alliances)
    assert set(mini.memberships) < set(jilin.memberships)
    assert [replace(figure, note="") for figure in mini.figures] == [
        replace(figure, note="") for figure in jilin.figures
    ]


def test_it_is_one_line_down_to_one_street_and_all_that_lies_there(mini: DataSetRows, jilin: DataSetRows) -> None:
    above = [area.name for area in mini.areas if area.kind in (Kind.CITY, Kind.COUNTY, Kind.TOWN)]
    assert above == ["吉林市", "昌邑区", "站前街道"]
    street = next(area.id for area in mini.areas if area.kind is Kind.TOWN)
    below = [area for area in jilin.areas if area.id.startswith(street.rstrip("0")) and area.id != street]
    assert [area for area in mini.areas if area.kind not in (Kind.CITY, Kind.COUNTY, Kind.TOWN)] == below


def test_every_organisation_and_alliance_of_the_line_comes_with_it(mini: DataSetRows, jilin: DataSetRows) -> None:
    kept = {area.id for area in mini.areas}
    orgs = {org.id for org in mini.orgs}
    assert orgs == {org.id for org in jilin.orgs if org.area_id in kept}
    assert {a.id for a in mini.alliances} == {a.id for a in jilin.alliances if a.lead_id in orgs}
    seated = {m.unit_id for m in mini.memberships}
    inside = {id for id, cells in mini.ledgers.items() if cells.get("area_id") in kept}
    named = {
        id
        for entry in mini.entries
        for tie in MODEL[entry.kind].ties
        if Kind.UNIT in tie.targets
        for id in ids(entry.cells.get(tie.column, ()))
    }
    assert seated < {unit.id for unit in mini.units} <= seated | inside | named


def test_every_row_of_a_ledger_names_what_is_left(mini: DataSetRows) -> None:
    rows = [*mini.areas, *mini.orgs, *mini.units, *mini.alliances, *mini.entries]
    left = {row.id for row in rows}
    for entry in mini.entries:
        for tie in MODEL[entry.kind].ties:
            assert set(ids(entry.cells.get(tie.column, ()))) <= left
            assert len(ids(entry.cells.get(tie.column, ()))) >= tie.least


def ids(cell: Cell) -> list[str]:
    """Return the ids in a cell."""
    return [cell] if isinstance(cell, str) else list(cell) if isinstance(cell, Sequence) else []


def test_every_post_of_the_line_is_held_by_whom_it_is_held_in_the_whole(mini: DataSetRows, jilin: DataSetRows) -> None:
    posts = {entry.id for entry in mini.entries if entry.kind is Kind.POST}
    holders = [
        {(id, e.id, e.name) for e in made.entries for id in ids(e.cells.get("post_ids", ()))} for made in (mini, jilin)
    ]
    assert holders[0] == {one for one in holders[1] if one[0] in posts}


def test_a_leader_in_contact_with_no_area_that_is_left_is_a_person(mini: DataSetRows, jilin: DataSetRows) -> None:
    left = {area.id for area in mini.areas}
    cadres = {e.id: left.intersection(ids(e.cells["area_ids"])) for e in jilin.entries if e.kind is Kind.CADRE}
    kinds = {entry.id: entry.kind for entry in mini.entries if entry.id in cadres}
    assert set(kinds.values()) == {Kind.CADRE, Kind.PERSON}
    assert all((kind is Kind.CADRE) is bool(cadres[id]) for id, kind in kinds.items())


def test_it_has_every_kind_and_every_category_of_unit(mini: DataSetRows) -> None:
    rows = [*mini.areas, *mini.orgs, *mini.alliances, *mini.entries]
    assert {row.kind for row in rows} | {Kind.UNIT} == set(Kind) - LEFT_OUT
    assert {unit.category for unit in mini.units} == set(UnitCategory)
    assert {"city", "county", "street", "community"} == {alliance.level for alliance in mini.alliances}


def test_it_has_a_grid_with_a_branch_one_with_a_group_and_one_with_neither(mini: DataSetRows) -> None:
    grids = {area.id for area in mini.areas if area.kind is Kind.GRID}
    branches = {org.area_id for org in mini.orgs if org.kind is Kind.GRID_BRANCH}
    groups = {org.area_id for org in mini.orgs if org.kind is Kind.GRID_GROUP}
    assert branches
    assert groups
    assert grids - branches - groups


def test_it_says_what_it_is_and_keeps_the_table_of_kinds(mini: DataSetRows, jilin: DataSetRows) -> None:
    own, whole = tomllib.loads(mini.about), tomllib.loads(jilin.about)
    assert own["name"] == "mini"
    assert own["source"] != whole["source"]
    assert {key: value for key, value in own.items() if key not in ("name", "title", "source")} == {
        key: value for key, value in whole.items() if key not in ("name", "title", "source")
    }


def test_every_figure_says_that_it_is_the_whole_citys(mini: DataSetRows) -> None:
    assert all("全市" in figure.note for figure in mini.figures)
