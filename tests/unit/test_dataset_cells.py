"""One damaged cell is one fault, and the rows that name its row are not called wrong for it."""

from pathlib import Path

import pytest
from dataset_folder import AREAS, ORGS, STATEMENTS, TODAY, damage, faults, read, write

from seed_data.faults import DataSetFault, InvalidDataSetError
from seed_data.reading import read_data_set

GRID = "220202001001002,Grid"
CODE = "a code of 1 to 64 letters, digits and ~ _ . - in ASCII, the first a letter or digit"
AS_TEXT = "a code as text; Excel turned it into a number: format the column as Text, then enter the code again"
KINDS = "one of City, County, Town, Neighbourhood, Grid, Building"
SOURCES = "one of register, published, synthetic, ledger, api"
CATEGORIES = "one of department, enterprise, institution, social_organisation, property_company"
NUMBER = "a number such as 16391 or 41.45, in ASCII digits, without separators or a unit"
A_DATE = "a date written as 2022-12-31"


@pytest.mark.parametrize(
    ("cell", "shown", "expected"),
    [
        ("2.20202E+14", "'2.20202E+14'", AS_TEXT),
        ("2.2020200100E+14", "'2.2020200100E+14'", AS_TEXT),
        ("220202001001002.0", "'220202001001002.0'", AS_TEXT),
        ("220202001001002.00", "'220202001001002.00'", AS_TEXT),
        ("２20202001001002", "'２20202001001002'", "a code in half-width characters: '220202001001002'"),
        ("'220202001001002", '"\'220202001001002"', "a code without the apostrophe before it"),
        ("220202001001002 ", "'220202001001002 '", "a code without U+0020 SPACE"),
        ("\u3000220202001001002", "'\\u3000220202001001002'", "a code without U+3000 IDEOGRAPHIC SPACE"),
        ("220202001001002\u00a0", "'220202001001002\\xa0'", "a code without U+00A0 NO-BREAK SPACE"),
        (
            "220202001001\u200b002",
            "'220202001001\\u200b002'",
            "a code without U+200B ZERO WIDTH SPACE, which nobody sees: delete it",
        ),
        ("220202001001002\t", "'220202001001002\\t'", "a code without U+0009 TAB"),
        ("220202001001002\x00", "'220202001001002\\x00'", "a code without U+0000 NUL"),
    ],
)
def test_an_id_that_a_spreadsheet_damaged(tmp_path: Path, cell: str, shown: str, expected: str) -> None:
    folder = damage(tmp_path, "areas.csv", GRID, f"{cell},Grid")
    assert faults(folder) == [f"areas.csv line 8, column id: {shown} — expected {expected}."]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ("", "empty"),
        ("网格", "'网格'"),
        ("~1", "'~1'"),
        ("a/b", "'a/b'"),
        ("9" * 65, f"'{'9' * 59}…'"),
    ],
)
def test_an_id_of_other_characters_is_one_nobody_can_name(tmp_path: Path, cell: str, shown: str) -> None:
    assert faults(damage(tmp_path, "areas.csv", GRID, f"{cell},Grid")) == [
        f"areas.csv line 8, column id: {shown} — expected {CODE}.",
        "orgs.csv line 9, column area_id: '220202001001002' — expected the id of a standing Grid; no row has it.",
    ]


FORMULA = (
    "a code without the formula around it: 220202001001002. Excel shows it so, and saves the formula: format the column as Text, "
    "paste the codes into it as values, then save again"
)


@pytest.mark.parametrize(
    "cell",
    [
        '="220202001001002"',
        '"=""220202001001002"""',
        "=220202001001002",
        '="220202001001002',
        '220202001001002"',
        "＝“220202001001002”",
        '="\'220202001001002"',
    ],
)
def test_an_id_written_as_a_formula_is_one_fault_that_says_what_to_do(tmp_path: Path, cell: str) -> None:
    (fault,) = faults(damage(tmp_path, "areas.csv", GRID, f"{cell},Grid"))
    assert fault.startswith("areas.csv line 8, column id: ")
    assert fault.endswith(f" — expected {FORMULA}.")


def test_a_whole_column_of_formulas_is_a_fault_a_cell(tmp_path: Path) -> None:
    lines = [line.split(",", 1) for line in AREAS.splitlines()]
    as_formulas = "\n".join([",".join(lines[0]), *(f'="{id}",{rest}' for id, rest in lines[1:])]) + "\n"
    shown = faults(write(tmp_path, areas=as_formulas))
    assert [fault.partition(":")[0] for fault in shown] == [
        f"areas.csv line {line}, column id" for line in range(2, len(lines) + 1)
    ]


