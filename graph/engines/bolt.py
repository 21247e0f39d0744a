"""Neo4j over Bolt, by its official driver."""

# The driver types what it takes and returns as unknown in places; what crosses this module is typed again.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false

import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import date
from typing import LiteralString, TypeVar, cast, overload

import neo4j
from neo4j import exceptions
from neo4j.time import Date, DateTime

from cypher import Statement
from graph.engines import Engine, Parameters, Record, Transaction, Value
from graph.engines.address import Address
from graph.engines.failures import check_agent, refused, unreachable, unsupported, unusable
from graph.engines.limits import CONNECT_SECONDS, READ_SECONDS, RETRY_SECONDS, WRITE_SECONDS
from graph.engines.marks import metadata

T = TypeVar("T")


def open_bolt(address: Address) -> Engine:
    """Return an engine on a Neo4j that was reached, signed in to and found new enough; raise EngineError."""
    with _translated(address.uri):
        driver = neo4j.GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            max_transaction_retry_time=RETRY_SECONDS,
            connection_timeout=CONNECT_SECONDS,
            connection_acquisition_timeout=CONNECT_SECONDS,
            user_agent="wuji",
            # Notifications are for those who write statements; a contract test reads them all.
            warn_notification_severity=neo4j.NotificationMinimumSeverity.OFF,
        )
        try:
            driver.verify_connectivity()
            check_agent(driver.get_server_info().agent, address.uri)
        except BaseException:
            driver.close()
            raise
    return BoltEngine(driver, address)


class BoltEngine:
    """The engine over one driver: its pool serves every thread; bookmarks keep reads behind this process's writes."""

    def __init__(self, driver: neo4j.Driver, address: Address) -> None:
        self._driver = driver
        self._address = address
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        """Return the rows of a read statement, sent with READ routing."""
        began, says = time.monotonic(), metadata()
        with _translated(self._address.uri), self._session(neo4j.READ_ACCESS) as session:
            try:
                # A statement alone is one message there and back; a transaction around it would be three.
                return _run(session, neo4j.Query(_text(statement), says, READ_SECONDS), parameters)
            except (exceptions.Neo4jError, exceptions.DriverError) as error:
                if not error.is_retryable() or time.monotonic() - began > RETRY_SECONDS:
                    raise

            @neo4j.unit_of_work(metadata(), READ_SECONDS)
            def work(transaction: neo4j.ManagedTransaction) -> list[Record]:
                return _run(transaction, _text(statement), parameters)

            return session.execute_read(work)

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do the work in one write transaction."""

        @neo4j.unit_of_work(timeout=WRITE_SECONDS)
        def managed(transaction: neo4j.ManagedTransaction) -> T:
            return work(_BoltTransaction(transaction))

        with _translated(self._address.uri), self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(managed)

    def close(self) -> None:
        """Close the driver's pool."""
        self._driver.close()

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self._address.database, default_access_mode=access, bookmark_manager=self._bookmarks
        )


class _BoltTransaction:
    def __init__(self, transaction: neo4j.ManagedTransaction) -> None:
        self._transaction = transaction

    def run(self, statement: Statement, parameters: Parameters) -> list[Record]:
        return _run(self._transaction, _text(statement), parameters)


def _text(statement: Statement) -> LiteralString:
    # A statement's text is a file of this program, never assembled: the driver's type asks for just that.
    return cast("LiteralString", statement.text)


@overload
def _run(asked: neo4j.Session, statement: neo4j.Query, parameters: Parameters) -> list[Record]: ...
@overload
def _run(asked: neo4j.ManagedTransaction, statement: LiteralString, parameters: Parameters) -> list[Record]: ...
def _run(
    asked: neo4j.Session | neo4j.ManagedTransaction, statement: neo4j.Query | LiteralString, parameters: Parameters
) -> list[Record]:
    result = asked.run(cast("LiteralString", statement), dict(parameters))
    keys = result.keys()
    return [dict(zip(keys, map(_native, record.values()), strict=True)) for record in result]


# What a driver gives in by far the most places, and is as it should be.
_PLAIN = frozenset({str, int, bool, float, type(None)})


def _native(value: object) -> Value:
    if type(value) in _PLAIN:
        return cast("Value", value)
    if isinstance(value, list):
        return [_native(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        items = cast("dict[str, object]", value).items()
        return {key: cast("Value", item) if type(item) in _PLAIN else _native(item) for key, item in items}
    if isinstance(value, Date | DateTime):
        return cast("date", value.to_native())
    return cast("Value", value)


@contextmanager
def _translated(uri: str) -> Generator[None]:
    """Turn the driver's errors into the domain's."""
    try:
        yield
    except exceptions.UnsupportedServerProduct as error:
        raise unsupported(uri) from error
    except (exceptions.ConfigurationError, ValueError) as error:
        raise unusable(uri, error) from error
    except exceptions.Neo4jError as error:
        code = error.code or ""
        may_pass = error.is_retryable() or code.startswith("Neo.TransientError")
        raise refused(uri, code=code, text=error.message or "", may_pass=may_pass) from error
    except (exceptions.DriverError, OSError) as error:
        raise unreachable(uri, error) from error
