"""Neo4j over Bolt, by its official driver."""

# The driver types what it takes and returns as unknown in places; what crosses this module is typed again.
# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false, reportUnknownVariableType=false

import re
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import LiteralString, TypeVar, cast

import neo4j
from neo4j import exceptions
from neo4j.time import Date, DateTime

from cypher import Statement
from graph.engines import Engine, Parameters, Record, Transaction, Value
from graph.errors import (
    CredentialsError,
    EngineError,
    SettingsError,
    StorageError,
    TooSlowError,
    UnavailableError,
    UnsupportedError,
)

T = TypeVar("T")

READ_SECONDS = 20.0
WRITE_SECONDS = 300.0
# A request that meets a server on its way back is answered within this, or told to come again.
_RETRY_SECONDS = 3.0
_CONNECT_SECONDS = 5.0
_OLDEST = (5, 26)

_OUT_OF_TIME = ("TransactionTimedOut", "LockAcquisitionTimeout")
_OUT_OF_ROOM = ("OutOfMemory", "StackOverFlow", "OutOfDisk", "TransactionLogError", "MemoryPool")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a Neo4j is and how to sign in."""

    uri: str
    user: str
    password: str
    database: str = "neo4j"


def connect(address: Address) -> Engine:
    """Return an engine on a Neo4j that was reached, signed in to and found new enough; raise EngineError."""
    with _translated(address.uri):
        driver = neo4j.GraphDatabase.driver(
            address.uri,
            auth=(address.user, address.password),
            max_transaction_retry_time=_RETRY_SECONDS,
            connection_timeout=_CONNECT_SECONDS,
            connection_acquisition_timeout=_CONNECT_SECONDS,
            user_agent="wuji",
            # Notifications are for those who write statements; a contract test reads them all.
            warn_notification_severity=neo4j.NotificationMinimumSeverity.OFF,
        )
        try:
            driver.verify_connectivity()
            _check_agent(driver.get_server_info().agent, address.uri)
        except BaseException:
            driver.close()
            raise
    return BoltEngine(driver, address)


def _check_agent(agent: str, uri: str) -> None:
    found = re.fullmatch(r"Neo4j/(\d+)\.(\d+)\S*", agent)
    if found is None:
        raise UnsupportedError(
            f"The server at {uri} is {agent!r}, not Neo4j. Point WUJI_NEO4J_URI at Neo4j 5.26 or newer."
        )
    if (int(found[1]), int(found[2])) < _OLDEST:
        raise UnsupportedError(
            f"The server at {uri} is {agent}; wuji needs Neo4j 5.26 or newer. Upgrade it, or unset WUJI_NEO4J_URI "
            "to let wuji run its own."
        )


class BoltEngine:
    """The engine over one driver: its pool serves every thread; bookmarks keep reads behind this process's writes."""

    def __init__(self, driver: neo4j.Driver, address: Address) -> None:
        self._driver = driver
        self._address = address
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        """Return the rows of a read statement, sent with READ routing."""

        @neo4j.unit_of_work(timeout=READ_SECONDS)
        def work(transaction: neo4j.ManagedTransaction) -> list[Record]:
            return _run(transaction, statement, parameters)

        with _translated(self._address.uri), self._session(neo4j.READ_ACCESS) as session:
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
        return _run(self._transaction, statement, parameters)


def _run(transaction: neo4j.ManagedTransaction, statement: Statement, parameters: Parameters) -> list[Record]:
    # A statement's text is a file of this program, never assembled: the driver's type asks for just that.
    text = cast("LiteralString", statement.text)
    return [
        {key: _native(value) for key, value in record.items()} for record in transaction.run(text, dict(parameters))
    ]


def _native(value: object) -> Value:
    if isinstance(value, Date | DateTime):
        return cast("date", value.to_native())
    if isinstance(value, list):
        return [_native(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        return {key: _native(item) for key, item in cast("dict[str, object]", value).items()}
    return cast("Value", value)


@contextmanager
def _translated(uri: str) -> Generator[None]:
    """Turn the driver's errors into the domain's."""
    try:
        yield
    except (exceptions.ConfigurationError, ValueError) as error:
        raise SettingsError(f"WUJI_NEO4J_URI={uri} cannot be used: {error}. Correct it.") from error
    except exceptions.AuthError as error:
        raise CredentialsError(
            f"Neo4j at {uri} refused the user or the password. Check WUJI_NEO4J_USER and WUJI_NEO4J_PASSWORD. "
            f"({error.message})"
        ) from error
    except exceptions.Neo4jError as error:
        raise _of_code(error, uri) from error
    except (exceptions.DriverError, OSError) as error:
        first_line = str(error).partition("\n")[0][:200]
        raise UnavailableError(
            f"Neo4j at {uri} cannot be reached: is it running? Try again once it answers. ({first_line})"
        ) from error


def _of_code(error: exceptions.Neo4jError, uri: str) -> EngineError:
    code, text = error.code or "", error.message or ""
    if any(word in code for word in _OUT_OF_TIME):
        return TooSlowError(f"Neo4j at {uri} gave the statement up at its time limit. Ask for less, or try again.")
    if any(word in code for word in _OUT_OF_ROOM):
        return StorageError(f"Neo4j at {uri} has no room left: give it disk or memory, then try again. ({text})")
    if "DatabaseNotFound" in code:
        return UnavailableError(f"Neo4j at {uri} has no such database: check WUJI_NEO4J_DATABASE. ({text})")
    if error.is_retryable() or code.startswith("Neo.TransientError"):
        return UnavailableError(f"Neo4j at {uri} could not answer just now; try again. ({text})")
    return EngineError(f"Neo4j at {uri} refused a statement. ({code}: {text})")
