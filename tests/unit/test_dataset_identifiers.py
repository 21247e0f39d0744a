"""identifiers.csv: codes of other systems, each written as its scheme says, and none given twice on a day."""

from pathlib import Path

import pytest
from dataset_folder import DATASET, STATEMENTS, TODAY, faults, read, write

from graph.loading import Triple
from graph.vocabulary import Kind, Relationship, Scheme
from graph.vocabulary.schemes import RULES, CodeRule
from seed_data.faults import DataSetFault
from seed_data.reading import read_data_set

HEAD = "id,value,entity_id,scheme,source,valid_from,valid_to\n"
STATION, SHOP = "11220202MB0000000X", "91220202MA00000079"
"""Two codes with check characters that follow from the others, of no body there is."""
OWN = DATASET.replace(
    "\n[[areas]]", '\n[[schemes]]\nkey = "dossier"\ntitle = "档案号"\ncapitals_count = true\n\n[[areas]]', 1
)


def identified(folder: Path, *rows: str, dataset: str = DATASET, **texts: str) -> Path:
    """Write the data set with the rows of identifiers.csv, and other ledgers by the stems of their files."""
    write(folder, dataset=dataset)
    for stem, text in {"identifiers": HEAD + "\n".join(rows), **texts}.items():
        (folder / f"{stem}.csv").write_text(text, encoding="utf-8")
    return folder


def test_a_row_states_a_code_of_a_scheme_and_what_it_identifies(tmp_path: Path) -> None:
    folder = identified(tmp_path, f"I1,{STATION},U0001,uscc,ledger,,", "I2,220202,220202000000,civil_affairs,ledger,,")
    (first, second) = [fact for fact in read(folder).facts if fact.kind is Kind.IDENTIFIER]
    assert first.properties == {"name": STATION, "source": "ledger", "scheme": "uscc"}
    assert first.links == (Triple(Relationship.IDENTIFIES, "I1", "U0001"),)
    assert second.links == (Triple(Relationship.IDENTIFIES, "I2", "220202000000"),)


@pytest.mark.parametrize(
    ("scheme", "code", "right"),
    [
        (Scheme.USCC, STATION, None),
        (Scheme.USCC, SHOP, None),
        (Scheme.USCC, f"{SHOP[:-1]}P", "9"),
        (Scheme.ORG_CODE, "MA0000007", None),
        (Scheme.ORG_CODE, "MA0000003", "7"),
        (Scheme.CIVIL_AFFAIRS, "220202", None),
    ],
)
def test_the_last_character_follows_from_the_others(scheme: Scheme, code: str, right: str | None) -> None:
    assert RULES[scheme].is_fit(code)
    assert RULES[scheme].right_check(code) == right


@pytest.mark.parametrize(
    "typed",
    [
        STATION.lower(),
        f" {STATION[:8]} {STATION[8:]}",
        STATION.translate({ord(one): ord(one) + 0xFEE0 for one in STATION}),
        f"{STATION[:8]}-{STATION[8:17]}-{STATION[17:]}",
        f"\u200b{STATION}",
    ],
)
def test_a_code_is_brought_to_one_form(typed: str) -> None:
    assert RULES[Scheme.USCC].normal(typed) == STATION


def test_capitals_count_where_the_scheme_says_so() -> None:
    assert (CodeRule(has_capitals=True).normal("aB 1"), CodeRule().normal("aB-1")) == ("aB1", "AB-1")


@pytest.mark.parametrize(
    ("code", "scheme", "expected"),
    [
        (f"{STATION[:-1]}Y", "uscc", "here X"),
        (STATION[:-1], "uscc", "a 统一社会信用代码 of 18 digits and capitals, none of them I, O, S, V or Z."),
        (STATION.lower(), "uscc", f"perhaps '{STATION}' is meant"),
        ("11220202-MB0000000-X", "uscc", f"perhaps '{STATION}' is meant"),
        ("2.20202E+11", "civil_affairs", "Excel turned it into a number"),
        ("2202021", "civil_affairs", "a 民政代码 of 6, 9 or 12 digits."),
        ("A*", "org_code", "a 组织机构代码 of 9 digits and capitals, the last a digit or X."),
        ("", "uscc", "a code."),
        (f"{STATION} ", "uscc", "a code without white space before or after it"),
        ("1" * 65, "uscc", "a code of at most 64 characters; it has 65"),
        (STATION, "usc", "perhaps uscc is meant"),
        (STATION, "code", "one of uscc, org_code, civil_affairs"),
    ],
)
def test_a_code_that_is_not_written_as_its_scheme_says_is_a_fault(
    tmp_path: Path, code: str, scheme: str, expected: str
) -> None:
    (fault,) = faults(identified(tmp_path, f"I1,{code},U0001,{scheme},ledger,,"))
    assert fault.startswith("identifiers.csv line 2, column ")
    assert expected in fault


