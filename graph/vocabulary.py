"""Every word of the graph, spelled once: labels, relationship types, properties and the values they may take.

The ``.cypher`` files spell the same words plainly; a contract test holds them to this module. Which kind stands at
which tier, under which official title, is not said here: it is a table of each data set.
"""

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """The family a kind belongs to; ``PartyOrg`` and ``Area`` are labels as well."""

    PARTY_ORG = "PartyOrg"
    AREA = "Area"
    ALLIANCE = "alliances"


class Kind(StrEnum):
    """The kinds of entity; each value is the kind's label."""

    CITY_COMMITTEE = "CityCommittee"
    COUNTY_COMMITTEE = "CountyCommittee"
    STREET_COMMITTEE = "StreetCommittee"
    COMMUNITY_ORG = "CommunityOrg"
    GRID_BRANCH = "GridBranch"
    BUILDING_GROUP = "BuildingGroup"
    GRID_GROUP = "GridGroup"
    MEMBER_HOUSEHOLD = "MemberHousehold"
    CITY = "City"
    COUNTY = "County"
    TOWN = "Town"
    NEIGHBOURHOOD = "Neighbourhood"
    GRID = "Grid"
    COMPOUND = "Compound"
    BUILDING = "Building"
    ALLIANCE = "Alliance"
    LEADING_GROUP = "LeadingGroup"
    UNIT = "Unit"


@dataclass(frozen=True, slots=True)
class KindEntry:
    """What is true of a kind in every city: its family and its name in Chinese."""

    family: Family
    chinese: str


KINDS: dict[Kind, KindEntry] = {
    Kind.CITY_COMMITTEE: KindEntry(Family.PARTY_ORG, "市委"),
    Kind.COUNTY_COMMITTEE: KindEntry(Family.PARTY_ORG, "区（县）委"),
    Kind.STREET_COMMITTEE: KindEntry(Family.PARTY_ORG, "街道党工委"),
    Kind.COMMUNITY_ORG: KindEntry(Family.PARTY_ORG, "社区党组织"),
    Kind.GRID_BRANCH: KindEntry(Family.PARTY_ORG, "网格党支部"),
    Kind.BUILDING_GROUP: KindEntry(Family.PARTY_ORG, "楼（院）党小组"),
    Kind.GRID_GROUP: KindEntry(Family.PARTY_ORG, "网格党小组"),
    Kind.MEMBER_HOUSEHOLD: KindEntry(Family.PARTY_ORG, "单元党员中心户"),
    Kind.CITY: KindEntry(Family.AREA, "市"),
    Kind.COUNTY: KindEntry(Family.AREA, "区（县、市、开发区）"),
    Kind.TOWN: KindEntry(Family.AREA, "街道（镇、乡）"),
    Kind.NEIGHBOURHOOD: KindEntry(Family.AREA, "社区（村）"),
    Kind.GRID: KindEntry(Family.AREA, "网格"),
    Kind.COMPOUND: KindEntry(Family.AREA, "小区"),
    Kind.BUILDING: KindEntry(Family.AREA, "楼"),
    Kind.ALLIANCE: KindEntry(Family.ALLIANCE, "党建联盟"),
    Kind.LEADING_GROUP: KindEntry(Family.ALLIANCE, "领导小组"),
    Kind.UNIT: KindEntry(Family.ALLIANCE, "单位"),
}

PARTY_ORG_KINDS = tuple(kind for kind, entry in KINDS.items() if entry.family is Family.PARTY_ORG)
AREA_KINDS = tuple(kind for kind, entry in KINDS.items() if entry.family is Family.AREA)


class Label(StrEnum):
    """The labels that are not kinds."""

    ENTITY = "Entity"
    PARTY_ORG = "PartyOrg"
    AREA = "Area"
    CLOSED = "Closed"
    VERSION = "Version"
    CHANGE = "Change"
    REVISION = "Revision"
    DATA_SET = "DataSet"
    FIGURE = "Figure"


class Relationship(StrEnum):
    """The relationships that stand today; a closed one becomes ``WAS_`` and its type."""

    UNDER = "UNDER"
    COVERS = "COVERS"
    WITHIN = "WITHIN"
    LEADS = "LEADS"
    MEMBER_OF = "MEMBER_OF"
    GUIDED_BY = "GUIDED_BY"


class Record(StrEnum):
    """The relationships of the graph's own records, which are not of the domain."""

    HAD = "HAD"
    PUBLISHES = "PUBLISHES"


def closed_type(relationship: Relationship) -> str:
    """Return the type a relationship has once it is closed."""
    return f"WAS_{relationship.value}"


def labels(kind: Kind) -> list[str]:
    """Return the labels of a standing entity of that kind, ``Entity`` first."""
    family = KINDS[kind].family
    return [Label.ENTITY.value, *([] if family is Family.ALLIANCE else [family.value]), kind.value]


class Source(StrEnum):
    """Where a fact comes from."""

    REGISTER = "register"
    PUBLISHED = "published"
    SYNTHETIC = "synthetic"
    LEDGER = "ledger"
    API = "api"


class Role(StrEnum):
    """The part a unit plays in an alliance."""

    LEAD = "lead"
    MEMBER = "member"


class AllianceLevel(StrEnum):
    """The level an alliance is formed at."""

    STREET = "street"
    COMMUNITY = "community"


class LeadingGroupLevel(StrEnum):
    """The level a leading group is formed at."""

    CITY = "city"
    COUNTY = "county"


class UnitCategory(StrEnum):
    """What sort of body a unit is."""

    DEPARTMENT = "department"
    ENTERPRISE = "enterprise"
    INSTITUTION = "institution"
    SOCIAL_ORGANISATION = "social_organisation"
    PROPERTY_COMPANY = "property_company"


class AreaCategory(StrEnum):
    """What the national register of divisions calls an area: its ``type``."""

    PREFECTURE_LEVEL_CITY = "prefecture_level_city"
    DISTRICT = "district"
    COUNTY = "county"
    COUNTY_LEVEL_CITY = "county_level_city"
    DEV_ZONE = "dev_zone"
    STREET = "street"
    TOWN = "town"
    TOWNSHIP = "township"
    PSEUDO_TOWNSHIP = "pseudo_township"
    RESIDENTS_COMMITTEE = "residents_committee"
    VILLAGERS_COMMITTEE = "villagers_committee"
    PSEUDO_RESIDENTS_COMMITTEE = "pseudo_residents_committee"
    PSEUDO_VILLAGERS_COMMITTEE = "pseudo_villagers_committee"


# Every property key of the graph: EXPLAIN calls a key unknown until the store has seen it.
PROPERTIES = (
    # entities and relationships
    "id",
    "kind",
    "name",
    "valid_from",
    "valid_to",
    "source",
    "tier",
    "title",
    "code",
    "category",
    "level",
    "line",
    "role",
    # on a relationship that ended with its entity
    "final",
    # what a load last wrote, so that a change by other means shows
    "row_digest",
    "state_digest",
    # by what an entity is found, and in which form all of them were last written
    "terms",
    "terms_form",
    # changes
    "seq",
    "at",
    "actor",
    "action",
    "entity_id",
    "before",
    "after",
    "basis",
    # the data set and its figures
    "first_day",
    "digest",
    "loading",
    "token_key",
    "key",
    "section",
    "phrase",
    "value",
    "unit",
    "what_it_counts",
    "statement",
    "note",
)
