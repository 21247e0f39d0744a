"""Cities whose chains are not that of the first: loaded, drawn, changed and closed as any other."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from store import SUMMER, WINTER, Store

from cypher import kit
from graph.pages import Paging
from graph.questions import trees
from graph.questions.entities import entity
from graph.questions.responsibility import responsible
from graph.warming import warming
from seed_data.faults import InvalidDataSetError
from seed_data.reading import read_data_set
from tests.cities import CITIES, DISTRICT, NESTED, PROVINCE, City
from tests.city_ledgers import Row

ALL = Paging(size=1000, after=None)
Files = dict[str, list[Row]]
OF_A_TREE = {
    "city",
    "street",
    "community",
    "household",
    "building",
    "territory",
    "same_name",
    "responsible",
    "changes",
}


def bring(store: Store, city: City, folder: Path, edit: Callable[[Files], object] = lambda _: None) -> Files:
    """Load a city, in a later edition where its files are edited."""
    files = city.files()
    edit(files)
    name = f"{city.name} {len([*folder.iterdir()])}"
    read = read_data_set(city.write(folder / name, files), today=WINTER, statements=frozenset(kit_statements(files)))
    store.bring(read, today=WINTER if len([*folder.iterdir()]) > 1 else SUMMER)
    return files


def kit_statements(files: Files) -> set[str]:
    return {row["statement"] for row in files["figures.csv"]}


@pytest.mark.parametrize("city", CITIES.values(), ids=CITIES)
def test_a_city_loaded_twice_is_a_city_loaded_once(store: Store, tmp_path: Path, city: City) -> None:
    bring(store, city, tmp_path)
    before = store.revision(), store.relationships()
    bring(store, city, tmp_path)
    assert (store.revision(), store.relationships()) == before


# The area with the first id is the one that is asked about.
@pytest.mark.parametrize("name", ["1号楼", "Tower A", "楼", "A"])
def test_a_city_of_any_names_is_asked_the_first_questions(store: Store, tmp_path: Path, name: str) -> None:
    bring(store, replace(DISTRICT, areas=DISTRICT.areas.replace("1号楼", name)), tmp_path)
    asked = sum(1 for _ in warming(store.engine))
    store.clear()
    assert asked > sum(1 for _ in warming(store.engine))


def answers(store: Store) -> dict[str, list[object]]:
    """Return all that each saved query answers, by its name."""
    return {
        query.statement.name.removeprefix("browser/"): [
            value
            for row in store.run(query.statement.text)  # pyright: ignore[reportArgumentType]
            for value in row.values()
            if value is not None
        ]
        for query in kit.saved_queries()
    }


@pytest.mark.parametrize("city", CITIES.values(), ids=CITIES)
def test_no_saved_query_is_empty_because_a_city_lacks_a_kind(store: Store, tmp_path: Path, city: City) -> None:
    bring(store, city, tmp_path)
    found = answers(store)
    assert {name for name, values in found.items() if not values} == set()
    said = {name for name, values in found.items() if isinstance(values[0], str)}
    assert said & OF_A_TREE == set()
    assert said & {"alliance", "linkage", "county_alliances", "leads", "unit", "figures"} == set()


@pytest.mark.parametrize("city", CITIES.values(), ids=CITIES)
def test_of_a_city_of_two_trees_alone_a_saved_query_draws_them_or_says_what_it_lacks(
    store: Store, tmp_path: Path, city: City
) -> None:
    def bare(files: Files) -> None:
        for name in files.keys() - {"areas.csv", "orgs.csv"}:
            files[name] = []

    bring(store, city, tmp_path, bare)
    found = answers(store)
    said = {name: values for name, values in found.items() if not values or isinstance(values[0], str)}
    assert said.keys() & OF_A_TREE == set()
    assert all(len(values) == 1 and str(values[0]).startswith("图里没有") for values in said.values())


def ids(row: Row) -> set[str]:
    """Return its own id and all that its cells name."""
    return {id for cell in row.values() for id in cell.split(";")}


@pytest.mark.parametrize("city", CITIES.values(), ids=CITIES)
def test_what_is_gone_from_a_later_edition_is_closed_from_below(store: Store, tmp_path: Path, city: City) -> None:
    bring(store, city, tmp_path)
    parents = {row["parent_id"] for row in city.org_rows()}
    (*_, own) = (row for row in city.org_rows() if row["id"] not in parents)
    gone = own["id"]

    def without(files: Files) -> None:
        """Take the row out, and whatever hangs on it, and so on."""
        lost, before = {gone}, 0
        while len(lost) > before:
            before = len(lost)
            lost |= {
                row["id"] for rows in files.values() for row in rows if "id" in row and lost.intersection(ids(row))
            }
        for file, rows in files.items():
            files[file] = [row for row in rows if not lost.intersection(ids(row))]

    bring(store, city, tmp_path, without)
    found = entity(store.engine, id=gone).value
    areas, parent = own["area_id"].split(";"), own["parent_id"]
    assert (found.valid_to, found.area_id, found.parent_id) == (WINTER, min(areas), parent)
    assert trees.record(store.engine, trees.ORGS, id=gone).value.area_id == min(areas)
    left = {row["id"] for row in city.org_rows()} - {gone}
    standing = store.run("MATCH (o:PartyOrg) RETURN o.id AS id")
    assert {row["id"] for row in standing} == left
    ended = {(type, end) for type, start, end, *_ in store.links(gone) if start == gone and type != "WAS_LEADS"}
    assert ended == {("WAS_UNDER", parent), *(("WAS_COVERS", area) for area in areas)}


def test_an_area_less_and_another_superior_end_what_was(store: Store, tmp_path: Path) -> None:
    bring(store, NESTED, tmp_path)

    def moved(files: Files) -> None:
        (joint,) = (row for row in files["orgs.csv"] if row["id"] == "DJ")
        joint |= {"parent_id": "DZ", "area_id": "G2;G3"}

    bring(store, NESTED, tmp_path, moved)
    ends = {(type, end) for type, start, end, *_ in store.links("DJ") if start == "DJ"}
    assert ends == {
        ("UNDER", "DZ"),
        ("WAS_UNDER", "DP"),
        ("COVERS", "G2"),
        ("COVERS", "G3"),
        ("WAS_COVERS", "G1"),
    }
    # What the joint branch left is nobody's: the city covers its grids by branches.
    vacant = [answer for answer in responsible(store.engine, area_id="G1", paging=ALL).value.items if answer.vacant]
    assert [(answer.area.id, answer.kind.value) for answer in vacant if answer.role.value == "branch"] == [
        ("G1", "GridBranch")
    ]


def test_one_of_a_nested_kind_that_ends_leaves_those_below_to_another(store: Store, tmp_path: Path) -> None:
    bring(store, NESTED, tmp_path)

    def ended(files: Files) -> None:
        rows = {row["id"]: row for row in files["orgs.csv"]}
        rows["DP"] |= {"valid_to": "2024-09-01"}
        rows["DJ"] |= {"parent_id": "DZ"}

    bring(store, NESTED, tmp_path, ended)
    below = trees.descendants(store.engine, trees.ORGS, id="DZ", max_depth=None, tier=None, kind=None, paging=ALL).value
    assert [step.id for step in below.items] == ["DJ"]
    above = trees.ancestors(store.engine, trees.ORGS, id="DJ", paging=ALL).value
    assert [step.id for step in above.items] == ["DZ", "ROOT"]


def test_a_circle_of_superiors_is_refused_in_words(tmp_path: Path) -> None:
    files = NESTED.files()
    (nested,) = (row for row in files["orgs.csv"] if row["id"] == "DP")
    nested |= {"parent_id": "DJ"}
    with pytest.raises(InvalidDataSetError) as refused:
        read_data_set(NESTED.write(tmp_path, files), today=SUMMER, statements=frozenset(kit_statements(files)))
    (fault,) = refused.value.faults
    assert "each is below the next: DP → DJ → DP" in str(fault)


@pytest.mark.parametrize(
    ("city", "file", "id", "cells", "said"),
    [
        # Of a district the leaders above it are in no ledger, and may be.
        (DISTRICT, "cadres.csv", "K-T2", {"area_ids": "T2;C"}, "a Town, for this cadre is a county_leader"),
        (DISTRICT, "cadres.csv", "K-T2", {"rank": "city_leader"}, "a County, for this cadre is a city_leader"),
        (PROVINCE, "cadres.csv", "K-C2", {"rank": "city_leader"}, "a County, for this cadre is a city_leader"),
        (PROVINCE, "cadres.csv", "K-C2", {"area_ids": "C1"}, "an area that no other cadre is in contact with"),
        (PROVINCE, "alliances.csv", "A-D1", {"guided_by": "A-DQ"}, "the id of a standing province LeadingGroup"),
        (PROVINCE, "alliances.csv", "A-DT", {"guided_by": "A-ROOT"}, "the id of a standing county LeadingGroup"),
        (PROVINCE, "alliances.csv", "A-ROOT", {"guided_by": "A-D1"}, "an empty cell"),
        (
            CITIES["corps"],
            "alliances.csv",
            "A-DR1",
            {"guided_by": "A-ROOT"},
            "county LeadingGroup or city LeadingGroup",
        ),
        (CITIES["districts"], "orgs.csv", "DAG", {"parent_id": "DA"}, "the id of a standing CommunityOrg"),
    ],
)
def test_what_no_city_of_that_chain_can_have_is_refused_in_words(
    tmp_path: Path, city: City, file: str, id: str, cells: Row, said: str
) -> None:
    files = city.files()
    (row,) = (row for row in files[file] if row["id"] == id)
    row.update(cells)
    with pytest.raises(InvalidDataSetError) as refused:
        read_data_set(city.write(tmp_path, files), today=SUMMER, statements=frozenset(kit_statements(files)))
    assert any(said in str(fault) for fault in refused.value.faults), refused.value.faults