def test_what_two_rows_give_on_one_day_is_a_fault_that_names_both(tmp_path: Path) -> None:
    rows = (f"I1,{SHOP},U0002,uscc,ledger,,", f"I2,{SHOP},U0003,uscc,ledger,2023-05-01,")
    (fault,) = faults(identified(tmp_path, *rows))
    assert fault == (
        f"identifiers.csv line 3, column value: '{SHOP}' — expected a code that nothing else has at the time; line 2 gives it "
        "to U0002 from 2022-12-31 on."
    )


def test_a_code_may_pass_on_and_one_entity_may_have_several(tmp_path: Path) -> None:
    rows = (
        f"I1,{SHOP},U0002,uscc,ledger,,2023-05-01",
        f"I2,{SHOP},U0003,uscc,ledger,2023-05-01,",
        "I3,MA0000007,U0003,org_code,ledger,,",
        f"I4,{STATION},U0002,uscc,ledger,2023-05-01,",
    )
    stated = read(identified(tmp_path, *rows)).facts
    assert [fact.id for fact in stated if fact.kind is Kind.IDENTIFIER] == ["I1", "I2", "I3", "I4"]


def test_a_code_is_free_again_once_its_holder_ended(tmp_path: Path) -> None:
    folder = identified(
        tmp_path,
        "I1,220202001003,220202001003,civil_affairs,ledger,2010-01-01,",
        "I2,220202001003,220202001002,civil_affairs,ledger,,",
    )
    ends = {fact.id: fact.valid_to for fact in read(folder).facts}
    assert (str(ends["I1"]), ends["I2"]) == ("2020-01-01", None)


def test_a_data_set_has_schemes_of_its_own(tmp_path: Path) -> None:
    rows = ("I1,档a:1,U0001,dossier,ledger,,", "I2,档A:1,U0002,dossier,ledger,,")
    data_set = read(identified(tmp_path, *rows, dataset=OWN))
    assert [scheme.key for scheme in data_set.tables.schemes] == ["dossier"]


@pytest.mark.parametrize(
    ("key", "title", "expected"),
    [
        ("uscc", "别的", "a word that no other scheme has"),
        ("code", "别的", "a word that no other scheme has"),
        ("mine", "统一社会信用代码", "a word that no other scheme has"),
        ("Mine", "别的", "1 to 40 characters"),
        ("mine", "别：的", "a title without a colon"),
        ("mine", "", "a name"),
        ("mine", "USCC", "a word that no other scheme has"),
        ("mine", "ｕｓｃｃ", "a word that no other scheme has"),
        ("mine", "Org_Code", "a word that no other scheme has"),
        ("mine", "CODE", "a word that no other scheme has"),
        ("mine", "别﹕的", "a title without a colon"),
    ],
)
def test_a_scheme_that_cannot_be_told_from_another_is_a_fault(
    tmp_path: Path, key: str, title: str, expected: str
) -> None:
    table = f'\n[[schemes]]\nkey = "{key}"\ntitle = "{title}"\n\n[[areas]]'
    found = faults(write(tmp_path, dataset=DATASET.replace("\n[[areas]]", table, 1)))
    assert len(found) == 1
    assert found[0].startswith("dataset.toml line ")
    assert expected in found[0]


def test_a_code_of_a_person_is_masked_as_the_name_is(tmp_path: Path) -> None:
    persons = "id,name,post_ids,source\nR1,王小明,,ledger\n"
    folder = identified(tmp_path, "I1,P007:9,R1,dossier,ledger,,", dataset=OWN, persons=persons)
    (fact,) = [fact for fact in read(folder).facts if fact.kind is Kind.IDENTIFIER]
    assert (fact.properties["name"], fact.properties["full_value"]) == ("P*", "P007:9")


