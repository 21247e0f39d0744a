"""A city's data set in memory: built, and edited as a data engineer would edit its rows."""

from dataclasses import dataclass, field, replace
from datetime import date

from store import FIRST

from graph.engines import Value
from graph.loading import Bond, Contents, Fact, Published, Triple
from graph.vocabulary import KINDS, LEDGERS, Family, Kind, Relationship, Role, Source

TIERS = {
    Kind.STREET_COMMITTEE: 1,
    Kind.COMMUNITY_ORG: 2,
    Kind.GRID_BRANCH: 3,
    Kind.BUILDING_GROUP: 4,
    Kind.MEMBER_HOUSEHOLD: 5,
}
AREA_LEVELS = (Kind.CITY, Kind.COUNTY, Kind.TOWN, Kind.NEIGHBOURHOOD, Kind.GRID, Kind.BUILDING)
ABOVE_LEVELS = (Kind.COUNTRY, Kind.PROVINCE)
ORG_LEVELS = (Kind.CITY_COMMITTEE, Kind.COUNTY_COMMITTEE, *TIERS)
ALLIANCE_LEVELS = ("city", "county", "street", "community")
FIGURE = Published("streets", "1", "个街道", 1, "个", "streets", "reconcile/streets", None)


def level(fact: Fact) -> int:
    """Return how far from the top of its tree a fact of that kind stands; what is in no tree is far from any top."""
    if fact.kind in LEDGERS:
        return len(ORG_LEVELS)
    if fact.kind in ABOVE_LEVELS:
        return ABOVE_LEVELS.index(fact.kind) - len(ABOVE_LEVELS)
    if fact.kind in AREA_LEVELS:
        return AREA_LEVELS.index(fact.kind)
    if fact.kind is Kind.GRID_GROUP:
        return ORG_LEVELS.index(Kind.BUILDING_GROUP)
    if fact.kind in ORG_LEVELS:
        return ORG_LEVELS.index(fact.kind)
    return 0 if fact.kind is Kind.UNIT else ALLIANCE_LEVELS.index(str(fact.properties["level"]))


def _rank(fact: Fact) -> tuple[int, int]:
    families = [Family.AREA, Family.PARTY_ORG, Family.ALLIANCE]
    if fact.kind in LEDGERS:
        return (len(families), LEDGERS.index(fact.kind))
    return (families.index(KINDS[fact.kind].family), level(fact))


