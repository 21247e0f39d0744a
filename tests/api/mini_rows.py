"""What `mini` says, read from its own files: the other side of every comparison with an answer."""

import csv
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from seed_data.builtin import write_data_set

Row = dict[str, str]
Record = dict[str, object]
Answer = dict[str, Any]
"""What a route answered: JSON."""


class MiniRows:
    """The rows of `mini`'s files, and the records and walks they mean."""

    def __init__(self, folder: Path) -> None:
        write_data_set("mini", folder)
        self.folder = folder
        self.table = tomllib.loads((folder / "dataset.toml").read_text(encoding="utf-8"))
        self.orgs = self.rows("orgs")
        self.areas = self.rows("areas")
        self.alliances = self.rows("alliances")
        self.units = self.rows("units")
        self.memberships = self.rows("memberships")
        self.figures = self.rows("figures")
        self.kinds = {kind["kind"]: kind for kind in [*self.table["orgs"], *self.table["areas"]]}
        self.parent = {row["id"]: row["parent_id"] for row in [*self.orgs, *self.areas]}
        self.children: dict[str, list[str]] = defaultdict(list)
        for id, parent_id in sorted(self.parent.items()):
            self.children[parent_id].append(id)
        self.by_id = {row["id"]: row for row in [*self.orgs, *self.areas, *self.alliances, *self.units]}

    def rows(self, name: str) -> list[Row]:
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def entity(self, id: str, kind: str) -> Record:
        row = self.by_id[id]
        return {
            "id": id,
            "kind": kind,
            "name": row["name"],
            "valid_from": row["valid_from"] or self.table["first_day"].isoformat(),
            "valid_to": row["valid_to"] or None,
            "source": row["source"],
        }

    def org(self, id: str) -> Record:
        row = self.by_id[id]
        kind = self.kinds[row["kind"]]
        own = {"tier": kind.get("tier"), "title": row["title"] or kind["title"], "area_id": row["area_id"]}
        return self.entity(id, row["kind"]) | own | {"parent_id": row["parent_id"] or None}

    def area(self, id: str) -> Record:
        row = self.by_id[id]
        own = {"code": row["code"] or None, "category": row["category"] or None, "parent_id": row["parent_id"] or None}
        return self.entity(id, row["kind"]) | own

    def alliance(self, id: str) -> Record:
        row = self.by_id[id]
        return self.entity(id, row["kind"]) | {"level": row["level"], "lead_id": row["lead_id"]}

    def unit(self, id: str) -> Record:
        row = self.by_id[id]
        return self.entity(id, "Unit") | {"category": row["category"], "line": row["line"] or None}

    def above(self, id: str) -> list[str]:
        parent_id = self.parent[id]
        return [parent_id, *self.above(parent_id)] if parent_id else []

    def below(self, id: str, depth: int = 20) -> list[str]:
        """What stands below, nearest first and then by id."""
        level, found = self.children[id], list[str]()
        while level and depth:
            found += sorted(level)
            level, depth = [child for parent in level for child in self.children[parent]], depth - 1
        return found

    def within(self, id: str, area_id: str) -> bool:
        """Whether an area is that area or a part of it."""
        return id == area_id or area_id in self.above(id)

    def guided(self, id: str) -> list[str]:
        """An alliance and all that it guides, directly or not."""
        below = [row["id"] for row in self.alliances if row["guided_by"] == id]
        return [id, *(found for one in below for found in self.guided(one))]
