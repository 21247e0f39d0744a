"""The names by which a kind can be asked for on the command line."""

import pytest

from cli.kinds import KIND_NAMES
from graph.vocabulary import KINDS, Kind


def test_every_kind_has_its_name_in_each_language() -> None:
    assert all(KIND_NAMES[kind.value] is KIND_NAMES[entry.chinese] is kind for kind, entry in KINDS.items())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("社区", Kind.NEIGHBOURHOOD),
        ("乡", Kind.TOWN),
        ("县委", Kind.COUNTY_COMMITTEE),
        ("院党小组", Kind.BUILDING_GROUP),
        ("开发区", Kind.COUNTY),
        ("市", Kind.CITY),
    ],
)
def test_a_short_name_means_one_kind(name: str, kind: Kind) -> None:
    assert KIND_NAMES[name] is kind
