"""A folder without a fault is read into rows that say what its files say."""

from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from dataset_folder import AREAS, DATASET, FIGURES, FILES, MEMBERSHIPS, ORGS, UNITS, damage, read, write

from graph.tables import AreaKind, OrgKind
from graph.vocabulary import AllianceLevel, AreaCategory, Kind, LeadingGroupLevel, Role, Source, UnitCategory
from seed_data.format import (
    LAYOUTS,
    AllianceRow,
    AreaRow,
    FigureRow,
    MembershipRow,
    OrgRow,
    UnitRow,
)

FIRST_DAY = date(2022, 12, 31)


def test_the_description_and_its_tables_are_read(tmp_path: Path) -> None:
    data_set = read(write(tmp_path))
    assert (data_set.name, data_set.title, data_set.source) == ("city", "示例市", "An example.")
    assert (data_set.first_day, data_set.lines) == (FIRST_DAY, ("公安", "住建"))
    assert data_set.area_kinds[0] == AreaKind(Kind.CITY, "市", (), (AreaCategory.PREFECTURE_LEVEL_CITY,))
    assert data_set.org_kinds[0] == OrgKind(Kind.CITY_COMMITTEE, "市委", None, (), (Kind.CITY,))
    above = (Kind.BUILDING_GROUP, Kind.GRID_GROUP)
    assert data_set.org_kinds[-1] == OrgKind(Kind.MEMBER_HOUSEHOLD, "单元党员中心户", 5, above, (Kind.BUILDING,))


def test_a_row_without_a_first_day_begins_on_the_data_sets(tmp_path: Path) -> None:
    areas = {area.id: area for area in read(write(tmp_path)).areas}
    assert areas["220202000000"] == AreaRow(
        id="220202000000",
        kind=Kind.COUNTY,
        name="昌邑区",
        parent_id="220200000000",
        code="220202000000",
        category=AreaCategory.DISTRICT,
        source=Source.REGISTER,
        valid_from=FIRST_DAY,
        valid_to=None,
    )
    assert areas["220202001001002"].valid_from == date(2023, 3, 1)


def test_an_organisation_has_the_tier_of_its_kind_and_its_own_title_or_the_tables(tmp_path: Path) -> None:
    orgs = {org.id: org for org in read(write(tmp_path)).orgs}
    assert orgs["D220202001001"] == OrgRow(
        id="D220202001001",
        kind=Kind.COMMUNITY_ORG,
        name="滨江社区党委",
        parent_id="D220202001000",
        area_ids=("220202001001",),
        title="社区党委",
        tier=2,
        source=Source.SYNTHETIC,
        valid_from=FIRST_DAY,
        valid_to=None,
    )
    assert orgs["D220202001002"].title == "社区党组织"
    assert orgs["D220200000000"].tier is None


def test_units_alliances_memberships_and_figures_are_read(tmp_path: Path) -> None:
    data_set = read(write(tmp_path))
    common = (Source.SYNTHETIC, FIRST_DAY, None)
    assert data_set.units[0] == UnitRow("U0001", "兴华派出所", UnitCategory.DEPARTMENT, "公安", *common)
    assert data_set.alliances[3] == AllianceRow(
        "A002", Kind.ALLIANCE, "滨江社区党建联盟", AllianceLevel.COMMUNITY, "D220202001001", "A001", *common
    )
    assert data_set.alliances[0].level is LeadingGroupLevel.CITY
    assert data_set.memberships[2] == MembershipRow(
        "U0001", "A002", Role.MEMBER, Source.SYNTHETIC, date(2010, 1, 1), date(2015, 1, 1)
    )
    assert data_set.figures == (
        FigureRow(
            "streets", "党建联盟", "全市68个街道", 68, "个", "streets of the whole city", "reconcile/streets", None
        ),
        FigureRow("police_share", "力量下沉", "占警力的41.45%", 41.45, "%", "share of all police", None, "rounded"),
    )


def test_every_row_stands_after_the_rows_it_names(tmp_path: Path) -> None:
    header, *rows = ORGS.splitlines()
    upside_down = "\n".join([header, *reversed(rows)])
    alliances = FILES["alliances.csv"].splitlines()
    data_set = read(write(tmp_path, orgs=upside_down, alliances="\n".join([alliances[0], *reversed(alliances[1:])])))
    assert [org.id for org in data_set.orgs] == [
        "D220200000000",
        "D220202000000",
        "D220202001000",
        "D220202001002",
        "D220202001001",
        "D220202001002001",
        "D220202001001001",
        "D220202001001001001",
        "D220202001001002",
        "D220202001001001001-1",
    ]
    assert [alliance.id for alliance in data_set.alliances] == ["L01", "L02", "A001", "A002"]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_and_any_line_break_change_nothing(tmp_path: Path, line_break: str, mark: bytes) -> None:
    expected = read(write(tmp_path))
    for file, text in FILES.items():
        (tmp_path / file).write_bytes(mark + text.replace("\n", line_break).encode())
    assert read(tmp_path) == expected


