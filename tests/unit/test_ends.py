"""What a relationship does when what it leads to ends is declared in the model."""

import pytest

from graph.vocabulary import MODEL, AtEnd, Kind, Relationship, at_end


def test_a_superior_and_a_whole_cannot_end_while_something_stands_on_them() -> None:
    assert at_end(Kind.GRID_BRANCH, Relationship.UNDER, 0) is AtEnd.REFUSES
    assert at_end(Kind.GRID, Relationship.WITHIN, 0) is AtEnd.REFUSES


def test_a_membership_ends_with_either_end() -> None:
    assert at_end(Kind.UNIT, Relationship.MEMBER_OF, 0) is AtEnd.ENDS
    assert at_end(Kind.ALLIANCE, Relationship.MEMBER_OF, 0) is AtEnd.ENDS


@pytest.mark.parametrize(("left", "done"), [(2, AtEnd.ENDS), (1, AtEnd.CLOSES), (0, AtEnd.CLOSES)])
def test_what_must_have_two_closes_once_fewer_are_left(left: int, done: AtEnd) -> None:
    assert at_end(Kind.PAIRING, Relationship.JOINS, left) is done


def test_one_relationship_closes_the_kind_that_must_have_it_and_leaves_the_other() -> None:
    assert at_end(Kind.VENUE, Relationship.LOCATED_IN, 0) is AtEnd.CLOSES
    assert at_end(Kind.UNIT, Relationship.LOCATED_IN, 0) is AtEnd.ENDS


def test_what_the_model_does_not_know_refuses() -> None:
    assert at_end(None, Relationship.SERVES, 0) is AtEnd.REFUSES
    assert at_end(Kind.METHOD, Relationship.SERVES, 0) is AtEnd.REFUSES


def test_every_tie_says_what_it_does() -> None:
    for kind, model in MODEL.items():
        for tie in model.ties:
            refuses = tie.type in {Relationship.UNDER, Relationship.WITHIN}
            expected = AtEnd.REFUSES if refuses else AtEnd.CLOSES if tie.is_required else AtEnd.ENDS
            assert at_end(kind, tie.type, 0) is expected
