"""Neo4j over Bolt, by py2neo 2021.2.4, whose author has declared its end of life.

All that depends on py2neo is here. Of it are used its connection (handshake, sign-in, messages), its codec and its
errors. Its ``Graph`` is not: it waits for ever for a server that is away, gives a transaction no limit, and lends dead
connections. docs/decisions/py2neo.md says more.
"""

# py2neo has no types, and what its connection must do differently here is protected: this module is its adapter.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUnknownVariableType=false

import socket
import ssl
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Literal, TypeVar, cast
from urllib.parse import SplitResult, urlsplit

import pytz
from interchange.time import Date, DateTime
from py2neo.client.bolt import Bolt4x3, BoltResponse
from py2neo.errors import ConnectionBroken, ConnectionUnavailable, Neo4jError, ProtocolError
from py2neo.wiring import Wire

from cypher import Statement
from graph.engines import Engine, Parameters, Record, Transaction, Value
from graph.engines.address import Address
from graph.engines.failures import check_agent, refused, unreachable, unrouted, unsupported, unusable
from graph.engines.limits import CONNECT_SECONDS, READ_SECONDS, RETRY_SECONDS, WRITE_SECONDS
from graph.engines.marks import metadata
from graph.engines.pool import NoneFreeError, Pool
from graph.errors import EngineError

T = TypeVar("T")

_CONNECTIONS = 100
_BOLT_PORT = 7687
_BEGIN, _COMMIT, _RUN, _PULL = 0x11, 0x12, 0x10, 0x3F
# The server ends what is past its limit and says so; only one that says nothing at all is given up here.
_GRACE_SECONDS = 10.0
_FIRST_PAUSE_SECONDS = 0.1
_STOPPED_FOR_GOOD = ("Neo.TransientError.Transaction.Terminated", "Neo.TransientError.Transaction.LockClientStopped")
_PASSING = ("Neo.ClientError.Security.AuthorizationExpired", "Neo.ClientError.Cluster.NotALeader")


class _DisconnectedError(Exception):
    """The server cannot be reached, or went away; ``is_safe`` when nothing can have been done twice by trying again."""

    def __init__(self, reason: object, *, is_safe: bool = True) -> None:
        super().__init__(str(reason))
        self.is_safe = is_safe


def open_legacy(address: Address) -> Engine:
    """Return an engine on a Neo4j that was reached, signed in to and found new enough.

    Raise EngineError, or SettingsError for the address of a cluster.
    """
    place = _place(address.uri)
    engine = LegacyEngine(address, Pool(lambda: _opened(address, place), size=_CONNECTIONS, seconds=CONNECT_SECONDS))
    engine.check()
    return engine


class LegacyEngine:
    """The engine over connections of py2neo's, each lent to one thread at a time."""

    def __init__(self, address: Address, pool: "Pool[_Connection]") -> None:
        self._address = address
        self._pool = pool

    def check(self) -> None:
        """Raise EngineError unless a Neo4j that is new enough answers."""
        try:
            with self._pool.lent() as connection:
                check_agent(str(connection.server_agent), self._address.uri)
        except (Neo4jError, _DisconnectedError, NoneFreeError) as error:
            raise self._translated(error) from error

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        """Return the rows of a read statement, sent as one that reads: the server refuses a write in it."""
        return self._done(lambda connection: connection.read(statement, parameters))

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do the work in one write transaction."""

        def within(connection: "_Connection") -> T:
            connection.begin_write()
            outcome = work(_LegacyTransaction(connection))
            connection.commit_write()
            return outcome

        return self._done(within)

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()

    def _done(self, work: "Callable[[_Connection], T]") -> T:
        """Do a transaction's work, and again while what stopped it may pass; raise EngineError."""
        give_up: float | None = None
        pause = _FIRST_PAUSE_SECONDS
        while True:
            try:
                with self._pool.lent() as connection:
                    return work(connection)
            except (Neo4jError, _DisconnectedError, NoneFreeError) as error:
                if isinstance(error, _DisconnectedError):
                    # Of a server that was started again every connection is dead, and each would fail a try of its own.
                    self._pool.forget_idle()
                # The time runs from the first failure: a long write that was in another's way has its second try as well.
                give_up = give_up or time.monotonic() + RETRY_SECONDS
                if not _may_pass(error) or time.monotonic() + pause > give_up:
                    raise self._translated(error) from error
            time.sleep(pause)
            pause *= 2

    def _translated(self, error: Exception) -> EngineError:
        if isinstance(error, Neo4jError):
            return refused(
                self._address.uri, code=error.code, text=cast("str", error.message), may_pass=_may_pass(error)
            )
        return unreachable(self._address.uri, error)


class _LegacyTransaction:
    def __init__(self, connection: "_Connection") -> None:
        self._connection = connection

    def run(self, statement: Statement, parameters: Parameters) -> list[Record]:
        return self._connection.rows(statement, parameters)


