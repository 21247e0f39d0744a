"""The one graph the tests share."""

from dataclasses import dataclass
from datetime import date

import neo4j

from graph.engines import Engine
from graph.engines.address import Address
from graph.loading import load
from graph.progress import unreported
from graph.schema import apply_schema
from graph.vocabulary import Kind
from seed_data.opening import open_data_set

TODAY = date.today()
ABOVE_THE_CITY = {Kind.COUNTRY, Kind.PROVINCE, Kind.CENTRAL_COMMITTEE, Kind.PROVINCE_COMMITTEE}
"""The kinds of which no built-in city has any: each has a city on top."""
LEFT_OUT = ABOVE_THE_CITY | {Kind.IDENTIFIER}
"""The kinds of which they have none at all: what other systems call the bodies of a city that is made up is nobody's to say."""
# A whole city goes in less than the minute the server gives by itself, but for a machine that has much else to do.
WIPE = neo4j.Query("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS", timeout=600)


@dataclass(frozen=True, slots=True)
class Fuzzing:
    """How hard to fuzz: requests to the API, histories of loads, where chance begins, callers of the API at a time."""

    requests: int
    histories: int
    seed: int
    workers: int


@dataclass
class Graph:
    """The one graph of the suite and what it holds at the moment."""

    address: Address
    engine: Engine
    driver: neo4j.Driver
    holds: str | None = None

    def wipe(self) -> None:
        self.holds = None
        with self.driver.session(database=self.address.database) as session:
            session.run(WIPE).consume()
        apply_schema(self.engine)

    def hold(self, name: str) -> Engine:
        if self.holds != name:
            self.wipe()
            contents = open_data_set(name, today=TODAY)
            load(self.engine, contents, actor="tests", today=TODAY, overwrite=False, report=unreported)
            self.holds = name
        return self.engine