def test_no_fault_shows_a_code_of_a_person(tmp_path: Path) -> None:
    persons = "id,name,post_ids,source\nR1,王小明,,ledger\nR2,李芳,,ledger\n"
    rows = ("I1,P007 9,R1,dossier,ledger,,", "I2,P0079,R1,dossier,ledger,,", "I3,P0079,R2,dossier,ledger,,")
    found = faults(identified(tmp_path, *rows, dataset=OWN, persons=persons))
    assert len(found) == 2
    assert not any("0079" in fault or "007 9" in fault for fault in found)


def test_two_titles_that_differ_in_capitals_alone_are_a_fault(tmp_path: Path) -> None:
    tables = "".join(f'\n[[schemes]]\nkey = "{key}"\ntitle = "{title}"\n' for key, title in [("a", "No"), ("b", "nO")])
    (fault,) = faults(write(tmp_path, dataset=DATASET.replace("\n[[areas]]", f"{tables}\n[[areas]]", 1)))
    assert "'nO' — expected a word that no other scheme has" in fault


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ('"=""0012345"""', "a code without the formula around it: 0012345."),
        ("'0012345", "a code without the apostrophe before it"),
        ("＇0012345", "a code without the apostrophe before it"),
        ("2.20202E+17", "Excel turned it into a number"),
    ],
)
@pytest.mark.parametrize("scheme", ["dossier", "uscc"])
def test_what_excel_made_of_a_code_is_a_fault_of_every_scheme(
    tmp_path: Path, scheme: str, code: str, expected: str
) -> None:
    (fault,) = faults(identified(tmp_path, f"I1,{code},U0001,{scheme},ledger,,", dataset=OWN))
    assert expected in fault


def test_a_code_of_a_scheme_of_the_data_set_has_no_star(tmp_path: Path) -> None:
    (fault,) = faults(identified(tmp_path, "I1,00*1,U0001,dossier,ledger,,", dataset=OWN))
    assert "'00*1' — expected a 档案号 of 1 to 64 characters, none of them a star or a semicolon." in fault


NUMBER = "220202199003077512"


@pytest.mark.parametrize(
    "rows",
    [
        (f"I1,{NUMBER} ,R1,dossier,ledger,,",),
        (f"I1,{NUMBER}\ufffd,R1,dossier,ledger,,",),
        (f"I1,{NUMBER}\u200b,R1,dossier,ledger,,",),
        (f"I1,{NUMBER}⻓,R1,dossier,ledger,,",),
        (f"I1,{NUMBER}e\u0301,R1,dossier,ledger,,",),
        (f"I1,'{NUMBER},R1,dossier,ledger,,",),
        (f'I1,"=""{NUMBER}""",R1,dossier,ledger,,',),
        (f"I1,{NUMBER}",),
        (f"I1,{NUMBER} ,R9,dossier,ledger,,",),
        (f"I1,{NUMBER};,R9,dossier,ledger,,",),
        (f"I1,{NUMBER},R1,dossier,ledger,,", f"I2,{NUMBER},U0001,dossier,ledger,,"),
        (f"I1,{NUMBER},U0001,dossier,ledger,,", f"I2,{NUMBER},R1,dossier,ledger,,"),
    ],
)
def test_a_code_that_may_be_a_persons_is_masked_whatever_is_wrong_with_it(
    tmp_path: Path, rows: tuple[str, ...]
) -> None:
    persons = "id,name,post_ids,source\nR1,王小明,,ledger\n"
    found = faults(identified(tmp_path, *rows, dataset=OWN, persons=persons))
    assert found
    assert not any(NUMBER in fault for fault in found)


@pytest.mark.parametrize("stem", ["persons", "identifiers"])
def test_the_first_row_of_a_file_without_a_header_is_not_shown(tmp_path: Path, stem: str) -> None:
    folder = identified(tmp_path, dataset=OWN)
    (folder / f"{stem}.csv").write_text(f"R1,王小明,{NUMBER},ledger\n", encoding="utf-8")
    found = faults(folder)
    assert found[0].startswith(f"{stem}.csv line 1: expected the header id,")
    assert not any(NUMBER in fault or "王小明" in fault for fault in found)


def test_a_warning_shows_a_code_masked(tmp_path: Path) -> None:
    cautions: list[DataSetFault] = []
    folder = identified(tmp_path, f"I1,{NUMBER}\ue000,U0001,dossier,ledger,,", dataset=OWN)
    read_data_set(folder, today=TODAY, statements=STATEMENTS, cautions=cautions)
    assert [str(caution).partition(" — ")[0] for caution in cautions] == ["identifiers.csv line 2, column value: '2*'"]