def test_a_whole_column_of_codes_turned_into_numbers_is_a_fault_a_cell(tmp_path: Path) -> None:
    shown = faults(write(tmp_path, areas=AREAS.replace("220202001001,", "220202001001.0,")))
    assert [fault.partition(":")[0] for fault in shown] == [
        "areas.csv line 5, column code",
        "areas.csv line 5, column id",
        "areas.csv line 7, column parent_id",
        "areas.csv line 8, column parent_id",
    ]


@pytest.mark.parametrize(
    ("cell", "shown", "expected"),
    [
        ("", "empty", "a name"),
        ("第二网格 ", "'第二网格 '", "a name without white space before or after it"),
        ("第二\u3000网格", "'第二\\u3000网格'", "a name without U+3000 IDEOGRAPHIC SPACE"),
        ("第二\u200b网格", "'第二\\u200b网格'", "a name without U+200B ZERO WIDTH SPACE, which nobody sees: delete it"),
        ("第二\x07网格", "'第二\\x07网格'", "a name without U+0007 CONTROL CHARACTER"),
        ('"第二\n网格"', "'第二\\n网格'", "a name without U+000A LINE BREAK"),
        ("网" * 201, f"'{'网' * 59}…'", "a name of at most 200 characters; it has 201"),
        ("#REF!", "'#REF!'", "a name; Excel saved the error of a formula here"),
        ("cafe\u0301", "'cafe\u0301'", "a name in composed characters (Unicode NFC)"),
        ("\uf900", "'\uf900'", "a name in composed characters (Unicode NFC)"),
    ],
)
def test_a_name_that_cannot_be_one(tmp_path: Path, cell: str, shown: str, expected: str) -> None:
    folder = damage(tmp_path, "areas.csv", "第二网格", cell)
    assert faults(folder) == [f"areas.csv line 8, column name: {shown} — expected {expected}."]


@pytest.mark.parametrize(
    "hidden",
    [
        *(
            "\u00ad",
            "\u034f",
            "\u061c",
            "\u115f",
            "\u1160",
            "\u17b4",
            "\u180b",
            "\u200d",
            "\u202e",
            "\u2060",
            "\u2066",
            "\u206a",
        ),
        *("\u2800", "\u3164", "\ufe00", "\ufe0f", "\uffa0", "\ufff9", "\U0001d173", "\U000e0041", "\U000e0100"),
    ],
)
def test_a_name_with_what_nobody_sees_is_refused(tmp_path: Path, hidden: str) -> None:
    (fault,) = faults(damage(tmp_path, "areas.csv", "第二网格", f"第二{hidden}网格"))
    assert fault.startswith("areas.csv line 8, column name: ")
    assert f"expected a name without U+{ord(hidden):04X}" in fault
    assert fault.endswith(", which nobody sees: delete it.")


@pytest.mark.parametrize("nothing", ["\ufdd0", "\uffff", "\U0001fffe", "\u0378", "\U000e1000"])
def test_a_name_with_what_is_no_character_is_refused(tmp_path: Path, nothing: str) -> None:
    (fault,) = faults(damage(tmp_path, "areas.csv", "第二网格", f"第二{nothing}网格"))
    assert fault.endswith(
        f"expected a name without U+{ord(nothing):04X}, which is no character: write the one that is meant."
    )


@pytest.mark.parametrize(("radical", "meant"), [("⻓", "长"), ("⾧", "長"), ("⺠", "民"), ("⼀", "一"), ("⻄", "西")])
def test_a_radical_is_refused_with_the_character_that_is_meant(tmp_path: Path, radical: str, meant: str) -> None:
    (fault,) = faults(damage(tmp_path, "areas.csv", "第二网格", f"第二{radical}网格"))
    assert fault.endswith(f"as copies from PDF files hold it: write {meant} (U+{ord(meant):04X}).")


@pytest.mark.parametrize(
    ("file", "old", "place"),
    [
        ("orgs.csv", ",社区党委", "orgs.csv line 5, column title"),
        ("figures.csv", "rounded", "figures.csv line 3, column note"),
        ("dataset.toml", "示例市", "dataset.toml line 2, key title"),
        ("dataset.toml", "An example.", "dataset.toml line 3, key source"),
        ("dataset.toml", "公安", "dataset.toml line 5, key lines"),
    ],
)
def test_no_text_may_hold_what_nobody_sees(tmp_path: Path, file: str, old: str, place: str) -> None:
    assert any(fault.startswith(place) for fault in faults(damage(tmp_path, file, old, f"{old}\u3164")))


