"""The profile of an area as the files of a data set mean it."""

from collections import Counter
from collections.abc import Iterable

from city_rows import CityRows
from mini_rows import Answer

from graph.vocabulary import AREA_KINDS, PARTY_ORG_KINDS, Kind, PostRole

# A venue may offer nothing of the catalogue, and is a place all the same.
PLACES = (Kind.SERVICE_CENTRE, Kind.RED_POST, Kind.VENUE)


class Expected:
    """What stands in an area and in its parts."""

    def __init__(self, rows: CityRows, area: str) -> None:
        self.rows = rows
        self.area = area
        self.parts = rows.parts(area)
        self.orgs = self.on("COVERS")
        self.led = sorted(id for org in self.orgs for id in rows.to(org, "LEADS"))
        self.units = [id for id in self.on("LOCATED_IN", kind=Kind.UNIT) if rows.by_id[id]["new_org"]]

    def on(self, *types: str, kind: Kind | None = None) -> list[str]:
        """Return what leads to the area or a part of it, each once."""
        return sorted({id for part in self.parts for id in self.rows.at(part, *types, kind=kind)})

    def by(self, column: str, ids: Iterable[str]) -> dict[str, int]:
        """Return how many have each word in a column."""
        return Counter(self.rows.by_id[id][column] for id in ids)

    def profile(self) -> Answer:
        """Return the whole but for the record and the organisations that cover the area itself."""
        return {
            "ancestors": [self.rows.found(id) for id in self.rows.levels(self.area)[1:]],
            "parts": self.kinds(self.parts[1:], AREA_KINDS),
            "organisations": self.kinds(self.orgs, PARTY_ORG_KINDS),
            "alliances": self.alliances(),
            "posts": self.posts(),
            "cadres": self.by("rank", self.on("CONTACTS")),
            "forces": self.forces(),
            "powers": self.powers(),
            "services": self.services(),
            "new_orgs": self.new_orgs(),
            "institutions": self.institutions(),
            "pairings": self.by("category", self.pairings()),
            "volunteers": self.by("role", self.on("SERVES", kind=Kind.VOLUNTEER)),
            "results": self.results(),
        }

    def kinds(self, ids: list[str], kinds: tuple[Kind, ...]) -> dict[str, int]:
        found = Counter(self.rows.kind[id] for id in ids)
        return {kind.value: found[kind] for kind in kinds if kind in found}

    def alliances(self) -> Answer:
        activities = [id for one in self.led for id in self.rows.at(one, "ORGANISED_BY")]
        seats = [unit for one in self.led for unit in self.rows.at(one, "MEMBER_OF")]
        items = [self.rows.found(id) | {"level": self.rows.by_id[id]["level"]} for id in self.led]
        return {
            "total": len(items),
            "items": items,
            "memberships": len(seats),
            "member_units": len({*seats}),
            "activities": len(activities),
            "participants": sum(int(self.rows.by_id[id]["participants"]) for id in activities),
        }

    def posts(self) -> list[Answer]:
        bodies = [*self.orgs]
        for body in bodies:
            bodies += [id for id in self.rows.at(body, "PART_OF") if self.rows.kind[id] is not Kind.POST]
        posts = [id for body in bodies for id in self.rows.at(body, "PART_OF", kind=Kind.POST)]
        totals, held = self.by("role", posts), self.by("role", filter(self.rows.holder, posts))
        return [
            {"role": role.value, "total": totals[role], "vacant": totals[role] - held.get(role, 0)}
            for role in PostRole
            if role in totals
        ]

    def forces(self) -> Answer:
        officers = [self.rows.by_id[id] for id in {id for part in self.parts for id in self.rows.officers(part)}]
        counted = Counter((row["assignment"], row["line"]) for row in officers)
        stations = self.on("SERVES", kind=Kind.POLICE_STATION)
        return {
            "officers": [
                {"assignment": assignment, "line": line or None, "total": total}
                for (assignment, line), total in sorted(
                    counted.items(), key=lambda one: (one[0][0], not one[0][1], one[0][1])
                )
            ],
            "grid_workers": len(self.on("SERVES", kind=Kind.GRID_WORKER)),
            "police_stations": len(stations),
            "lead_stations": sum(self.rows.by_id[id]["is_lead"] == "true" for id in stations),
            "police_rooms": len(self.on("SERVES", kind=Kind.POLICE_ROOM)),
        }

    def powers(self) -> Answer:
        held = Counter(self.rows.kind[id] for id in self.on("DELEGATED_TO", "GRANTED_TO"))
        duties = self.on("BORNE_BY")
        offices = [id for org in self.orgs for id in self.rows.at(org, "PART_OF", kind=Kind.STREET_OFFICE)]
        return {
            "powers": held[Kind.POWER],
            "enforcement_items": held[Kind.ENFORCEMENT_ITEM],
            "rights": held[Kind.RIGHT],
            "duties": len(duties),
            "unbacked_duties": sum(any(not self.rows.backing(id, town) for town in self.bearers(id)) for id in duties),
            "offices": len(offices),
            "platforms": len(self.on("SERVES", kind=Kind.PLATFORM)),
        }

    def bearers(self, duty: str) -> list[str]:
        """Return the towns of the area that bear a duty."""
        return [town for town in self.rows.to(duty, "BORNE_BY") if town in self.parts]

    def services(self) -> Answer:
        places = [id for id in self.on("SERVES", "LOCATED_IN") if self.rows.kind[id] in PLACES]
        counted = Counter((self.rows.kind[id].value, self.rows.by_id[id].get("category", "")) for id in places)
        return {
            "places": [
                {"kind": kind, "category": category or None, "total": total}
                for (kind, category), total in sorted(counted.items())
            ],
            "items": len({item for id in places for item in self.rows.to(id, "OFFERS")}),
        }

    def new_orgs(self) -> Answer:
        have = {unit for unit in self.units if self.rows.at(unit, "SET_UP_IN")}
        ought = {unit for unit in self.units if self.ought(unit)}
        located = self.on("LOCATED_IN", kind=Kind.UNIT)
        branches = {id for unit in located for id in self.rows.at(unit, "SET_UP_IN")}
        dispatched = [id for unit in located for id in self.rows.at(unit, "DISPATCHED_TO")]
        return {
            "units": len(self.units),
            "ought_branch": len(ought),
            "have_branch": len(have),
            "lack_branch": len(ought - have),
            "branches": self.by("mode", branches),
            "dispatched": self.by("authority", dispatched),
        }

    def ought(self, unit: str) -> bool:
        """Return whether a new organisation meets all three criteria."""
        row = self.rows.by_id[unit]
        return (row["has_premises"], row["is_operating"]) == ("true", "true") and int(
            row["employees"]
        ) >= self.rows.least_employees

    def institutions(self) -> Answer:
        moved = [self.rows.by_id[id] for id in self.on("MOVED_DOWN_TO")]
        posts, staff = (sum(int(row[column]) for row in moved) for column in ("posts", "staff"))
        return {"units": len(moved), "posts": posts, "staff": staff}

    def pairings(self) -> set[str]:
        parties = self.on("COVERS", "LOCATED_IN", "SERVES")
        return {id for party in parties for id in self.rows.at(party, "JOINS")}

    def results(self) -> list[Answer]:
        amounts = Counter[tuple[str, str]]()
        for id in self.on("LOCATED_IN", kind=Kind.ENFORCEMENT_RESULT):
            row = self.rows.by_id[id]
            amounts[row["category"], row["unit"]] += int(row["amount"])
        return [
            {"category": category, "amount": amount, "unit": unit}
            for (category, unit), amount in sorted(amounts.items())
        ]