@dataclass
class City:
    """The rows: entities by id, memberships in any order."""

    facts: dict[str, Fact] = field(default_factory=dict[str, Fact])
    bonds: list[Bond] = field(default_factory=list[Bond])

    def contents(self, digest: str = "1") -> Contents:
        facts = sorted(self.facts.values(), key=_rank)
        return Contents("city", "示例市", "An example.", FIRST, digest, facts, self.bonds, [FIGURE])

    def copy(self) -> "City":
        return City(dict(self.facts), list(self.bonds))

    def put(self, fact: Fact) -> Fact:
        self.facts[fact.id] = fact
        return fact

    def area(self, id: str, kind: Kind, parent: str | None) -> Fact:
        links = () if parent is None else (Triple(Relationship.WITHIN, id, parent),)
        properties = {"name": f"{id}区", "source": "register", "code": id, "category": None}
        return self.put(Fact(id, kind, properties, links, FIRST, None))

    def org(self, id: str, kind: Kind, parent: str | None, area: str) -> Fact:
        links = (Triple(Relationship.COVERS, id, area),)
        if parent is not None:
            links = (Triple(Relationship.UNDER, id, parent), *links)
        properties = {"name": f"{id}组织", "source": "synthetic", "title": "组织", "tier": TIERS.get(kind)}
        return self.put(Fact(id, kind, properties, links, FIRST, None))

    def unit(self, id: str) -> Fact:
        properties = {"name": f"{id}单位", "source": "synthetic", "category": "department", "line": "公安"}
        return self.put(Fact(id, Kind.UNIT, properties, (), FIRST, None))

    def alliance(self, id: str, of_level: str, lead: str, guide: str | None) -> Fact:
        links = (Triple(Relationship.LEADS, lead, id),)
        if guide is not None:
            links = (*links, Triple(Relationship.GUIDED_BY, id, guide))
        kind = Kind.LEADING_GROUP if of_level in {"city", "county"} else Kind.ALLIANCE
        properties = {"name": f"{id}联盟", "source": "published", "level": of_level}
        return self.put(Fact(id, kind, properties, links, FIRST, None))

    def ledger(self, id: str, kind: Kind, *links: tuple[Relationship, str], **properties: Value) -> Fact:
        """State an entity of a kind that has a file of its own, with the relationships that lead from it."""
        stated = {"name": f"{id}名", "source": "ledger", **properties}
        return self.put(Fact(id, kind, stated, tuple(Triple(type, id, end) for type, end in links), FIRST, None))

    def join(self, unit_id: str, alliance_id: str, role: Role = Role.MEMBER) -> Bond:
        self.bonds.append(Bond(unit_id, alliance_id, role, Source.SYNTHETIC, FIRST, None))
        return self.bonds[-1]

    def rename(self, id: str, name: str) -> None:
        fact = self.facts[id]
        self.put(replace(fact, properties={**fact.properties, "name": name}))

    def move(self, id: str, type_: Relationship, end: str) -> None:
        """Join an entity to another superior, whole, area, lead or guide."""
        fact = self.facts[id]
        moved = Triple(type_, end, id) if type_ is Relationship.LEADS else Triple(type_, id, end)
        self.put(replace(fact, links=(*(link for link in fact.links if link.type is not type_), moved)))

    def below(self, id: str) -> list[str]:
        """Return an entity and all that stands on it, superiors first."""
        found = [id]
        for one in found:
            found += [fact.id for fact in self.facts.values() if fact.id not in found and one in ends(fact)]
        return found

    def close(self, id: str, day: date) -> None:
        """State an entity as ended, with all that stands on it and their memberships."""
        for one in self.below(id):
            fact = self.facts[one]
            self.put(replace(fact, valid_to=fact.valid_to or day))
        self.bonds = [self._ended(bond, day) for bond in self.bonds]

    def drop(self, id: str) -> None:
        """Take the row of an entity away, with those of all that stands on it and their memberships."""
        for one in self.below(id):
            del self.facts[one]
        self.bonds = [one for one in self.bonds if one.unit_id in self.facts and one.alliance_id in self.facts]

    def standing(self, *kinds: Kind) -> list[Fact]:
        """Return what stands of those kinds, of all kinds when none is named."""
        return [fact for fact in self.facts.values() if fact.valid_to is None and (not kinds or fact.kind in kinds)]

    def said(self) -> list[tuple[str, str, str, str | None]]:
        """Return the relationships that stand by the rows: type, both ends and role."""
        links = [(link.type.value, link.source, link.target, None) for fact in self.standing() for link in fact.links]
        member_of = Relationship.MEMBER_OF.value
        bonds = [
            (member_of, one.unit_id, one.alliance_id, one.role.value) for one in self.bonds if one.valid_to is None
        ]
        return [*links, *bonds]

    def _ended(self, bond: Bond, day: date) -> Bond:
        stands = all(self.facts[end].valid_to is None for end in (bond.unit_id, bond.alliance_id))
        return bond if stands or bond.valid_to is not None else replace(bond, valid_to=day)


def ends(fact: Fact) -> list[str]:
    """Return what a fact stands on."""
    return [link.source if link.type is Relationship.LEADS else link.target for link in fact.links]


def small_city() -> City:
    """Return a city of one street with two communities; every kind of relationship is in it."""
    city = City()
    city.area("1", Kind.CITY, None)
    city.area("11", Kind.COUNTY, "1")
    city.area("111", Kind.TOWN, "11")
    for community in ("1111", "1112"):
        city.area(community, Kind.NEIGHBOURHOOD, "111")
        city.area(f"{community}1", Kind.GRID, community)
        city.area(f"{community}11", Kind.BUILDING, f"{community}1")
    city.org("D1", Kind.CITY_COMMITTEE, None, "1")
    city.org("D11", Kind.COUNTY_COMMITTEE, "D1", "11")
    city.org("D111", Kind.STREET_COMMITTEE, "D11", "111")
    for community in ("1111", "1112"):
        city.org(f"D{community}", Kind.COMMUNITY_ORG, "D111", community)
        city.org(f"D{community}1", Kind.GRID_BRANCH, f"D{community}", f"{community}1")
        city.org(f"D{community}11", Kind.BUILDING_GROUP, f"D{community}1", f"{community}11")
        city.org(f"D{community}11-1", Kind.MEMBER_HOUSEHOLD, f"D{community}11", f"{community}11")
    city.alliance("L01", "city", "D1", None)
    city.alliance("L02", "county", "D11", "L01")
    city.alliance("A001", "street", "D111", "L02")
    city.alliance("A002", "community", "D1111", "A001")
    for unit in ("U1", "U2", "U3"):
        city.unit(unit)
    city.join("U1", "A001", Role.LEAD)
    city.join("U2", "A001")
    city.join("U2", "A002")
    city.join("U3", "A002")
    return city