def test_empty_lines_and_rows_of_empty_cells_are_ignored(tmp_path: Path) -> None:
    expected = read(write(tmp_path))
    assert read(write(tmp_path, units=UNITS.replace("U0002", "\n,,,,,,\n,\nU0002") + "\n\n")) == expected


def test_columns_may_stand_in_any_order_and_optional_ones_may_be_missing(tmp_path: Path) -> None:
    expected = read(write(tmp_path)).units
    rows = (line.split(",") for line in UNITS.splitlines())
    turned = "\n".join(
        f"{source},{line},{name},{category},{identity}" for identity, name, category, line, source, *_ in rows
    )
    assert read(write(tmp_path, units=turned)).units == expected


def test_a_file_may_hold_its_header_alone(tmp_path: Path) -> None:
    folder = write(tmp_path, memberships=MEMBERSHIPS.splitlines()[0], figures=FIGURES.splitlines()[0] + "\n")
    data_set = read(folder)
    assert (data_set.memberships, data_set.figures) == ((), ())


def test_a_note_may_hold_commas_quotes_and_line_breaks(tmp_path: Path) -> None:
    for line_break in ("\n", "\r\n", "\r"):
        folder = damage(tmp_path, "figures.csv", "rounded", f'"rounded, ""up""{line_break}as printed"')
        assert read(folder).figures[1].note == 'rounded, "up"\nas printed'


def test_rare_characters_of_names_are_kept(tmp_path: Path) -> None:
    # An ideograph of extension G, one of the private use area, a full-width bracket and a space inside.
    name = "\U00030edd\ue000 网格（东）"
    folder = damage(tmp_path, "areas.csv", "林荫网格", name)
    assert name in {area.name for area in read(folder).areas}


def test_another_citys_chain_is_another_table(tmp_path: Path) -> None:
    city_table = DATASET[DATASET.index("[[orgs]]") : DATASET.index('[[orgs]]\nkind = "CountyCommittee"')]
    text = DATASET.replace(city_table, "").replace('under = ["CityCommittee"]', "under = []")
    orgs = ORGS.replace("D220200000000,CityCommittee,吉林市委,,220200000000,,published,,\n", "")
    alliances = FILES["alliances.csv"].replace("L01,LeadingGroup,吉林市领导小组,city,D220200000000,,published,,\n", "")
    folder = write(
        tmp_path,
        dataset=text,
        orgs=orgs.replace(",D220200000000,", ",,"),
        alliances=alliances.replace(",L01,", ",,"),
    )
    assert read(folder).orgs[0].kind is Kind.COUNTY_COMMITTEE


def test_a_unit_may_come_back_on_the_day_it_left(tmp_path: Path) -> None:
    rows = "U0002,A001,member,synthetic,2023-01-01,2024-01-01\nU0002,A001,member,synthetic,2024-01-01,\n"
    assert len(read(write(tmp_path, memberships=MEMBERSHIPS + rows)).memberships) == 5


def test_a_row_may_end_on_the_day_it_begins(tmp_path: Path) -> None:
    row = "220202001004,Neighbourhood,误设社区,220202001000,,,ledger,2020-01-01,2020-01-01\n"
    assert read(write(tmp_path, areas=AREAS + row)).areas[6].valid_to == date(2020, 1, 1)


def test_a_grid_may_have_a_group_once_its_branch_has_ended(tmp_path: Path) -> None:
    rows = "D220202001001002~2,GridBranch,前支部,D220202001001,220202001001002,,ledger,2020-01-01,2021-01-01\n"
    assert len(read(write(tmp_path, orgs=ORGS + rows)).orgs) == 11


def test_the_columns_of_a_file_are_the_fields_of_its_row() -> None:
    rows = (AreaRow, OrgRow, UnitRow, AllianceRow, MembershipRow, FigureRow)
    for layout, row in zip(LAYOUTS, rows, strict=False):
        by_the_model = {*(tie.column for tie in layout.ties), *(one.key for one in layout.properties)}
        own = tuple(column for column in layout.columns if column not in by_the_model)
        stated = tuple(field.name for field in fields(row) if field.name not in {"tier", "stated"})
        assert own == tuple(name.replace("area_ids", "area_id") for name in stated)
        assert layout.optional < set(layout.columns)
