"""Every error the domain raises, under one root.

::

    GraphError
    ├── SettingsError            a WUJI_… variable that cannot be used
    ├── EngineError              Neo4j did not do what was asked
    │   ├── UnavailableError     it cannot be reached, or went away
    │   │   └── NoDatabaseError  it has no database of that name
    │   │   └── StartingError   whoever serves has not reached it yet
    │   │   └── LockedOutError   it lets this user in later: others tried wrong passwords
    │   ├── TooSlowError         it gave up at its time limit
    │   ├── CredentialsError     it refused the user or the password
    │   ├── UnsupportedError     it is older than 5.26, or not Neo4j
    │   ├── StorageError         it has no disk or memory left
    │   ├── AbandonedError       the question was given up before it was answered
    │   ├── StoppedError         its database stopped at an error and comes back by a restart
    │   └── DamagedError         its store has lost a part of what was written to it
    │       └── LostError        records were taken out of it, and a load puts them back
    ├── ServerError              the managed Neo4j could not be provisioned or run
    │   ├── DownloadError        a file could not be fetched, or is not the one expected
    │   ├── PortInUseError       another program listens where it should
    │   ├── HomeError            WUJI_HOME cannot be written, or is full
    │   └── StartError           it started and stopped, or never became ready
    ├── NotFoundError            no entity has that id
    ├── FilterError              filters that cannot be asked for, or not together
    │   └── ConditionError       a condition that cannot be asked of a kind
    ├── TooLargeError            the answer is past a stated limit
    ├── MalformedError           the graph holds what wuji never writes
    ├── NoRevisionError          the graph has no revision: it never got the schema
    ├── DataSetError             a data set that cannot be read, with its faults when it was, or loaded
    └── LoadRefusedError         the graph holds another data set, or what cannot be beside it
"""

from collections.abc import Mapping
from typing import Self

from words import Said, said, sentences


class GraphError(Exception):
    """The root: its text is one or two sentences that say what happened and what to do, in the language of the moment."""

    def __init__(self, words: Said | str = "") -> None:
        # What was rendered in another process comes as a text.
        super().__init__(words)


class SettingsError(GraphError):
    """A ``WUJI_…`` variable holds a value that cannot be used."""


class EngineError(GraphError):
    """Neo4j did not do what was asked of it."""


class UnavailableError(EngineError):
    """Neo4j cannot be reached, or went away in the middle."""


class LockedOutError(UnavailableError):
    """Neo4j lets this user in again in a while: there were too many wrong passwords in a row, whoever gave them."""


class StartingError(UnavailableError):
    """Neo4j was not reached yet, or its graph is being made ready, by a program that serves already."""


class NoDatabaseError(UnavailableError):
    """Neo4j has no database of that name: it is not waited for."""


class TooSlowError(EngineError):
    """Neo4j ended the statement at its time limit."""


class CredentialsError(EngineError):
    """Neo4j refused the user or the password."""


class UnsupportedError(EngineError):
    """The server is older than Neo4j 5.26, or is not Neo4j."""


class StorageError(EngineError):
    """Neo4j has no disk or memory left for the statement."""


class AbandonedError(EngineError):
    """A question was given up before it was answered: whoever asked it has gone."""


class StoppedError(EngineError):
    """The database stopped at an error, such as a full disk, and answers nothing until Neo4j is started again."""


class DamagedError(EngineError):
    """The store of Neo4j has lost a part of what was written to it."""

    @classmethod
    def of(cls, loss: Said) -> Self:
        """Return the error for what was lost, with what to do."""
        return cls(
            said(
                "The graph is damaged: {loss}. Stop all with 'wuji down' and put a copy of the home folder in its place; "
                "or, when there is none, delete its data folder and load again with 'wuji up --dataset NAME|FOLDER'. Of a "
                "Neo4j of your own restore the backup, or empty it and load again.",
                loss=loss,
            )
        )


class LostError(DamagedError):
    """Records were taken out of a store that is whole, and a load puts them back."""

    @classmethod
    def from_data_set(cls, loss: Said, data_set: str | Said) -> Self:
        """Return the error for what was taken out, with the data set to load again."""
        return cls(
            said(
                "The graph is damaged: {loss}. Load it again with 'wuji seed --dataset {data_set}', where a data set of "
                "your own is named by its folder, which puts back what the data set states; or put a copy of the home "
                "folder in its place.",
                loss=loss,
                data_set=data_set,
            )
        )


class ServerError(GraphError):
    """The managed Neo4j could not be provisioned or run."""


class DownloadError(ServerError):
    """A file of Neo4j could not be fetched, or is not the one the lock file names."""


class PortInUseError(ServerError):
    """Another program listens on a port the managed Neo4j should have."""


class HomeError(ServerError):
    """The home folder cannot be written, or its disk is full."""


class StartError(ServerError):
    """Neo4j started and stopped again, or did not become ready in time."""


class NotFoundError(GraphError):
    """No entity of the asked kind has that id."""


class FilterError(GraphError):
    """Filters that cannot be asked for, or not together; ``faults`` says of each what is wrong with it, by its name."""

    def __init__(self, faults: Mapping[str, Said]) -> None:
        super().__init__(sentences(faults.values()))
        self.faults = dict(faults)


class ConditionError(FilterError):
    """A condition cannot be asked of a kind: it has no such property, or the value is not of its type."""

    def __init__(self, words: Said) -> None:
        super().__init__({"where": words})


class TooLargeError(GraphError):
    """The answer is past a stated limit."""


class MalformedError(GraphError):
    """The graph holds something that wuji never writes: it was written by other means."""


class NoRevisionError(GraphError):
    """The graph has no revision yet: its schema was never applied."""


class DataSetError(GraphError):
    """A data set cannot be read, checked or loaded."""


class LoadRefusedError(GraphError):
    """The graph holds another data set already, or codes that what is to be loaded gives to others on the same days."""
