"""Records that were taken out of a graph: said, told from a graph that is whole, and put back by a load."""

from dataclasses import replace

import pytest
from city import City
from store import Store

from graph.errors import DamagedError, LoadRefusedError, LostError
from graph.loading import held_data_set
from graph.schema import apply_schema
from graph.soundness import check, keep_counts

TAKEN_OUT = {
    "the counter": ("MATCH (c:Revision) DELETE c", "the counter of its changes is missing"),
    "the data set": ("MATCH (d:DataSet) DETACH DELETE d", "the record of its data set is missing"),
    "a figure": ("MATCH (f:Figure) WITH f LIMIT 1 DETACH DELETE f", "1 of its 1 published figures are missing"),
    "an entity": ("MATCH (e:Unit) WITH e LIMIT 1 DETACH DELETE e", "1 of its [0-9]+ entities are missing"),
}


def test_a_graph_that_is_loaded_empty_or_half_loaded_has_lost_nothing(store: Store, city: City) -> None:
    check(store.engine)
    store.bring(city.contents())
    check(store.engine)
    store.run("MATCH (d:DataSet) SET d.loading = 'another'")
    check(store.engine)


@pytest.mark.parametrize("what", TAKEN_OUT)
def test_what_was_taken_out_is_said_and_put_back_by_a_load(store: Store, city: City, what: str) -> None:
    contents = city.contents()
    store.bring(contents)
    before = store.revision()
    statement, words = TAKEN_OUT[what]
    store.run(statement)  # pyright: ignore[reportArgumentType]

    with pytest.raises(LostError, match=rf"{words}.*wuji seed --dataset {contents.name}"):
        check(store.engine)

    apply_schema(store.engine)
    store.bring(contents)
    check(store.engine)
    assert store.revision() >= before


def test_records_that_wuji_never_writes_are_damage(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run("MATCH (d:DataSet) SET d.entities = 'many'")
    with pytest.raises(DamagedError, match="its own records are not what wuji writes"):
        check(store.engine)


def test_a_graph_whose_data_set_was_taken_out_is_not_given_to_another(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run("MATCH (d:DataSet) DETACH DELETE d")

    with pytest.raises(LoadRefusedError, match="holds the data set"):
        store.bring(replace(city.contents(), name="another"))
    assert held_data_set(store.engine) is None


def test_a_graph_of_an_earlier_release_is_given_its_counts(store: Store, city: City) -> None:
    store.bring(city.contents())
    store.run("MATCH (d:DataSet) REMOVE d.entities, d.figures")
    check(store.engine)

    keep_counts(store.engine)
    store.run("MATCH (e:Unit) WITH e LIMIT 1 DETACH DELETE e")

    with pytest.raises(LostError, match="entities are missing"):
        check(store.engine)