@pytest.mark.parametrize("rare", ["𠮷", "𰻝", "\U000323b0", "\ue000"])
def test_rare_characters_of_names_are_kept(tmp_path: Path, rare: str) -> None:
    assert f"{rare}网格" in {fact.name for fact in read(damage(tmp_path, "areas.csv", "第二网格", f"{rare}网格")).facts}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2023/3/1", f"{A_DATE}; perhaps 2023-03-01 is meant"),
        ("2023年3月1日", f"{A_DATE}; perhaps 2023-03-01 is meant"),
        ("2023.03.01", f"{A_DATE}; perhaps 2023-03-01 is meant"),
        ("20230301", f"{A_DATE}; perhaps 2023-03-01 is meant"),
        ("44986", f"{A_DATE}; perhaps 2023-03-01 is meant"),
        ("２０２３-03-01", f"{A_DATE}; perhaps 2023-03-01 is meant"),
        ("'2023-03-01", f"{A_DATE}; perhaps 2023-03-01 is meant"),
        ("2023-03-01 ", f"{A_DATE}; perhaps 2023-03-01 is meant"),
        ("2023-03-01 00:00:00", f"{A_DATE}; perhaps 2023-03-01 is meant"),
        ("2023/2/30", A_DATE),
        ("3/1/23", A_DATE),
        ("2023", A_DATE),
        ("2023-02-30", "a day of the calendar, written as 2022-12-31"),
        ("2025-01-02", "a day that is not in the future; today is 2025-01-01"),
    ],
)
@pytest.mark.parametrize("column", ["valid_from", "valid_to"])
def test_a_date_written_otherwise(tmp_path: Path, column: str, cell: str, expected: str) -> None:
    old = ("synthetic,2023-03-01,", "register,2000-01-01,2020-01-01")[column == "valid_to"]
    new = (f"synthetic,{cell},", f"register,2000-01-01,{cell}")[column == "valid_to"]
    line = (8, 11)[column == "valid_to"]
    shown = f'"{cell}"' if "'" in cell else f"'{cell}'"
    assert faults(damage(tmp_path, "areas.csv", old, new)) == [
        f"areas.csv line {line}, column {column}: {shown} — expected {expected}."
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("areas.csv", GRID, "220202001001002,Gird", f"line 8, column kind: 'Gird' — expected {KINDS}; perhaps Grid is meant"),
        ("areas.csv", GRID, "220202001001002,grid", f"line 8, column kind: 'grid' — expected {KINDS}; perhaps Grid is meant"),
        ("areas.csv", GRID, "220202001001002,", f"line 8, column kind: empty — expected {KINDS}"),
        ("areas.csv", GRID, "220202001001002,Compound", f"line 8, column kind: 'Compound' — expected {KINDS}"),
        ("areas.csv", "synthetic,2023", "synthetik,2023", f"line 8, column source: 'synthetik' — expected {SOURCES}; perhaps synthetic is meant"),
        ("areas.csv", "synthetic,2023", ",2023", f"line 8, column source: empty — expected {SOURCES}"),
        ("orgs.csv", "D220202001001002,GridGroup", "D220202001001002,Alliance", "line 9, column kind: 'Alliance' — expected one of CityCommittee, CountyCommittee, StreetCommittee, CommunityOrg, GridBranch, BuildingGroup, GridGroup, MemberHousehold"),
        ("orgs.csv", "社区党委,synthetic", "社区党委 ,synthetic", "line 5, column title: '社区党委 ' — expected a name without white space before or after it"),
        ("orgs.csv", "D220202001001001,220202001001002", "D220202001001001,", "line 9, column area_id: empty — expected the id of a standing Grid"),
        ("units.csv", "enterprise", "company", f"line 3, column category: 'company' — expected {CATEGORIES}; perhaps property_company is meant"),
        ("units.csv", "公安", "安全", "line 2, column line: '安全' — expected one of 公安, 住建"),
        ("units.csv", "enterprise,", "enterprise,公安", "line 3, column line: '公安' — expected an empty cell; only a department has a line"),
        ("areas.csv", "220202001001,,,synthetic,2", "220202001001,,street,synthetic,2", "line 8, column category: 'street' — expected an empty cell; a Grid has no category"),
        ("areas.csv", "220202001001,,,synthetic,2", "220202001001,,grid,synthetic,2", "line 8, column category: 'grid' — expected an empty cell; a Grid has no category"),
        ("areas.csv", "district", "districts", "line 3, column category: 'districts' — expected district, or an empty cell, for a County; perhaps district is meant"),
        ("areas.csv", ",street,", ",Street,", "line 4, column category: 'Street' — expected one of street, town, or an empty cell, for a Town; perhaps street is meant"),
        ("areas.csv", "district", "street", "line 3, column category: 'street' — expected district, or an empty cell, for a County"),
        ("areas.csv", "220202001001,,,synthetic,2", "220202001001,2E+11,,synthetic,2", f"line 8, column code: '2E+11' — expected {AS_TEXT}"),
        ("alliances.csv", "community", "communty", "line 5, column level: 'communty' — expected one of street, community, province, city, county; perhaps community is meant"),
        ("alliances.csv", "community", "city", "line 5, column level: 'city' — expected one of street, community, the levels of a row of kind Alliance"),
        ("alliances.csv", "D220202001001,A001", ",A001", "line 5, column lead_id: empty — expected the id of a standing Party organisation"),
        ("memberships.csv", "lead", "leader", "line 2, column role: 'leader' — expected one of lead, member; perhaps lead is meant"),
        ("memberships.csv", "U0002", "", "line 3, column unit_id: empty — expected the id of a standing Unit"),
        ("figures.csv", "reconcile/streets", "reconcile/street", "line 2, column statement: 'reconcile/street' — expected one of reconcile/grids, reconcile/streets; perhaps reconcile/streets is meant"),
        ("figures.csv", "police_share", "streets", "line 3, column key: 'streets' — expected each key once; line 2 has it"),
        ("figures.csv", "占警力的41.45%", "", "line 3, column phrase: empty — expected a text"),
        ("figures.csv", "rounded", "x" * 2001, f"line 3, column note: '{'x' * 59}…' — expected a text of at most 2000 characters; it has 2001"),
        ("figures.csv", ",68,", ",六十八,", f"line 2, column value: '六十八' — expected {NUMBER}"),
        ("figures.csv", ",68,", ",６８,", f"line 2, column value: '６８' — expected {NUMBER}"),
        ("figures.csv", ",68,", ',"16,391",', f"line 2, column value: '16,391' — expected {NUMBER}"),
        ("figures.csv", ",68,", ",6.8%,", f"line 2, column value: '6.8%' — expected {NUMBER}"),
        ("figures.csv", ",68,", ",nan,", f"line 2, column value: 'nan' — expected {NUMBER}"),
        ("figures.csv", ",68,", f",{'9' * 16},", f"line 2, column value: '{'9' * 16}' — expected {NUMBER}"),
    ],
)  # fmt: skip
def test_a_cell_that_does_not_fit_its_column(tmp_path: Path, file: str, old: str, new: str, expected: str) -> None:
    assert faults(damage(tmp_path, file, old, new)) == [f"{file} {expected}."]


