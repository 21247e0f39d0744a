"""Codes of other systems are loaded as all else is, and what would give one code to two on one day is refused."""

from dataclasses import replace
from datetime import date

import pytest
from city import City
from store import AUTUMN, FIRST, SPRING, SUMMER, Store

from graph.errors import LoadRefusedError
from graph.loading import Triple
from graph.vocabulary import Kind, Relationship

IDENTIFIES = Relationship.IDENTIFIES


def code(city: City, id: str, holder: str, value: str = "K1", **days: date | None) -> None:
    city.ledger(id, Kind.IDENTIFIER, (IDENTIFIES, holder), name=value, scheme="dossier")
    city.put(replace(city.facts[id], **{"valid_from": FIRST, "valid_to": None, **days}))  # pyright: ignore[reportArgumentType]


@pytest.fixture
def coded(city: City) -> City:
    """A city one of whose units has a code."""
    code(city, "I1", "U1")
    return city


def test_loading_twice_is_loading_once(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    before = (store.nodes(), store.relationships(), store.revision())
    summary = store.bring(coded.contents(), today=SUMMER)
    assert (summary.added, summary.changed, summary.closed, summary.conflicts) == (0, 0, 0, [])
    assert (store.nodes(), store.relationships(), store.revision()) == before
    assert store.links("I1") == {("IDENTIFIES", "I1", "U1", FIRST, None)}


def test_another_code_keeps_what_it_was_as_a_version(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    code(coded, "I1", "U1", "K2")
    summary = store.bring(coded.contents("2"), today=SPRING)
    assert (summary.changed, summary.conflicts) == (1, [])
    assert store.versions("I1") == {("K1", FIRST, SPRING)}


def test_other_days_and_an_end_are_those_of_the_row(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    code(coded, "I1", "U1", valid_from=SPRING)
    store.bring(coded.contents("2"), today=SUMMER)
    assert store.links("I1") == {("IDENTIFIES", "I1", "U1", SPRING, None)}
    code(coded, "I1", "U1", valid_from=SPRING, valid_to=SUMMER)
    summary = store.bring(coded.contents("3"), today=AUTUMN)
    assert (summary.closed, store.links("I1")) == (1, {("WAS_IDENTIFIES", "I1", "U1", SPRING, SUMMER)})


def test_a_code_ends_with_what_it_identifies(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    coded.drop("U1")
    store.bring(coded.contents("2"), today=SUMMER)
    assert store.links("I1") == {("WAS_IDENTIFIES", "I1", "U1", FIRST, SUMMER)}


def test_what_was_changed_by_other_means_is_a_conflict(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    store.run("MATCH (e:Identifier) SET e.name = 'K9'")
    code(coded, "I1", "U1", "K2")
    summary = store.bring(coded.contents("2"), today=SUMMER)
    assert [conflict.id for conflict in summary.conflicts] == ["I1"]
    assert store.bring(coded.contents("2"), today=SUMMER, overwrite=True).conflicts == []
    assert store.entity("I1")["name"] == "K2"


def test_a_code_that_was_anothers_on_the_same_days_is_refused_and_nothing_is_loaded(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    coded.unit("U9")
    del coded.facts["I1"]
    code(coded, "I2", "U9")
    before = (store.nodes(), store.revision())
    with pytest.raises(
        LoadRefusedError, match=r"I2 gives K1 \(dossier\) to U9 from 2022-12-31 on, .* U1 \(I1\) until 2024-06-01"
    ):
        store.bring(coded.contents("2"), today=SUMMER)
    assert (store.nodes(), store.revision()) == before
    code(coded, "I2", "U9", valid_from=SUMMER)
    assert store.bring(coded.contents("2"), today=SUMMER).conflicts == []
    assert store.bring(coded.contents("2"), today=AUTUMN).changed == 0


def test_what_stands_by_other_means_keeps_its_code(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    store.run(
        "MATCH (u:Unit {id: 'U1'}) CREATE (e:Entity:Identifier {id: 'I9', kind: 'Identifier', name: 'K9', scheme: 'dossier', "
        "source: 'api', valid_from: $day})-[:IDENTIFIES {valid_from: $day}]->(u)",
        day=FIRST,
    )
    code(coded, "I2", "U1", "K9")
    with pytest.raises(LoadRefusedError, match="which no load has written"):
        store.bring(coded.contents("2"), today=SUMMER)


def test_a_former_value_is_not_given_to_another_for_the_days_it_was_held(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    code(coded, "I1", "U1", "K2")
    store.bring(coded.contents("2"), today=SPRING)
    coded.unit("U9")
    code(coded, "I2", "U9", "K1")
    with pytest.raises(LoadRefusedError):
        store.bring(coded.contents("3"), today=SUMMER)
    code(coded, "I2", "U9", "K1", valid_from=SPRING)
    assert store.bring(coded.contents("3"), today=SUMMER).added == 2


def test_two_codes_may_change_places(store: Store, coded: City) -> None:
    coded.unit("U9")
    code(coded, "I2", "U9", "K2")
    store.bring(coded.contents())
    code(coded, "I1", "U1", "K2")
    code(coded, "I2", "U9", "K1")
    assert store.bring(coded.contents("2"), today=SPRING).changed == 2
    assert store.bring(coded.contents("2"), today=SUMMER).changed == 0


def test_a_code_that_went_and_came_back_is_no_hindrance_to_later_loads(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    row = coded.facts.pop("I1")
    coded.unit("U9")
    store.bring(coded.contents("2"), today=SPRING)
    code(coded, "I2", "U9", valid_from=SPRING)
    store.bring(coded.contents("3"), today=SUMMER)
    del coded.facts["I2"]
    coded.put(row)
    store.bring(coded.contents("4"), today=AUTUMN)
    assert store.links("I1") == {
        ("WAS_IDENTIFIES", "I1", "U1", FIRST, SPRING),
        ("IDENTIFIES", "I1", "U1", AUTUMN, None),
    }
    assert store.bring(coded.contents("5"), today=AUTUMN).changed == 0


def test_a_row_that_names_another_holder_moves_the_code(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    coded.unit("U9")
    coded.put(replace(coded.facts["I1"], links=(Triple(IDENTIFIES, "I1", "U9"),)))
    store.bring(coded.contents("2"), today=SPRING)
    assert store.links("I1") == {
        ("WAS_IDENTIFIES", "I1", "U1", FIRST, SPRING),
        ("IDENTIFIES", "I1", "U9", SPRING, None),
    }


def test_whose_code_was_corrected_is_not_told_to_end(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    code(coded, "I1", "U1", "K2")
    coded.unit("U9")
    code(coded, "I2", "U9", "K1")
    with pytest.raises(LoadRefusedError) as corrected_at_once:
        store.bring(coded.contents("2"), today=SPRING)
    del coded.facts["I2"]
    store.bring(coded.contents("2"), today=SPRING)
    code(coded, "I2", "U9", "K1")
    with pytest.raises(LoadRefusedError) as corrected_before:
        store.bring(coded.contents("3"), today=SUMMER)
    assert str(corrected_at_once.value) == str(corrected_before.value)
    assert str(corrected_before.value) == (
        f"I2 gives K1 (dossier) to U9 from {FIRST} on, and the graph has it as that of U1 (I1) until {SPRING}, by what its row "
        "said before: state that day, or a later one, as the valid_from of I2. Nothing is loaded."
    )


def test_a_code_of_the_same_holder_keeps_the_id_of_its_row(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    del coded.facts["I1"]
    code(coded, "I2", "U1")
    with pytest.raises(LoadRefusedError, match="it is the same, so its row keeps the id I1"):
        store.bring(coded.contents("2"), today=SUMMER)


def test_the_refusal_of_a_code_that_was_a_persons_masks_it(store: Store, coded: City) -> None:
    store.bring(coded.contents())
    store.run("MATCH (e:Identifier) SET e.full_value = 'K1', e.name = 'K*'")
    coded.unit("U9")
    del coded.facts["I1"]
    code(coded, "I2", "U9")
    with pytest.raises(LoadRefusedError, match=r"I2 gives K\* \(dossier\)"):
        store.bring(coded.contents("2"), today=SUMMER)
