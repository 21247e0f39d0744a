"""Variety without chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DataSetError
from seed_data.synthesis.naming import chinese_number
from seed_data.synthesis.spreading import Share, apportion, evenly, number, shuffled, walk

SHARES = st.lists(st.builds(Share, st.integers(1, 50), st.integers(0, 5), st.integers(5, 30)), min_size=1, max_size=20)


@given(SHARES, st.data())
def test_a_total_is_divided_to_the_last_one_within_the_bounds(shares: list[Share], data: st.DataObject) -> None:
    total = data.draw(st.integers(sum(share.least for share in shares), sum(share.most for share in shares)))
    counts = apportion(total, shares)
    assert sum(counts) == total
    assert all(share.least <= count <= share.most for share, count in zip(shares, counts, strict=True))


@given(SHARES)
def test_a_total_out_of_bounds_is_refused(shares: list[Share]) -> None:
    for total in (sum(share.least for share in shares) - 1, sum(share.most for share in shares) + 1):
        with pytest.raises(DataSetError, match="cannot be divided"):
            apportion(total, shares)


def test_the_odd_ones_go_to_the_largest_remainders() -> None:
    # Of 10, the quotas are 4.7, 3.1 and 2.2.
    assert apportion(10, [Share(47, 0, 10), Share(31, 0, 10), Share(22, 0, 10)]) == [5, 3, 2]


@given(st.integers(1, 300), st.text())
def test_a_walk_passes_every_index_once(length: int, key: str) -> None:
    assert sorted(walk(length, key)) == list(range(length))


@given(st.integers(1, 40), st.data())
def test_even_slots_are_different_and_in_order(length: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, length))
    slots = evenly(range(length), count, "key")
    assert len(slots) == count
    assert slots == sorted(set(slots))


def test_a_key_has_the_same_number_for_ever() -> None:
    assert number("220202006001", "size") == 15855790327955322222
    assert shuffled(["a", "b", "c", "d"], "key") == ["c", "d", "a", "b"]


@pytest.mark.parametrize(("value", "written"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (45, "四十五")])
def test_numbers_are_written_out(value: int, written: str) -> None:
    assert chinese_number(value) == written
