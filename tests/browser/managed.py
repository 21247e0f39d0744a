"""A managed Neo4j that holds the street of `mini`, for whoever opens its Browser."""

from collections.abc import Generator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from graph.engines.address import Address
from graph.engines.opening import connect
from graph.loading import load
from graph.progress import unreported
from graph.schema import apply_schema
from graph.server import ManagedServer, start, stop
from graph.settings import Settings
from seed_data.opening import open_data_set
from tests.ports import free_ports


@contextmanager
def served_mini(home: Path) -> Generator[ManagedServer]:
    """Run a Neo4j in a new home and load `mini` into it; stop it at the end."""
    ports = free_ports(18200)
    settings = Settings(home=home, bolt_port=next(ports), http_port=next(ports), neo4j_uri=None, neo4j_memory="512m")
    server = start(settings, report=unreported)
    try:
        engine = connect(Address(server.uri, server.user, server.password))
        apply_schema(engine)
        today = date.today()
        contents = open_data_set("mini", today=today)
        load(engine, contents, actor="tests", today=today, overwrite=False, report=unreported)
        engine.close()
        yield server
    finally:
        stop(settings)
