"""What `mini` says, read from its own files: the other side of every comparison with an answer."""

import csv
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

from graph.vocabulary import AREA_KINDS, LEDGERS, MODEL, PEOPLE, Kind, Property, Relationship, Tie, Type
from seed_data.builtin import write_data_set

Row = dict[str, str]
Record = dict[str, object]
Answer = dict[str, Any]
"""What a route answered: JSON."""


class MiniRows:
    """The rows of a data set's files, of `mini` for one, and the records and walks they mean."""

    def __init__(self, folder: Path) -> None:
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
        self.kind_of = {row["id"]: Kind(row["kind"]) for row in [*self.orgs, *self.areas, *self.alliances]}
        self.kind_of |= {row["id"]: Kind.UNIT for row in self.units}
        for kind in LEDGERS:
            found = {row["id"]: row for row in self.rows(MODEL[kind].file.removesuffix(".csv"))}
            self.by_id |= found
            self.kind_of |= dict.fromkeys(found, kind)

    @classmethod
    def written(cls, folder: Path) -> "MiniRows":
        """Return the rows of `mini`, written into a folder."""
        write_data_set("mini", folder)
        return cls(folder)

    def rows(self, name: str) -> list[Row]:
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def entity(self, id: str, kind: str) -> Record:
        row = self.by_id[id]
        return {
            "id": id,
            "kind": kind,
            "name": f"{row['name'][0]}*" if kind in PEOPLE else row["name"],
            "valid_from": row["valid_from"] or self.table["first_day"].isoformat(),
            "valid_to": row["valid_to"] or None,
            "source": row["source"],
        }

    def org(self, id: str) -> Record:
        row = self.by_id[id]
        kind = self.kinds[row["kind"]]
        own = {
            "tier": kind.get("tier"),
            "title": row["title"] or kind["title"],
            "area_id": min(row["area_id"].split(";")),
        }
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

    def met_above(self, id: str) -> list[Record]:
        """The records of what stands above, each with how many steps away it is."""
        return [self._node(above) | {"depth": depth} for depth, above in enumerate(self.above(id), 1)]

    def met_below(self, id: str, depth: int = 20) -> list[Record]:
        """The records of what stands below, each with how many steps away it is."""
        return [self._node(below) | {"depth": self.above(below).index(id) + 1} for below in self.below(id, depth)]

    def _node(self, id: str) -> Record:
        return self.area(id) if self.kind_of[id] in AREA_KINDS else self.org(id)

    def within(self, id: str, area_id: str) -> bool:
        """Whether an area is that area or a part of it."""
        return id == area_id or area_id in self.above(id)

    def guided(self, id: str) -> list[str]:
        """An alliance and all that it guides, directly or not."""
        below = [row["id"] for row in self.alliances if row["guided_by"] == id]
        return [id, *(found for one in below for found in self.guided(one))]

    def described(self, id: str) -> Record:
        """The record of any entity, as the routes of entities answer it."""
        kind = self.kind_of[id]
        match MODEL[kind].file:
            case "orgs.csv":
                own = self.org(id)
            case "areas.csv":
                own = self.area(id)
            case "alliances.csv":
                own = self.alliance(id)
            case "units.csv":
                own = self.unit(id)
            case _:
                own = self.entity(id, kind)
        properties = {key: value for key, value in self.properties(id).items() if key not in own}
        return own | {"properties": properties, "related": self.related(id)}

    def properties(self, id: str) -> Record:
        """What a row states of the properties that are shown, and what follows from it."""
        row, kind = self.by_id[id], self.kind_of[id]
        found = {one.key: value(one, row[one.key]) for one in MODEL[kind].shown if row.get(one.key)}
        if kind is Kind.UNIT and row["new_org"]:
            least = self.table.get("least_employees", 1)
            criteria = (row["has_premises"] == "true", row["is_operating"] == "true", int(row["employees"]) >= least)
            found["ought_branch"] = all(criteria)
        return found

    def related(self, id: str) -> dict[str, list[str]]:
        """The ids that an entity's own relationships lead to, by type."""
        found: dict[str, list[str]] = defaultdict(list)
        for tie in MODEL[self.kind_of[id]].ties:
            if not tie.is_incoming:
                found[tie.type] += self.targets(id, tie)
        return {type: sorted(ids) for type, ids in sorted(found.items()) if ids}

    def targets(self, id: str, tie: Tie) -> list[str]:
        """The ids in one of its columns."""
        return [target for target in self.by_id[id][tie.column].split(";") if target]

    def links(self) -> set[tuple[str, str, str]]:
        """Every relationship that stands: its two ends and its type."""
        found = {(id, other, type) for id in self.by_id for type, ids in self.related(id).items() for other in ids}
        found |= {(row["lead_id"], row["id"], "LEADS") for row in self.alliances}
        return found | {(row["unit_id"], row["alliance_id"], "MEMBER_OF") for row in self.memberships}

    def belonging(self, area_id: str) -> set[str]:
        """What belongs to an area or a part of it: found by going on until nothing is added."""
        links = self.links()
        found = {row["id"] for row in self.areas if self.within(row["id"], area_id)}
        covering = {source for source, target, type in links if type == Relationship.COVERS and target in found}
        led = {target for source, target, type in links if type == Relationship.LEADS and source in covering}
        found |= led | {source for source, target, type in links if type == Relationship.MEMBER_OF and target in led}
        placing = {(source, target) for source, target, type in links if type in MODEL[self.kind_of[source]].placing}
        while added := {source for source, target in placing if target in found} - found:
            found |= added
        return found


def value(one: Property, cell: str) -> object:
    """What a cell says, as JSON has it."""
    match one.type:
        case Type.COUNT:
            return int(cell)
        case Type.FLAG:
            return cell == "true"
        case Type.TEXTS:
            return cell.split(";")
        case _:
            return cell
