"""The suite's graph as these tests see it: brought to what is stated on a day of their choice, and read past our own code."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, LiteralString, Protocol, cast

import neo4j
from neo4j.time import Date

from graph.engines import Engine
from graph.engines.address import Address
from graph.loading import Contents, Summary, load
from graph.progress import unreported
from graph.revision import revision

FIRST = date(2022, 12, 31)
SPRING, SUMMER, AUTUMN, WINTER = date(2024, 3, 1), date(2024, 6, 1), date(2024, 9, 1), date(2024, 12, 1)


class Shared(Protocol):
    """The graph all tests share."""

    address: Address
    engine: Engine
    driver: neo4j.Driver
    holds: str | None

    def wipe(self) -> None:
        """Take everything out of it."""
        ...


@dataclass
class Store:
    shared: Shared

    @property
    def engine(self) -> Engine:
        return self.shared.engine

    def clear(self) -> None:
        """Empty the graph; what was loaded in one piece by others is large, what these tests make is small."""
        if self.shared.holds is not None:
            self.shared.wipe()
        self.run("MATCH (n) WHERE NOT n:Revision DETACH DELETE n")
        self.run("MATCH (c:Revision) SET c.seq = 0")

    def bring(self, contents: Contents, *, today: date = SPRING, overwrite: bool = False) -> Summary:
        return load(self.engine, contents, actor="tests", today=today, overwrite=overwrite, report=unreported)

    def run(self, text: LiteralString, **parameters: object) -> list[dict[str, object]]:
        """Run a statement of the test's own: another means."""
        with self.shared.driver.session(database=self.shared.address.database) as session:
            return session.run(text, parameters).data()

    def drop(self, what: Literal["CONSTRAINT", "INDEX"], name: str) -> None:
        """Take a constraint or an index away."""
        self.run(cast("LiteralString", f"DROP {what} {name}"))

    def revision(self) -> int:
        return revision(self.engine).seq

    def entity(self, id: str) -> dict[str, object]:
        """Return an entity's properties without the marks of a load, and its labels."""
        rows = self.run("MATCH (e:Entity {id: $id}) RETURN properties(e) AS properties, labels(e) AS labels", id=id)
        (row,) = rows
        properties, labels = row["properties"], row["labels"]
        assert isinstance(properties, dict)
        assert isinstance(labels, list)
        return {**unmarked(properties), "labels": {str(label) for label in labels}}

    def versions(self, id: str) -> set[tuple[str, date, date]]:
        rows = self.run(
            "MATCH (:Entity {id: $id})-[:HAD]->(v:Version) "
            "RETURN v.name AS name, v.valid_from AS valid_from, v.valid_to AS valid_to",
            id=id,
        )
        return {(str(row["name"]), day(row["valid_from"]), day(row["valid_to"])) for row in rows}

    def links(self, id: str) -> set[tuple[str, str, str, date, date | None]]:
        """Return every relationship of the domain an entity has or had: type, both ends and days."""
        rows = self.run(
            "MATCH (:Entity {id: $id})-[r]-(:Entity) "
            "RETURN DISTINCT type(r) AS type, startNode(r).id AS source, endNode(r).id AS target, "
            "       r.valid_from AS valid_from, r.valid_to AS valid_to",
            id=id,
        )
        return {
            (
                str(row["type"]),
                str(row["source"]),
                str(row["target"]),
                day(row["valid_from"]),
                None if row["valid_to"] is None else day(row["valid_to"]),
            )
            for row in rows
        }

    def bonds(self, unit_id: str) -> set[tuple[str, str, str, date, date | None]]:
        """Return every membership a unit has or had: type, alliance, role and days."""
        rows = self.run(
            "MATCH (:Entity {id: $id})-[r:MEMBER_OF|WAS_MEMBER_OF]->(a) "
            "RETURN type(r) AS type, a.id AS alliance, r.role AS role, r.valid_from AS valid_from, r.valid_to AS valid_to",
            id=unit_id,
        )
        return {
            (
                str(row["type"]),
                str(row["alliance"]),
                str(row["role"]),
                day(row["valid_from"]),
                None if row["valid_to"] is None else day(row["valid_to"]),
            )
            for row in rows
        }

    def nodes(self) -> list[tuple[list[str], dict[str, object]]]:
        """Return every node but the counter and the changes, in a total order."""
        rows = self.run(
            "MATCH (n) WHERE NOT n:Revision AND NOT n:Change RETURN labels(n) AS labels, properties(n) AS properties"
        )
        return sorted(
            ((sorted(labels(row)), dict(sorted(properties(row).items()))) for row in rows), key=lambda one: repr(one)
        )

    def relationships(self) -> list[tuple[str, str, str, dict[str, object]]]:
        """Return every relationship, in a total order."""
        rows = self.run(
            "MATCH (a)-[r]->(b) RETURN type(r) AS type, a.id AS source, coalesce(b.id, b.key, b.name) AS target, "
            "properties(r) AS properties"
        )
        return sorted(
            (
                (str(row["type"]), str(row["source"]), str(row["target"]), dict(sorted(properties(row).items())))
                for row in rows
            ),
            key=repr,
        )

    def changes(self) -> list[dict[str, object]]:
        """Return every Change in the order of seq, without the moment it was made."""
        rows = self.run("MATCH (c:Change) RETURN properties(c) AS properties ORDER BY c.seq")
        return [{key: value for key, value in properties(row).items() if key != "at"} for row in rows]


def unmarked(stored: dict[str, object]) -> dict[str, object]:
    """Return properties without the marks of a load, days as Python's own."""
    return {
        key: value.to_native() if isinstance(value, Date) else value
        for key, value in stored.items()
        if key not in {"terms", "caption", "row_digest", "state_digest"}
    }


def labels(row: dict[str, object]) -> list[str]:
    found = row["labels"]
    assert isinstance(found, list)
    return [str(label) for label in found]


def properties(row: dict[str, object]) -> dict[str, object]:
    found = row["properties"]
    assert isinstance(found, dict)
    return {str(key): value for key, value in found.items()}


def day(value: object) -> date:
    assert isinstance(value, Date)
    return value.to_native()