class _Connection(Bolt4x3):
    """A connection of py2neo's, opened within a time, whose transactions end within theirs."""

    def __init__(self, wire: Wire, plug: socket.socket, address: Address) -> None:
        # Of its profile py2neo reads the user and the password.
        super().__init__(wire, address)
        self._plug = plug
        self._database = address.database

    @classmethod
    def agree(cls, wire: Wire, uri: str) -> None:
        """Agree with a server on this version of Bolt; raise UnsupportedError when it does not speak it."""
        with _disconnections():
            try:
                version = cls._handshake(wire)
            except TypeError as error:
                raise unsupported(uri) from error
        if version != cls.protocol_version:
            raise unsupported(uri)

    def sign_in(self) -> None:
        """Tell the server who this is; raise Neo4jError when it does not let the user in."""
        with _disconnections():
            self._hello("wuji (py2neo)")

    def read(self, statement: Statement, parameters: Parameters) -> list[Record]:
        """Return the rows of a statement in a transaction of its own, in one exchange of messages."""
        return self.rows(statement, parameters, self._limits("r", READ_SECONDS) | {"tx_metadata": metadata()})

    def begin_write(self) -> None:
        """Begin a write transaction."""
        self._answered(self.append_message(_BEGIN, self._limits("w", WRITE_SECONDS)))

    def rows(
        self, statement: Statement, parameters: Parameters, extra: Mapping[str, object] | None = None
    ) -> list[Record]:
        """Return the rows of a statement in the transaction that has begun, or with ``extra`` in its own."""
        ran = self.append_message(_RUN, statement.text, _plain(parameters), dict(extra or {}))
        pulled = self.append_message(_PULL, {"n": -1})
        self._answered(ran, pulled)
        keys = cast("list[str]", ran.metadata["fields"])
        return [dict(zip(keys, map(_native, values), strict=True)) for values in pulled.records]

    def commit_write(self) -> None:
        """Commit; a connection lost on the way leaves it unknown whether it was done."""
        try:
            self._answered(self.append_message(_COMMIT))
        except _DisconnectedError as error:
            raise _DisconnectedError(error, is_safe=False) from error

    def reset(self, force: bool = False) -> None:
        """Do nothing: a connection that failed is closed, and resetting it would hide the failure."""

    def close(self) -> None:
        """Hang up. A transaction that is open is rolled back by the server."""
        self._plug.close()

    def _limits(self, mode: Literal["r", "w"], seconds: float) -> dict[str, object]:
        self._plug.settimeout(seconds + _GRACE_SECONDS)
        # py2neo itself sends no limit, and would call it by a name the server does not know.
        return {"mode": mode, "db": self._database, "tx_timeout": int(seconds * 1000)}

    def _answered(self, *responses: BoltResponse) -> None:
        with _disconnections():
            self._sync(*responses)
        for response in responses:
            response.audit()

    def read_message(self) -> tuple[int, list[object]]:
        """Return the next message. What py2neo reads ahead it takes for a record after a message that keeps alive."""
        tag, fields = self._reader.read_message()
        return tag, cast("list[object]", fields)


def _opened(address: Address, place: SplitResult) -> _Connection:
    """Return a connection that is signed in; raise Neo4jError, _DisconnectedError or UnsupportedError."""
    with _disconnections():
        plug = _plug(place)
        # py2neo takes the limit off a socket it is given.
        wire = Wire(plug)
        plug.settimeout(CONNECT_SECONDS)
    try:
        _Connection.agree(wire, address.uri)
        connection = _Connection(wire, plug, address)
        connection.sign_in()
    except BaseException:
        plug.close()
        raise
    return connection


def _plug(place: SplitResult) -> socket.socket:
    # Not py2neo's own: it opens without a limit, and secures by a protocol name that Python has deprecated.
    host = place.hostname or "localhost"
    plug = socket.create_connection((host, place.port or _BOLT_PORT), timeout=CONNECT_SECONDS)
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    plug.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if place.scheme == "bolt":
        return plug
    context = ssl.create_default_context()
    if place.scheme == "bolt+ssc":
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    try:
        return context.wrap_socket(plug, server_hostname=host)
    except BaseException:
        plug.close()
        raise


def _place(uri: str) -> SplitResult:
    try:
        place = urlsplit(uri)
        _ = place.port
    except ValueError as error:
        raise unusable(uri, error) from error
    if not place.scheme.startswith("bolt"):
        raise unrouted(uri)
    return place


@contextmanager
def _disconnections() -> Generator[None]:
    try:
        yield
    except (ConnectionBroken, ConnectionUnavailable, ProtocolError, OSError) as error:
        raise _DisconnectedError(error.__cause__ or error) from error


def _may_pass(error: Exception) -> bool:
    if isinstance(error, Neo4jError):
        code = cast("str", error.code)
        return code in _PASSING or (code.startswith("Neo.TransientError.") and code not in _STOPPED_FOR_GOOD)
    return isinstance(error, _DisconnectedError) and error.is_safe


def _plain(value: Value) -> object:
    """Return a value as the types py2neo packs: it looks at the very type, and takes no other for it."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, datetime) and value.tzinfo is not None:
        # The same moment: py2neo fails on Python's own zones, and sends those west of Greenwich wrong by a day.
        return value.astimezone(pytz.utc)
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Sequence):
        return [_plain(item) for item in value]
    return value


def _native(value: object) -> Value:
    if isinstance(value, Date):
        return value.to_native()
    if isinstance(value, DateTime):
        # py2neo's own conversion leaves the zone out.
        return value.to_native().replace(tzinfo=value.tzinfo)
    if isinstance(value, list):
        return [_native(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        return {key: _native(item) for key, item in cast("dict[str, object]", value).items()}
    return cast("Value", value)
