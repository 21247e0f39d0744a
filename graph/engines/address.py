"""Where a Neo4j is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """Where a Neo4j is and how to sign in."""

    uri: str
    user: str
    password: str
    database: str = "neo4j"
