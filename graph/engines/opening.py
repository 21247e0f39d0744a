"""Opening an engine: which driver speaks to Neo4j, imported only when it is chosen."""

import time
from enum import StrEnum

from graph.engines import Engine
from graph.engines.address import Address
from graph.engines.limits import LOCKED_SECONDS
from graph.errors import LockedOutError
from words import said

_SECONDS_BETWEEN_TRIES = 0.5


class Driver(StrEnum):
    """The drivers there is an engine for."""

    BOLT = "bolt"
    PY2NEO = "py2neo"


NOTICES = {
    Driver.PY2NEO: said(
        "WUJI_ENGINE=py2neo: the author of py2neo has declared its end of life. WUJI_ENGINE=bolt is maintained."
    )
}
"""What is said wherever a driver is in use."""


def connect(address: Address, driver: Driver = Driver.BOLT) -> Engine:
    """Return an engine on a Neo4j that was reached, signed in to and found new enough.

    One that has locked the user out for a moment is waited for. Raise EngineError, or SettingsError for an address the
    driver cannot speak to.
    """
    give_up = time.monotonic() + LOCKED_SECONDS
    while True:
        try:
            return _opened(address, driver)
        except LockedOutError:
            if time.monotonic() > give_up:
                raise
        time.sleep(_SECONDS_BETWEEN_TRIES)


def _opened(address: Address, driver: Driver) -> Engine:
    # Each import costs time and memory, and one of them is of a library at its end: who does not choose it has none of it.
    if driver is Driver.PY2NEO:
        from graph.engines.legacy import open_legacy

        return open_legacy(address)
    from graph.engines.bolt import open_bolt

    return open_bolt(address)