LOST = (
    "text without U+FFFD (�), which stands where characters were lost to another encoding; take them from the original"
)


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("areas.csv", "第二网格", "第�网格", "line 8, column name: '第�网格'"),
        ("areas.csv", "synthetic,2023", "�,2023", "line 8, column source: '�'"),
        ("areas.csv", "2023-03-01", "2023�3�1�", "line 8, column valid_from: '2023�3�1�'"),
        ("areas.csv", "district", "�", "line 3, column category: '�'"),
        ("orgs.csv", ",社区党委", ",社区�委", "line 5, column title: '社区�委'"),
        ("figures.csv", "rounded", "�", "line 3, column note: '�'"),
        ("memberships.csv", "U0002", "U�", "line 3, column unit_id: 'U�'"),
    ],
)
def test_a_cell_with_characters_lost_to_another_encoding(
    tmp_path: Path, file: str, old: str, new: str, place: str
) -> None:
    assert faults(damage(tmp_path, file, old, new)) == [f"{file} {place} — expected {LOST}."]


def test_a_description_with_characters_lost_to_another_encoding(tmp_path: Path) -> None:
    assert faults(damage(tmp_path, "dataset.toml", "示例市", "�例市")) == [
        f"dataset.toml line 2, key title: '�例市' — expected {LOST}."
    ]


def test_a_statement_cannot_be_named_while_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(InvalidDataSetError, match="expected an empty cell, for there is nothing it could hold yet"):
        read_data_set(write(tmp_path), today=TODAY, statements=frozenset())


def test_every_cell_at_fault_in_a_row_is_named(tmp_path: Path) -> None:
    row = "D9 ,Grid Branch,,D1,2,,guess,2023/1/1,tomorrow\n"
    shown = faults(write(tmp_path, orgs=ORGS + row))
    assert [fault.partition(":")[0] for fault in shown] == [
        f"orgs.csv line 12, column {column}"
        for column in ("area_id", "id", "kind", "name", "parent_id", "source", "valid_from", "valid_to")
    ]


def test_private_use_is_a_caution_and_no_fault(tmp_path: Path) -> None:
    cautions: list[DataSetFault] = []
    folder = damage(tmp_path, "areas.csv", "第二网格", "\ue000网格")
    read_data_set(folder, today=TODAY, statements=STATEMENTS, cautions=cautions)
    (caution,) = map(str, cautions)
    assert caution.startswith("areas.csv line 8, column name: ")
    assert "private-use U+E000" in caution
