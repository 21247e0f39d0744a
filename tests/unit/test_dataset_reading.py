"""A folder without a fault is read into rows that say what its files say."""

from datetime import date
from pathlib import Path

import pytest
from dataset_folder import AREAS, DATASET, FIGURES, FILES, MEMBERSHIPS, ORGS, UNITS, damage, facts, read, write

from graph.loading import Bond, Fact, Published, Triple
from graph.tables import AreaKind, OrgKind
from graph.vocabulary import AREA_KINDS, PARTY_ORG_KINDS, AreaCategory, Kind, Relationship, Role, Source
from seed_data.format import FIGURES as FIGURES_LAYOUT
from seed_data.format import LAYOUTS, Layout

FIRST_DAY = date(2022, 12, 31)


def test_the_description_and_its_tables_are_read(tmp_path: Path) -> None:
    data_set = read(write(tmp_path))
    assert (data_set.name, data_set.title, data_set.source) == ("city", "示例市", "An example.")
    assert data_set.first_day == FIRST_DAY
    assert data_set.tables.areas[0] == AreaKind(Kind.CITY, "市", (), (AreaCategory.PREFECTURE_LEVEL_CITY,))
    assert data_set.tables.orgs[0] == OrgKind(Kind.CITY_COMMITTEE, "市委", None, (), (Kind.CITY,))
    above = (Kind.BUILDING_GROUP, Kind.GRID_GROUP)
    assert data_set.tables.orgs[-1] == OrgKind(Kind.MEMBER_HOUSEHOLD, "单元党员中心户", 5, above, (Kind.BUILDING,))


def test_a_row_without_a_first_day_begins_on_the_data_sets(tmp_path: Path) -> None:
    areas = {area.id: area for area in facts(write(tmp_path), *AREA_KINDS)}
    assert areas["220202000000"] == Fact(
        id="220202000000",
        kind=Kind.COUNTY,
        properties={"name": "昌邑区", "source": "register", "code": "220202000000", "category": "district"},
        links=(Triple(Relationship.WITHIN, "220202000000", "220200000000"),),
        valid_from=FIRST_DAY,
        valid_to=None,
    )
    assert areas["220202001001002"].valid_from == date(2023, 3, 1)


def test_an_organisation_has_the_tier_of_its_kind_and_its_own_title_or_the_tables(tmp_path: Path) -> None:
    orgs = {org.id: org for org in facts(write(tmp_path), *PARTY_ORG_KINDS)}
    assert orgs["D220202001001"] == Fact(
        id="D220202001001",
        kind=Kind.COMMUNITY_ORG,
        properties={"name": "滨江社区党委", "source": "synthetic", "title": "社区党委", "tier": 2},
        links=(
            Triple(Relationship.COVERS, "D220202001001", "220202001001"),
            Triple(Relationship.UNDER, "D220202001001", "D220202001000"),
        ),
        valid_from=FIRST_DAY,
        valid_to=None,
    )
    assert orgs["D220202001002"].properties["title"] == "社区党组织"
    assert orgs["D220200000000"].properties["tier"] is None


def test_units_alliances_memberships_and_figures_are_read(tmp_path: Path) -> None:
    data_set = read(write(tmp_path))
    stated = {fact.id: fact for fact in data_set.facts}
    department = {"name": "兴华派出所", "source": "synthetic", "category": "department", "line": "公安"}
    assert stated["U0001"] == Fact("U0001", Kind.UNIT, {**department, "ought_branch": None}, (), FIRST_DAY, None)
    assert stated["A002"] == Fact(
        "A002",
        Kind.ALLIANCE,
        {"name": "滨江社区党建联盟", "source": "synthetic", "level": "community"},
        (Triple(Relationship.LEADS, "D220202001001", "A002"), Triple(Relationship.GUIDED_BY, "A002", "A001")),
        FIRST_DAY,
        None,
    )
    assert data_set.bonds[2] == Bond("U0001", "A002", Role.MEMBER, Source.SYNTHETIC, date(2015, 1, 1), date(2015, 1, 1))
    assert data_set.figures == [
        Published(
            "streets", "党建联盟", "全市68个街道", 68, "个", "streets of the whole city", "reconcile/streets", None
        ),
        Published("police_share", "力量下沉", "占警力的41.45%", 41.45, "%", "share of all police", None, "rounded"),
    ]


