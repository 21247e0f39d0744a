"""A Neo4j of a user's own that locks a user out after wrong passwords, as Neo4j does by itself: it passes."""

from collections.abc import Iterator

import pytest

from graph.engines.address import Address
from graph.engines.opening import Driver, connect
from graph.errors import CredentialsError, LockedOutError
from graph.progress import unreported
from graph.server import credentials as passwords
from graph.server import start, stop
from graph.server.failure import log_sizes
from graph.server.home import home_of
from graph.server.java import environment, server_command
from graph.server.memory import memory
from graph.server.process import end, launch
from graph.server.provision import provide
from graph.server.readiness import Outcome, becomes_ready
from graph.settings import Settings


@pytest.fixture
def locking(stopped: Settings) -> Iterator[Address]:
    """A Neo4j that locks a user out for ten seconds after three wrong passwords."""
    server = start(stopped, report=unreported)
    stop(stopped)
    home = home_of(stopped)
    file = home.configuration / "neo4j.conf"
    text = file.read_text(encoding="utf-8")
    own = "dbms.security.auth_max_failed_attempts=0"
    assert own in text
    file.write_text(text.replace(own, f"{own[:-1]}3\ndbms.security.auth_lock_time=10s"), encoding="utf-8")
    jars = provide(stopped, report=unreported)
    seen = log_sizes(home)
    process = launch(home, server_command(home, memory(stopped), jars), environment(home))
    try:
        assert becomes_ready(home, process, passwords.read(home), seen, report=unreported) is Outcome.SERVES
        yield Address(server.uri, server.user, server.password)
    finally:
        end(process)


def test_a_user_locked_out_by_others_is_waited_for_and_then_told_that_it_passes(locking: Address) -> None:
    for driver in Driver:
        for _ in range(3):
            with pytest.raises(CredentialsError):
                connect(Address(locking.uri, locking.user, "wrong-password"), driver)
        with pytest.raises(LockedOutError, match=r"too many wrong passwords .* passes by itself"):
            connect(locking, driver)
        connect(locking, driver).close()
