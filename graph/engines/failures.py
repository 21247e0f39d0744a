"""What a driver's failures are to the domain, whichever driver they come from."""

import re

from graph.errors import (
    CredentialsError,
    DamagedError,
    EngineError,
    LockedOutError,
    NoDatabaseError,
    SettingsError,
    StoppedError,
    StorageError,
    TooSlowError,
    UnavailableError,
    UnsupportedError,
)
from words import said

_OLDEST = (5, 26)
_SECURITY = "Neo.ClientError.Security."
_NOT_LET_IN = ("Unauthorized", "AuthorizationFailed", "TokenExpired", "CredentialsExpired")
_LOCKED_OUT = "AuthenticationRateLimit"
_FORBIDDEN = "Forbidden"
_ENDED = "Transaction.Terminated"
_OUT_OF_TIME = ("TransactionTimedOut", "LockAcquisitionTimeout")
_UNFIT = "ConstraintCreationFailed"
_OF_THE_DATABASE = "Neo.DatabaseError."
_STOPPED_WORDS = ("critical error", "needs to be restarted")
_OUT_OF_ROOM = ("OutOfMemory", "StackOverFlow", "OutOfDisk", "TransactionLogError", "MemoryPool")


def check_agent(agent: str, uri: str) -> None:
    """Raise UnsupportedError unless a server's name for itself is that of a Neo4j new enough."""
    found = re.fullmatch(r"Neo4j/(\d+)\.(\d+)\S*", agent)
    if found is None:
        raise UnsupportedError(
            said(
                "The server at {uri} is {agent!r}, not Neo4j. Point WUJI_NEO4J_URI at Neo4j 5.26 or newer.",
                uri=uri,
                agent=agent,
            )
        )
    if (int(found[1]), int(found[2])) < _OLDEST:
        raise UnsupportedError(
            said(
                "The server at {uri} is {agent}; wuji needs Neo4j 5.26 or newer. Upgrade it, or unset WUJI_NEO4J_URI "
                "to let wuji run its own.",
                uri=uri,
                agent=agent,
            )
        )


def unsupported(uri: str) -> UnsupportedError:
    """Return the error of a server that does not speak what the driver does."""
    return UnsupportedError(
        said(
            "What listens at {uri} speaks no Bolt that this engine knows. Point WUJI_NEO4J_URI at the Bolt port "
            "of Neo4j 5.26 or newer; for one too new for WUJI_ENGINE=py2neo, unset that.",
            uri=uri,
        )
    )


def unusable(uri: str, error: Exception) -> SettingsError:
    """Return the error of an address that no connection can be made from."""
    return SettingsError(said("WUJI_NEO4J_URI={uri} cannot be used: {error}. Correct it.", uri=uri, error=error))


def unreachable(uri: str, error: Exception) -> UnavailableError:
    """Return the error of a server that does not answer, or no longer."""
    first_line = str(error).partition("\n")[0][:200]
    return UnavailableError(
        said(
            "Neo4j at {uri} cannot be reached: is it running? Try again once it answers, or correct the address. "
            "({first_line})",
            uri=uri,
            first_line=first_line,
        )
    )


def refused(uri: str, *, code: str, text: str, may_pass: bool) -> EngineError:
    """Return the error of a server that answered with a status code; ``may_pass`` when it is worth another try."""
    if code.removeprefix(_SECURITY) in _NOT_LET_IN:
        return CredentialsError(
            said(
                "Neo4j at {uri} refused the user or the password. Check WUJI_NEO4J_USER and WUJI_NEO4J_PASSWORD. "
                "({text})",
                uri=uri,
                text=text,
            )
        )
    if code.removeprefix(_SECURITY) == _FORBIDDEN:
        return CredentialsError(
            said(
                "Neo4j at {uri} does not let this user do that. Grant it to the user, or name another with "
                "WUJI_NEO4J_USER and WUJI_NEO4J_PASSWORD. ({text})",
                uri=uri,
                text=text,
            )
        )
    if code.endswith(_ENDED):
        return UnavailableError(
            said("Neo4j at {uri} was told to end the statement; try again. ({text})", uri=uri, text=text)
        )
    if code.removeprefix(_SECURITY) == _LOCKED_OUT:
        return LockedOutError(
            said(
                "Neo4j at {uri} lets this user in later: too many wrong passwords were given in a row, by whomever. "
                "It passes by itself within seconds; try again then.",
                uri=uri,
            )
        )
    if any(word in code for word in _OUT_OF_TIME):
        return TooSlowError(
            said("Neo4j at {uri} gave the statement up at its time limit. Ask for less, or try again.", uri=uri)
        )
    if any(word in code for word in _OUT_OF_ROOM):
        return StorageError(
            said(
                "Neo4j at {uri} has no room left: give it disk or memory, then try again. ({text})", uri=uri, text=text
            )
        )
    if any(words in text for words in _STOPPED_WORDS):
        return StoppedError(
            said(
                "The database of Neo4j at {uri} has stopped at an error, such as a full disk. Make room, then run "
                "any wuji command, which starts the Neo4j of its home again; one of your own, start again yourself. "
                "({text})",
                uri=uri,
                text=text,
            )
        )
    if code.endswith(_UNFIT):
        return DamagedError.of(said("two of its records have one id, or one number ({text})", text=text[:200]))
    if code.startswith(_OF_THE_DATABASE):
        return DamagedError.of(
            said("Neo4j at {uri} cannot read its store ({code}: {text})", uri=uri, code=code, text=text[:200])
        )
    if "DatabaseNotFound" in code:
        return NoDatabaseError(
            said("Neo4j at {uri} has no such database: check WUJI_NEO4J_DATABASE. ({text})", uri=uri, text=text)
        )
    if may_pass:
        return UnavailableError(
            said("Neo4j at {uri} could not answer just now; try again. ({text})", uri=uri, text=text)
        )
    return EngineError(said("Neo4j at {uri} refused a statement. ({code}: {text})", uri=uri, code=code, text=text))


def unrouted(uri: str) -> SettingsError:
    """Return the error for an address that asks for routing of a driver that has none."""
    return SettingsError(
        said(
            "WUJI_NEO4J_URI={uri} asks for routing, and WUJI_ENGINE=py2neo speaks to one server alone. Write "
            "bolt:// in its place, or unset WUJI_ENGINE.",
            uri=uri,
        )
    )
