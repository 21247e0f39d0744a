"""Conditions on properties: what is asked is what was written."""

from datetime import date

import pytest

from graph.errors import ConditionError
from graph.kind_words import KindWords
from graph.questions.conditions import Condition, condition
from graph.tables import CategoryWord, Tables
from graph.vocabulary import Kind


@pytest.mark.parametrize(
    ("kind", "text", "meant"),
    [
        (Kind.UNIT, "ought_branch:true", Condition("ought_branch", ":", True)),
        (Kind.UNIT, "employees>20", Condition("employees", ">", 20)),
        (Kind.GRID_BRANCH, "next_election<2027-01-01", Condition("next_election", "<", date(2027, 1, 1))),
        (Kind.VENUE, "facilities:棋牌桌", Condition("facilities", "holds", "棋牌桌")),
        (Kind.DUTY, "basis:a:b<c", Condition("basis", ":", "a:b<c")),
        (Kind.POST, "role:head", Condition("role", ":", "head")),
    ],
)
def test_a_condition_is_of_its_propertys_type(kind: Kind, text: str, meant: Condition) -> None:
    found = condition(kind, text, KindWords())

    assert found == meant
    assert type(found.value) is type(meant.value)


@pytest.mark.parametrize("text", ["", ":", "role", "role:", "role :head", "ROLE:head", "full_name:王", "name:书记"])
def test_what_is_no_condition_of_a_kind_is_refused(text: str) -> None:
    with pytest.raises(ConditionError):
        condition(Kind.POST, text, KindWords())


@pytest.mark.parametrize("text", ["full_name:王", "role:head"])
def test_no_condition_reaches_what_is_not_shown(text: str) -> None:
    with pytest.raises(ConditionError, match="none that is shown"):
        condition(Kind.PERSON, text, KindWords())


def test_an_area_may_be_of_a_category_that_the_data_set_adds_and_of_no_other() -> None:
    words = KindWords(Tables(categories=(CategoryWord("ethnic_township", "民族乡"),)))

    assert condition(Kind.TOWN, "category:ethnic_township", words).value == "ethnic_township"
    assert condition(Kind.TOWN, "category:street", words).value == "street"
    with pytest.raises(ConditionError, match="pseudo_villagers_committee, ethnic_township"):
        condition(Kind.TOWN, "category:banner", words)
    with pytest.raises(ConditionError):
        condition(Kind.UNIT, "category:ethnic_township", words)
