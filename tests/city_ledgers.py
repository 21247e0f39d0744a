"""All that may hang on the areas and organisations of a small city, written by rule: units, alliances and ledgers."""

from collections.abc import Iterator, Sequence

import cypher
from graph.vocabulary import AREA_KINDS, MODEL, Kind

Row = dict[str, str]

LEVELS = {
    "Neighbourhood": "community",
    "Town": "street",
    "County": "county",
    "City": "city",
    "Province": "province",
}
"""The level of an alliance or a leading group by the highest kind of area that its leader covers, from below."""
RANKS = {
    "City": "province_leader",
    "County": "city_leader",
    "Town": "county_leader",
    "Neighbourhood": "section_level",
    "Grid": "other",
}
_LEADING = {"BuildingGroup": "group_leader", "GridGroup": "group_leader", "MemberHousehold": "household_member"}
_SUPERIORS = ("CountyCommittee", "StreetCommittee", "CommunityOrg", "GridBranch")
_SOURCE = {"source": "ledger"}
_ORDER = [kind.value for kind in AREA_KINDS]


def ledgers(areas: Sequence[Row], orgs: Sequence[Row]) -> dict[str, list[Row]]:
    """Return the rows of every other file; what a kind of area or organisation bears is where there is one."""
    written: dict[str, list[Row]] = {}
    rows = _Rows(areas, orgs)
    for file, row in (*rows.of_services(), *rows.of_units(), *rows.of_alliances(), *rows.of_posts(), *rows.of_people()):
        written.setdefault(file, []).append(row | _SOURCE)
    for file, row in (*rows.of_towns(), *rows.of_police(), *rows.of_new_orgs()):
        written.setdefault(file, []).append(row | _SOURCE)
    written["figures.csv"] = [*_figures()]
    # The readers ask for each column that a tie or a property of the kind has.
    columns = {model.file: {tie.column for tie in model.ties} for model in MODEL.values()}
    for file, found in written.items():
        for row in found:
            row.update({column: "" for column in columns.get(file, ()) if column not in row})
    return written


def _figures() -> Iterator[Row]:
    for statement in cypher.names():
        if statement.startswith("reconcile/"):
            key = statement.removeprefix("reconcile/")
            yield {
                "key": key,
                "section": "数",
                "phrase": key,
                "value": "0",
                "unit": "个",
                "what_it_counts": key,
                "statement": statement,
                "note": "an example",
                "comparison": "at_least",
            }


