"""Where a Neo4j is."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Address:
    """Where a Neo4j is and how to sign in."""

    uri: str
    user: str
    # A traceback or a log that shows the whole shows no password.
    password: str = field(repr=False)
    database: str = "neo4j"
