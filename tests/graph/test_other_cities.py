"""Cities whose chains are not that of the first: every row of their files is found again by the questions."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from store import SUMMER, Store

from cypher import kit
from graph import hierarchies, listings
from graph.pages import Paging
from graph.profile import profile
from graph.responsibility import responsible
from seed_data.contents import contents
from seed_data.faults import InvalidDataSetError
from seed_data.format import DataSet
from seed_data.reading import read_data_set

ALL = Paging(size=1000, after=None)
HEAD = """name = "other"\ntitle = "另一城"\nsource = "An example."\nfirst_day = 2022-12-31\nlines = []\n"""
LAYOUTS = {
    "units.csv": "id,name,category,source\n",
    "alliances.csv": "id,kind,name,level,lead_id,source\nA1,Alliance,党建联盟,community,ROOT,ledger\n",
    "memberships.csv": "unit_id,alliance_id,role,source\n",
    "figures.csv": "key,section,phrase,value,unit,what_it_counts\n",
}
# Each city: its kinds of area (within), its kinds of organisation (tier, under, covers), its rows.
Kinds = Mapping[str, str]
Rows = str
CITIES: dict[str, tuple[Kinds, Mapping[str, tuple[int | None, str, str]], Rows, Rows]] = {
    "a district on top, no grid branches": (
        {"County": "", "Town": "County", "Neighbourhood": "Town", "Grid": "Neighbourhood", "Building": "Grid"},
        {
            "CountyCommittee": (None, "", "County"),
            "StreetCommittee": (1, "CountyCommittee", "Town"),
            "CommunityOrg": (2, "StreetCommittee", "Neighbourhood"),
            "BuildingGroup": (4, "CommunityOrg", "Building"),
        },
        "C,County,; T,Town,C; N,Neighbourhood,T; G,Grid,N; B1,Building,G; B2,Building,G",
        "ROOT,CountyCommittee,,C; DT,StreetCommittee,ROOT,T; DN,CommunityOrg,DT,N; DB,BuildingGroup,DN,B1",
    ),
    "one kind nested, and a branch of three grids": (
        {"Town": "", "Neighbourhood": "Town", "Grid": "Neighbourhood", "Compound": "Grid Compound"},
        {
            "CommunityOrg": (2, "CommunityOrg", "Town Neighbourhood"),
            "GridBranch": (3, "CommunityOrg GridBranch", "Grid"),
        },
        "T,Town,; N,Neighbourhood,T; G3,Grid,N; G2,Grid,N; G1,Grid,N; G4,Grid,N; K2,Compound,K1; K1,Compound,G1",
        "DP,GridBranch,DZ,G4; DZ,CommunityOrg,ROOT,N; DJ,GridBranch,DP,G2 G1 G3; ROOT,CommunityOrg,,T",
    ),
    "a province on top with two cities": (
        {"Province": "", "City": "Province", "County": "City", "Town": "County"},
        {
            "ProvinceCommittee": (None, "", "Province"),
            "CityCommittee": (None, "ProvinceCommittee", "City"),
            "CountyCommittee": (None, "CityCommittee", "County"),
            "StreetCommittee": (1, "CountyCommittee", "Town"),
        },
        "P,Province,; C1,City,P; C2,City,P; Q1,County,C1; Q2,County,C2; T1,Town,Q1; T2,Town,Q2",
        (
            "ROOT,ProvinceCommittee,,P; D1,CityCommittee,ROOT,C1; D2,CityCommittee,ROOT,C2; DQ,CountyCommittee,D1,Q1;"
            "DT,StreetCommittee,DQ,T1"
        ),
    ),
    "a town with villages": (
        {"Town": "", "Neighbourhood": "Town Neighbourhood", "Grid": "Neighbourhood", "Building": "Neighbourhood Grid"},
        {
            "StreetCommittee": (1, "", "Town"),
            "CommunityOrg": (2, "StreetCommittee", "Neighbourhood"),
            "GridBranch": (3, "CommunityOrg", "Grid"),
            "MemberHousehold": (5, "GridBranch CommunityOrg", "Building"),
        },
        "T,Town,; V,Neighbourhood,T; VG,Neighbourhood,V; G,Grid,VG; B1,Building,G; B2,Building,V",
        (
            "ROOT,StreetCommittee,,T; DV,CommunityOrg,ROOT,V; DG,GridBranch,DV,G; H1,MemberHousehold,DG,B1;"
            "H2,MemberHousehold,DV,B2"
        ),
    ),
}
Area = tuple[str, str, str]
Org = tuple[str, str, str, list[str]]


def rows(text: Rows) -> list[list[str]]:
    return [[cell.strip() for cell in row.split(",")] for row in text.split(";")]


def listed(text: str) -> str:
    return str(text.split()).replace("'", '"')


def city(folder: Path, name: str, *, areas: Rows | None = None, orgs: Rows | None = None) -> DataSet:
    """Return the data set of a city, written as files and read as anybody's."""
    area_kinds, org_kinds, own_areas, own_orgs = CITIES[name]
    about = [HEAD]
    about += [
        f'[[areas]]\nkind = "{kind}"\ntitle = "{kind}"\nwithin = {listed(within)}\ncategories = []\n'
        for kind, within in area_kinds.items()
    ]
    for kind, (tier, under, covers) in org_kinds.items():
        about.append(
            f'[[orgs]]\nkind = "{kind}"\ntitle = "{kind}"\nunder = {listed(under)}\ncovers = {listed(covers)}\n'
        )
        about += [] if tier is None else [f"tier = {tier}\n"]
    (folder / "dataset.toml").write_text("".join(about), encoding="utf-8")
    lines = [f"{id},{kind},{id}地,{parent},ledger\n" for id, kind, parent in rows(areas or own_areas)]
    (folder / "areas.csv").write_text("id,kind,name,parent_id,source\n" + "".join(lines), encoding="utf-8")
    lines = [
        f"{id},{kind},{id}组织,{parent},{covers.replace(' ', ';')},ledger\n"
        for id, kind, parent, covers in rows(orgs or own_orgs)
    ]
    (folder / "orgs.csv").write_text("id,kind,name,parent_id,area_id,source\n" + "".join(lines), encoding="utf-8")
    for file, text in LAYOUTS.items():
        (folder / file).write_text(text, encoding="utf-8")
    return read_data_set(folder, today=SUMMER, statements=frozenset())