class _Rows:
    def __init__(self, areas: Sequence[Row], orgs: Sequence[Row]) -> None:
        self.areas, self.orgs = areas, orgs
        self.area = {row["id"]: row for row in areas}
        self.org = {row["id"]: row for row in orgs}

    def of_kind(self, *kinds: Kind) -> list[Row]:
        return [row for row in self.areas if row["kind"] in kinds]

    def around(self, id: str) -> list[Row]:
        """Return an area and those around it, nearest first."""
        row = self.area[id]
        return [row, *(self.around(row["parent_id"]) if row["parent_id"] else [])]

    def town(self, id: str) -> str | None:
        return next((row["id"] for row in self.around(id) if row["kind"] == Kind.TOWN), None)

    def level(self, org: Row) -> str | None:
        kinds = {self.area[id]["kind"] for id in org["area_id"].split(";")}
        return LEVELS.get(min(kinds, key=_ORDER.index))

    def of_services(self) -> Iterator[tuple[str, Row]]:
        yield "service_categories.csv", {"id": "SC1", "name": "党务"}
        yield "service_categories.csv", {"id": "SC2", "name": "政务"}
        for at, category in enumerate(("SC1", "SC1", "SC2"), 1):
            yield "service_items.csv", {"id": f"SI{at}", "name": f"事项{at}", "category_id": category}
        for at, row in enumerate(self.areas):
            own = {"id": f"SV-{row['id']}", "name": f"{row['name']}党群服务站", "area_id": row["id"]}
            if at % 3 != 2:
                offered = {"item_ids": "SI1;SI2" if at % 2 else "SI1", "category": "station" if at % 2 else "centre"}
                yield "service_centres.csv", own | offered
        for row in self.of_kind(Kind.COMPOUND):
            own = {"id": f"RP-{row['id']}", "name": "红色驿站", "compound_id": row["id"], "item_ids": "SI3"}
            yield "red_posts.csv", own
        yield "methods.csv", {"id": "M1", "name": "五步工作法", "applies_to": "alliance"}
        step = {"id": "M1-1", "name": "议事", "method_id": "M1", "position": "1", "produces": "清单"}
        yield "method_steps.csv", step

    def of_units(self) -> Iterator[tuple[str, Row]]:
        yield "units.csv", {"id": "UD", "name": "公安分局", "category": "department", "line": "公安"}
        for at, row in enumerate(self.areas):
            own = {"id": f"U-{row['id']}", "name": f"{row['name']}企业", "category": "enterprise", "area_id": row["id"]}
            new = {"new_org": "economic", "has_premises": "true", "is_operating": "true", "employees": str(at % 2 * 9)}
            yield "units.csv", own | new
            if at % 2 == 0:
                venue = {"id": f"VN-{row['id']}", "name": f"{row['name']}活动室", "area_id": row["id"]}
                offers = {"unit_id": f"U-{row['id']}", "facilities": "会议室", "item_ids": "SI2" if at % 4 else ""}
                yield "venues.csv", venue | offers
        for row in self.of_kind(Kind.TOWN):
            own = {"id": f"UM-{row['id']}", "name": f"{row['name']}城管中队", "category": "institution"}
            yield "units.csv", own | {"moved_down_to_id": row["id"], "posts": "5", "staff": "4"}
        first = self.areas[0]["id"]
        pairing = {"id": "PR1", "name": "结对一", "party_ids": f"UD;U-{first};{self.orgs[0]['id']}"}
        yield "pairings.csv", pairing | {"category": "new_org"}

    def of_alliances(self) -> Iterator[tuple[str, Row]]:
        levels = [*LEVELS.values()]
        here = {LEVELS[row["kind"]] for row in self.areas if row["kind"] in LEVELS}
        for at, org in enumerate(self.orgs):
            level = self.level(org)
            if level is None:
                continue
            kind = "Alliance" if level in levels[:2] else "LeadingGroup"
            above = levels[levels.index(level) + 1 :]
            nearest = next((place for place, one in enumerate(above) if one in here), -1)
            may_guide = above[: nearest + 1]
            guides = [one for one in self.superiors(org) if self.level(one) in may_guide]
            own = {"id": f"A-{org['id']}", "kind": kind, "name": f"{org['name']}联盟", "level": level}
            yield "alliances.csv", own | {"lead_id": org["id"], "guided_by": f"A-{guides[0]['id']}" if guides else ""}
            if kind == "Alliance":
                for place, row in enumerate(self.areas):
                    if (place + at) % 2 == 0:
                        role = "lead" if row["id"] in org["area_id"].split(";") else "member"
                        bond = {"unit_id": f"U-{row['id']}", "alliance_id": f"A-{org['id']}", "role": role}
                        yield "memberships.csv", bond
                held = {"id": f"AC-{org['id']}", "name": "联盟活动", "alliance_id": f"A-{org['id']}", "theme": "义诊"}
                venue = {"venue_id": f"VN-{self.areas[0]['id']}", "held_on": "2024-03-01", "participants": "40"}
                yield "activities.csv", held | venue

    def superiors(self, org: Row) -> list[Row]:
        above = self.org.get(org["parent_id"])
        return [] if above is None else [above, *self.superiors(above)]

    def of_posts(self) -> Iterator[tuple[str, Row]]:
        for at, org in enumerate(self.orgs):
            id, role = org["id"], _LEADING.get(org["kind"], "secretary")
            if at % 4 != 3:
                yield "posts.csv", {"id": f"P-{id}", "name": f"{org['name']}书记", "body_id": id, "role": role}
                if at % 3 != 1:
                    yield "persons.csv", {"id": f"R-{id}", "name": "王小明", "post_ids": f"P-{id}"}
            if role == "secretary" and at % 2:
                deputy = {"id": f"P-{id}-2", "name": f"{org['name']}副书记", "body_id": id, "role": "deputy_secretary"}
                yield "posts.csv", deputy
                yield "persons.csv", {"id": f"R-{id}-2", "name": "李小红", "post_ids": f"P-{id}-2"}
            if org["kind"] in ("ProvinceCommittee", "CityCommittee", "CountyCommittee"):
                yield "committees.csv", {"id": f"CM-{id}", "name": f"{org['name']}基层治理委员会", "org_id": id}
                yield "committee_offices.csv", {"id": f"CO-{id}", "name": "办公室", "committee_id": f"CM-{id}"}
                yield (
                    "working_groups.csv",
                    {"id": f"WG-{id}", "name": "专项组", "committee_id": f"CM-{id}", "field": "物业"},
                )
                yield "governance_sections.csv", {"id": f"GS-{id}", "name": "治理科", "org_id": id, "posts": "3"}
                yield "posts.csv", {"id": f"P-{id}-9", "name": "组长", "body_id": f"WG-{id}", "role": "head"}

    def of_people(self) -> Iterator[tuple[str, Row]]:
        for at, row in enumerate(self.areas):
            kind, id = row["kind"], row["id"]
            if kind in RANKS and row["parent_id"]:
                yield "cadres.csv", {"id": f"K-{id}", "name": "赵大山", "area_ids": id, "rank": RANKS[kind]}
            if kind != Kind.GRID:
                continue
            if at % 3:
                yield "grid_workers.csv", {"id": f"GW-{id}", "name": "钱小二", "grid_id": id, "is_full_time": "true"}
            if town := self.town(id):
                own = {"id": f"VT-{id}", "name": "孙小三", "grid_id": id, "town_id": town, "role": "宣传员"}
                yield "volunteers.csv", own
            yield "officers.csv", {"id": f"OG-{id}", "name": "周小四", "grid_id": id, "assignment": "posted"}

    def of_towns(self) -> Iterator[tuple[str, Row]]:
        towns = [row["id"] for row in self.of_kind(Kind.TOWN)]
        if not towns:
            return
        by = {"unit_id": "UD", "basis": "办法", "delegated_on": "2024-01-01"}
        for at, id in enumerate(towns):
            yield "powers.csv", {"id": f"PW-{id}", "name": f"权力{at}", "town_ids": id, **by}
            yield "platforms.csv", {"id": f"PF-{id}", "name": "平台", "town_id": id, "field": "综治"}
            cleared = {
                "id": f"ER-{id}",
                "name": "清理",
                "town_id": id,
                "category": "piles",
                "amount": "7",
                "unit": "处",
            }
            yield "enforcement_results.csv", cleared
            yield (
                "officers.csv",
                {"id": f"OT-{id}", "name": "吴小五", "area_id": id, "assignment": "posted", "line": "住建"},
            )
        everywhere = ";".join(towns)
        yield "enforcement_items.csv", {"id": "EI1", "name": "执法事项", "town_ids": everywhere, **by}
        yield "rights.csv", {"id": "RG1", "name": "职权", "town_ids": towns[0], "basis": "办法"}
        yield "duties.csv", {"id": "DU1", "name": "职责一", "town_ids": everywhere, "power_ids": f"PW-{towns[0]};RG1"}
        yield "duties.csv", {"id": "DU2", "name": "职责二", "town_ids": everywhere}
        for org in self.orgs:
            if org["kind"] == "StreetCommittee":
                yield "street_offices.csv", {"id": f"SO-{org['id']}", "name": "党建办", "org_id": org["id"]}

    def of_police(self) -> Iterator[tuple[str, Row]]:
        for row in self.of_kind(Kind.TOWN)[:1]:
            id = row["id"]
            own = {"id": f"PS-{id}", "name": f"{row['name']}派出所", "town_id": id, "unit_id": "UD"}
            yield "police_stations.csv", own | {"is_lead": "true", "police": "9"}
            for place in self.of_kind(Kind.NEIGHBOURHOOD):
                if self.town(place["id"]) != id:
                    continue
                room = {"id": f"PM-{place['id']}", "name": "警务室", "community_id": place["id"]}
                yield "police_rooms.csv", room | {"station_id": f"PS-{id}"}
                own = {"id": f"OC-{place['id']}", "name": "郑小六", "area_id": place["id"], "station_id": f"PS-{id}"}
                yield "officers.csv", own | {"assignment": "community_police"}
                pair = {"id": f"OB-{place['id']}", "name": "冯小七", "unit_id": "UD", "paired_id": f"OC-{place['id']}"}
                yield "officers.csv", pair | {"assignment": "bureau_police"}

    def of_new_orgs(self) -> Iterator[tuple[str, Row]]:
        for at, org in enumerate(self.orgs):
            unit = f"U-{org['area_id'].split(';')[0]}"
            if org["kind"] in _SUPERIORS and at % 2:
                own = {"id": f"NB-{org['id']}", "name": "两新支部", "unit_ids": unit, "superior_id": org["id"]}
                yield "new_org_branches.csv", own | {"mode": "single"}
            sent = {"id": f"DB-{org['id']}", "name": "派驻支部", "unit_id": unit, "by_id": "UD"}
            yield "dispatched_branches.csv", sent | {"authority": "sector_department"}
