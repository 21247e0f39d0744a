"""What a data set's own files say of a whole city: rows by kind, and each relationship that a row states."""

import csv
import tomllib
from collections import defaultdict
from pathlib import Path

from graph.vocabulary import MODEL, PEOPLE, Kind, masked
from seed_data.builtin import write_data_set

Row = dict[str, str]
Link = tuple[str, str, str]
"""The id a relationship leads from, its type, and the id it leads to."""


class CityRows:
    """The rows of a data set's files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        table = tomllib.loads((folder / "dataset.toml").read_text(encoding="utf-8"))
        self.least_employees: int = table.get("least_employees", 1)
        self.by_id: dict[str, Row] = {}
        self.kind: dict[str, Kind] = {}
        for file in sorted({model.file for model in MODEL.values()}):
            kinds = [kind for kind, model in MODEL.items() if model.file == file]
            for row in self._rows(file):
                self.by_id[row["id"]] = row
                self.kind[row["id"]] = Kind(row["kind"]) if "kind" in row else kinds[0]
        self.memberships = self._rows("memberships.csv")
        self.links = {link for id in self.by_id for link in self._links(id)}
        self.links |= {(row["unit_id"], "MEMBER_OF", row["alliance_id"]) for row in self.memberships}
        self._to, self._from = (
            defaultdict[tuple[str, str], list[str]](list),
            defaultdict[tuple[str, str], list[str]](list),
        )
        for source, type, target in sorted(self.links):
            self._to[source, type].append(target)
            self._from[target, type].append(source)

    @classmethod
    def of(cls, name: str, folder: Path) -> "CityRows":
        """Return the rows of a built-in data set, written into a folder."""
        write_data_set(name, folder)
        return cls(folder)

    def _rows(self, file: str) -> list[Row]:
        with (self.folder / file).open(encoding="utf-8", newline="") as opened:
            return list(csv.DictReader(opened))

    def _links(self, id: str) -> list[Link]:
        row, found = self.by_id[id], list[Link]()
        for tie in MODEL[self.kind[id]].ties:
            for other in filter(None, row[tie.column].split(";")):
                found.append((other, tie.type, id) if tie.is_incoming else (id, tie.type, other))
        return found

    def of_kind(self, *kinds: Kind) -> list[str]:
        """Return the ids of those kinds, in order."""
        return sorted(id for id, kind in self.kind.items() if kind in kinds)

    def name(self, id: str) -> str:
        """Return a name as answers show it."""
        name = self.by_id[id]["name"]
        return masked(name) if self.kind[id] in PEOPLE else name

    def to(self, id: str, *types: str) -> list[str]:
        """Return what an entity's relationships of those types lead to."""
        return [other for type in types for other in self._to[id, type]]

    def at(self, id: str, *types: str, kind: Kind | None = None) -> list[str]:
        """Return what leads to an entity by those types, of one kind or of any, by id."""
        found = {other for type in types for other in self._from[id, type]}
        return sorted(other for other in found if kind is None or self.kind[other] is kind)

    def officers(self, area: str) -> list[str]:
        """Return the officers of an area: who was sent there, and whoever is paired with him and sent nowhere."""
        sent = self.at(area, "POSTED_TO", "SERVES", kind=Kind.OFFICER)
        pairs = {other for one in sent for other in (*self.to(one, "PAIRED_WITH"), *self.at(one, "PAIRED_WITH"))}
        return sorted({*sent, *(one for one in pairs if not self.to(one, "POSTED_TO", "SERVES"))})

    def backing(self, duty: str, town: str) -> list[str]:
        """Return the powers behind a duty that a town has, by id."""
        return sorted(one for one in self.to(duty, "BACKED_BY") if town in self.to(one, "DELEGATED_TO", "GRANTED_TO"))

    def levels(self, id: str) -> list[str]:
        """Return an area and those around it, nearest first."""
        around = self.to(id, "WITHIN")
        return [id, *(self.levels(around[0]) if around else [])]

    def parts(self, id: str) -> list[str]:
        """Return an area and all its parts."""
        found = [id]
        for one in found:
            found += self.at(one, "WITHIN")
        return found

    def holder(self, post_id: str) -> str | None:
        """Return who holds a post, ``None`` when it is vacant."""
        return next(iter(self.at(post_id, "HOLDS")), None)

    def posts(self, org_id: str, *roles: str) -> list[str]:
        """Return the posts of an organisation that have one of those roles."""
        return [id for id in self.at(org_id, "PART_OF", kind=Kind.POST) if self.by_id[id]["role"] in roles]

    def found(self, id: str) -> dict[str, str]:
        """Return an entity as an answer names it."""
        return {"id": id, "kind": self.kind[id].value, "name": self.name(id)}