def above(id: str, parents: Mapping[str, str]) -> list[str]:
    parent = parents[id]
    return [parent, *above(parent, parents)] if parent else []


@pytest.mark.parametrize("name", CITIES)
def test_the_questions_agree_with_the_files(store: Store, tmp_path: Path, name: str) -> None:
    stated = contents(city(tmp_path, name))
    store.bring(stated)
    before = store.revision()
    assert store.bring(stated).conflicts == []
    assert store.revision() == before
    org_kinds, areas, orgs = CITIES[name][1], rows(CITIES[name][2]), rows(CITIES[name][3])
    trees = (
        (hierarchies.AREAS, {row[0]: row[1] for row in areas}, {row[0]: row[2] for row in areas}),
        (hierarchies.ORGS, {row[0]: row[1] for row in orgs}, {row[0]: row[2] for row in orgs}),
    )
    for hierarchy, kinds, parents in trees:
        for id in kinds:
            walked = hierarchies.ancestors(store.engine, hierarchy, id=id, paging=ALL).value  # pyright: ignore[reportArgumentType] - of both trees
            assert [step.id for step in walked.items] == above(id, parents)
            below = [other for other in kinds if id in above(other, parents)]
            assert hierarchies.counts(store.engine, hierarchy, id=id).value.by_kind == Counter(kinds[i] for i in below)  # pyright: ignore[reportArgumentType] - of both trees
            found = hierarchies.descendants(
                store.engine,
                hierarchy,  # pyright: ignore[reportArgumentType] - of both trees
                id=id,
                max_depth=None,
                tier=None,
                kind=None,
                paging=ALL,
            ).value
            assert ({step.id for step in found.items}, found.total) == ({*below}, len(below))
    inside = {row[0]: above(row[0], trees[0][2]) for row in areas}
    for area, around in inside.items():
        covering = {o[0] for o in orgs if any(area in (at, *inside[at]) for at in o[3].split())}
        page = listings.orgs(store.engine, kind=None, tier=None, area_id=area, q=None, paging=ALL).value
        assert ([org.id for org in page.items], page.total) == (sorted(covering), len(covering))
        assert all(org.area_id == min(o[3].split()) for org in page.items for o in orgs if o[0] == org.id)
        levels = [area, *around]
        answers = responsible(store.engine, area_id=area, paging=ALL).value.items
        told = [answer.id for answer in answers if answer.kind in org_kinds and not answer.vacant]
        assert sorted(map(str, told)) == sorted(o[0] for at in levels for o in orgs if at in o[3].split())
        assert {answer.kind.value for answer in answers if answer.vacant} <= {*org_kinds}
        assert profile(store.engine, area_id=area).value.area.id == area


@pytest.mark.parametrize("name", CITIES)
def test_every_saved_query_runs(store: Store, tmp_path: Path, name: str) -> None:
    store.bring(contents(city(tmp_path, name)))
    drawn = {query.statement.name for query in kit.saved_queries() if store.run(query.statement.text)}  # pyright: ignore[reportArgumentType]
    assert {"browser/city", "browser/alliance", "browser/changes"} <= drawn


def test_a_vacancy_is_told_only_of_a_body_that_the_city_has(store: Store, tmp_path: Path) -> None:
    store.bring(contents(city(tmp_path, "a district on top, no grid branches")))
    vacant = [
        (answer.area.id, answer.kind.value)
        for answer in responsible(store.engine, area_id="B2", paging=ALL).value.items
        if answer.vacant
    ]
    assert vacant == [("B2", "BuildingGroup")]


def test_an_area_less_and_another_superior_end_what_was(store: Store, tmp_path: Path) -> None:
    name = "one kind nested, and a branch of three grids"
    store.bring(contents(city(tmp_path, name)))
    moved = CITIES[name][3].replace("DJ,GridBranch,DP,G2 G1 G3", "DJ,GridBranch,DZ,G2 G3")
    store.bring(contents(city(tmp_path, name, orgs=moved)), today=SUMMER)
    ends = {(type, end) for type, start, end, *_ in store.links("DJ") if start == "DJ"}
    assert ends == {
        ("UNDER", "DZ"),
        ("WAS_UNDER", "DP"),
        ("COVERS", "G2"),
        ("COVERS", "G3"),
        ("WAS_COVERS", "G1"),
    }


def test_a_circle_of_superiors_is_refused_in_words(tmp_path: Path) -> None:
    name = "one kind nested, and a branch of three grids"
    orgs = CITIES[name][3].replace("DP,GridBranch,DZ", "DP,GridBranch,DJ")
    with pytest.raises(InvalidDataSetError) as refused:
        city(tmp_path, name, orgs=orgs)
    (fault,) = refused.value.faults
    assert "each is below the next: DP → DJ → DP" in str(fault)