def test_every_row_stands_after_the_rows_it_names(tmp_path: Path) -> None:
    header, *rows = ORGS.splitlines()
    upside_down = "\n".join([header, *reversed(rows)])
    alliances = FILES["alliances.csv"].splitlines()
    folder = write(tmp_path, orgs=upside_down, alliances="\n".join([alliances[0], *reversed(alliances[1:])]))
    assert [org.id for org in facts(folder, *PARTY_ORG_KINDS)] == [
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
    assert [one.id for one in facts(folder, Kind.ALLIANCE, Kind.LEADING_GROUP)] == ["L01", "L02", "A001", "A002"]


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
    expected = facts(write(tmp_path), Kind.UNIT)
    rows = (line.split(",") for line in UNITS.splitlines())
    turned = "\n".join(
        f"{source},{line},{name},{category},{identity}" for identity, name, category, line, source, *_ in rows
    )
    assert facts(write(tmp_path, units=turned), Kind.UNIT) == expected


def test_a_file_may_hold_its_header_alone(tmp_path: Path) -> None:
    folder = write(tmp_path, memberships=MEMBERSHIPS.splitlines()[0], figures=FIGURES.splitlines()[0] + "\n")
    data_set = read(folder)
    assert (data_set.bonds, data_set.figures) == ([], [])


def test_a_note_may_hold_commas_quotes_and_line_breaks(tmp_path: Path) -> None:
    for line_break in ("\n", "\r\n", "\r"):
        folder = damage(tmp_path, "figures.csv", "rounded", f'"rounded, ""up""{line_break}as printed"')
        assert read(folder).figures[1].note == 'rounded, "up"\nas printed'


def test_rare_characters_of_names_are_kept(tmp_path: Path) -> None:
    # An ideograph of extension G, one of the private use area, a full-width bracket and a space inside.
    name = "\U00030edd\ue000 网格（东）"
    folder = damage(tmp_path, "areas.csv", "林荫网格", name)
    assert name in {area.name for area in facts(folder, *AREA_KINDS)}


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
    assert facts(folder, *PARTY_ORG_KINDS)[0].kind is Kind.COUNTY_COMMITTEE


def test_a_unit_may_come_back_on_the_day_it_left(tmp_path: Path) -> None:
    rows = "U0002,A001,member,synthetic,2023-01-01,2024-01-01\nU0002,A001,member,synthetic,2024-01-01,\n"
    assert len(read(write(tmp_path, memberships=MEMBERSHIPS + rows)).bonds) == 5


def test_a_row_may_end_on_the_day_it_begins(tmp_path: Path) -> None:
    row = "220202001004,Neighbourhood,误设社区,220202001000,,,ledger,2020-01-01,2020-01-01\n"
    assert facts(write(tmp_path, areas=AREAS + row), *AREA_KINDS)[6].valid_to == date(2020, 1, 1)


def test_a_grid_may_have_a_group_once_its_branch_has_ended(tmp_path: Path) -> None:
    rows = "D220202001001002~2,GridBranch,前支部,D220202001001,220202001001002,,ledger,2020-01-01,2021-01-01\n"
    assert len(facts(write(tmp_path, orgs=ORGS + rows), *PARTY_ORG_KINDS)) == 11


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.file)
def test_the_columns_of_a_file_are_those_its_model_declares(layout: Layout) -> None:
    by_the_model = {*(tie.column for tie in layout.ties), *(prop.key for prop in layout.properties)}
    own = [column for column in layout.columns if column not in by_the_model]
    span = ["source", "valid_from", "valid_to"]
    if layout is not FIGURES_LAYOUT:
        # The code of another system is its name.
        names = ["id", "value" if layout.kinds == (Kind.IDENTIFIER,) else "name"]
        assert own == [
            *(["id", "kind", "name"] if len(layout.kinds) > 1 else names * len(layout.kinds)),
            *span,
        ]
    assert layout.optional < set(layout.columns)
