"""Conditions on properties: what is asked is what was written."""

from datetime import date

import pytest

from graph.conditions import Condition, condition
from graph.errors import ConditionError
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
    found = condition(kind, text)

    assert found == meant
    assert type(found.value) is type(meant.value)


@pytest.mark.parametrize("text", ["", ":", "role", "role:", "role :head", "ROLE:head", "full_name:王", "name:书记"])
def test_what_is_no_condition_of_a_kind_is_refused(text: str) -> None:
    with pytest.raises(ConditionError):
        condition(Kind.POST, text)


@pytest.mark.parametrize("text", ["full_name:王", "role:head"])
def test_no_condition_reaches_what_is_not_shown(text: str) -> None:
    with pytest.raises(ConditionError, match="none that is shown"):
        condition(Kind.PERSON, text)
