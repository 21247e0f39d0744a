"""The tables of kinds of a data set are kept in the graph, and brought to one that an earlier release loaded."""

from dataclasses import replace

import pytest
from city import City
from store import Store

from graph.errors import MalformedError
from graph.loading import keep_tables
from graph.tables import AreaKind, CategoryWord, OrgKind, Tables, kept_tables, read_tables_text
from graph.vocabulary import Kind
from seed_data.opening import built_in_tables

TABLES = Tables(
    (AreaKind(Kind.GRID, "网格", (Kind.NEIGHBOURHOOD,), ("own",)),),
    (OrgKind(Kind.BUILDING_GROUP, "楼栋党小组", 4, (Kind.GRID_BRANCH,), (Kind.BUILDING,)),),
)


def test_an_empty_graph_keeps_no_tables(store: Store) -> None:
    assert kept_tables(store.engine) is None


def test_a_load_keeps_the_tables_and_another_brings_them_to_what_they_say_then(store: Store, city: City) -> None:
    store.bring(replace(city.contents(), tables=TABLES))
    assert kept_tables(store.engine) == TABLES
    store.bring(replace(city.contents("2"), tables=Tables()))
    assert kept_tables(store.engine) == Tables()


@pytest.mark.parametrize("by_load", [True, False])
def test_a_graph_of_an_earlier_release_is_brought_to_the_tables_once(
    store: Store, city: City, *, by_load: bool
) -> None:
    contents = replace(city.contents(), tables=TABLES)

    def bring() -> None:
        if by_load:
            store.bring(contents)
        else:
            keep_tables(store.engine, TABLES, actor="tests")

    store.bring(contents)
    store.run("MATCH (d:DataSet) REMOVE d.tables")
    before = store.revision()
    bring()
    assert (kept_tables(store.engine), store.revision()) == (TABLES, before + 1)
    bring()
    assert store.revision() == before + 1


def test_tables_written_by_other_means_are_said_to_be_such(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run("MATCH (d:DataSet) SET d.tables = '[]'")
    with pytest.raises(MalformedError, match="tables of kinds"):
        kept_tables(store.engine)


def test_a_cut_data_set_has_the_tables_of_the_whole() -> None:
    tables = built_in_tables("mini")
    assert tables == built_in_tables("jilin")
    assert tables.title(Kind.BUILDING_GROUP) == "楼（院）党小组"
    assert tables.title(Kind.UNIT) is None
    assert tables.covering(Kind.BUILDING) == (Kind.BUILDING_GROUP, Kind.MEMBER_HOUSEHOLD)
    assert tables.covering(Kind.GRID, [Kind.GRID_BRANCH]) == (Kind.GRID_BRANCH,)


def test_a_text_written_before_data_sets_added_categories_has_none() -> None:
    assert read_tables_text('{"areas": [], "orgs": []}') == Tables()
    added = Tables(categories=(CategoryWord("ethnic_township", "民族乡"),))
    assert read_tables_text(added.text()) == added
