"""The pool of connections: lent to one at a time, kept while they are good."""

from dataclasses import dataclass, field

import pytest

from graph.engines.pool import NoneFreeError, Pool


@dataclass
class Line:
    is_open: bool = True

    def close(self) -> None:
        self.is_open = False


@dataclass
class Exchange:
    lines: list[Line] = field(default_factory=list[Line])

    def open_one(self) -> Line:
        self.lines.append(Line())
        return self.lines[-1]


@pytest.fixture
def exchange() -> Exchange:
    return Exchange()


@pytest.fixture
def pool(exchange: Exchange) -> Pool[Line]:
    return Pool(exchange.open_one, size=2, seconds=0.01)


def test_one_that_comes_back_is_lent_again(pool: Pool[Line]) -> None:
    with pool.lent() as first:
        pass
    with pool.lent() as again:
        assert again is first


def test_two_at_once_are_two(pool: Pool[Line]) -> None:
    with pool.lent() as one, pool.lent() as other:
        assert one is not other


def test_there_are_never_more_than_its_size(pool: Pool[Line]) -> None:
    with pool.lent(), pool.lent(), pytest.raises(NoneFreeError, match="no connection became free"), pool.lent():
        pass
    with pool.lent() as one:
        assert one.is_open


def test_one_whose_work_failed_is_closed_and_its_place_is_free(pool: Pool[Line], exchange: Exchange) -> None:
    for _ in range(3):
        with pytest.raises(ValueError, match="broken"), pool.lent():
            raise ValueError("broken")
    assert [line.is_open for line in exchange.lines] == [False] * 3
    with pool.lent() as one:
        assert one.is_open


def test_one_that_cannot_be_opened_leaves_its_place_free() -> None:
    def fail() -> Line:
        raise OSError("away")

    pool = Pool(fail, size=1, seconds=0.01)
    for _ in range(3):
        with pytest.raises(OSError, match="away"), pool.lent():
            pass


def test_forgotten_ones_are_closed(pool: Pool[Line]) -> None:
    with pool.lent() as one, pool.lent() as other:
        pass
    pool.forget_idle()
    assert (one.is_open, other.is_open) == (False, False)


def test_a_closed_pool_closes_what_comes_back(pool: Pool[Line]) -> None:
    with pool.lent() as one:
        pool.close()
        assert one.is_open
    assert not one.is_open
