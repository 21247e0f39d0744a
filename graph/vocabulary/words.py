"""The labels and the relationship types."""

from dataclasses import dataclass
from enum import StrEnum


class Family(StrEnum):
    """The family a kind belongs to; ``PartyOrg`` and ``Area`` are labels as well."""

    PARTY_ORG = "PartyOrg"
    AREA = "Area"
    ALLIANCE = "alliances"
    PARTY_LIFE = "party_life"
    GOVERNANCE = "governance"
    STAFF = "staff"
    METHOD = "methods"
    SERVICE = "services"
    NEW_ORG = "new_orgs"
    POWER = "powers"
    POLICING = "policing"
    IDENTIFIER = "identifiers"


class Kind(StrEnum):
    """The kinds of entity; each value is the kind's label."""

    CENTRAL_COMMITTEE = "CentralCommittee"
    PROVINCE_COMMITTEE = "ProvinceCommittee"
    CITY_COMMITTEE = "CityCommittee"
    COUNTY_COMMITTEE = "CountyCommittee"
    STREET_COMMITTEE = "StreetCommittee"
    COMMUNITY_ORG = "CommunityOrg"
    GRID_BRANCH = "GridBranch"
    BUILDING_GROUP = "BuildingGroup"
    GRID_GROUP = "GridGroup"
    MEMBER_HOUSEHOLD = "MemberHousehold"
    COUNTRY = "Country"
    PROVINCE = "Province"
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
    VENUE = "Venue"
    ACTIVITY = "Activity"
    PAIRING = "Pairing"
    POST = "Post"
    PERSON = "Person"
    COMMITTEE = "Committee"
    COMMITTEE_OFFICE = "CommitteeOffice"
    WORKING_GROUP = "WorkingGroup"
    GOVERNANCE_SECTION = "GovernanceSection"
    CADRE = "Cadre"
    GRID_WORKER = "GridWorker"
    OFFICER = "Officer"
    VOLUNTEER = "Volunteer"
    METHOD = "Method"
    METHOD_STEP = "MethodStep"
    SERVICE_CATEGORY = "ServiceCategory"
    SERVICE_ITEM = "ServiceItem"
    SERVICE_CENTRE = "ServiceCentre"
    RED_POST = "RedPost"
    NEW_ORG_BRANCH = "NewOrgBranch"
    DISPATCHED_BRANCH = "DispatchedBranch"
    POWER = "Power"
    ENFORCEMENT_ITEM = "EnforcementItem"
    RIGHT = "Right"
    DUTY = "Duty"
    STREET_OFFICE = "StreetOffice"
    PLATFORM = "Platform"
    POLICE_STATION = "PoliceStation"
    POLICE_ROOM = "PoliceRoom"
    ENFORCEMENT_RESULT = "EnforcementResult"
    IDENTIFIER = "Identifier"


@dataclass(frozen=True, slots=True)
class KindEntry:
    """What is true of a kind in every city: its family and its name in Chinese."""

    family: Family
    chinese: str


KINDS: dict[Kind, KindEntry] = {
    Kind.CENTRAL_COMMITTEE: KindEntry(Family.PARTY_ORG, "中央"),
    Kind.PROVINCE_COMMITTEE: KindEntry(Family.PARTY_ORG, "省（区、市）委"),
    Kind.CITY_COMMITTEE: KindEntry(Family.PARTY_ORG, "市委"),
    Kind.COUNTY_COMMITTEE: KindEntry(Family.PARTY_ORG, "区（县）委"),
    Kind.STREET_COMMITTEE: KindEntry(Family.PARTY_ORG, "街道党工委"),
    Kind.COMMUNITY_ORG: KindEntry(Family.PARTY_ORG, "社区党组织"),
    Kind.GRID_BRANCH: KindEntry(Family.PARTY_ORG, "网格党支部"),
    Kind.BUILDING_GROUP: KindEntry(Family.PARTY_ORG, "楼（院）党小组"),
    Kind.GRID_GROUP: KindEntry(Family.PARTY_ORG, "网格党小组"),
    Kind.MEMBER_HOUSEHOLD: KindEntry(Family.PARTY_ORG, "单元党员中心户"),
    Kind.COUNTRY: KindEntry(Family.AREA, "国家"),
    Kind.PROVINCE: KindEntry(Family.AREA, "省（自治区、直辖市）"),
    Kind.CITY: KindEntry(Family.AREA, "市"),
    Kind.COUNTY: KindEntry(Family.AREA, "区（县、市、开发区）"),
    Kind.TOWN: KindEntry(Family.AREA, "街道（镇、乡）"),
    Kind.NEIGHBOURHOOD: KindEntry(Family.AREA, "社区（村）"),
    Kind.GRID: KindEntry(Family.AREA, "网格"),
    Kind.COMPOUND: KindEntry(Family.AREA, "小区"),
    Kind.BUILDING: KindEntry(Family.AREA, "楼栋"),
    Kind.ALLIANCE: KindEntry(Family.ALLIANCE, "党建联盟"),
    Kind.LEADING_GROUP: KindEntry(Family.ALLIANCE, "领导小组"),
    Kind.UNIT: KindEntry(Family.ALLIANCE, "单位"),
    Kind.VENUE: KindEntry(Family.ALLIANCE, "活动场所"),
    Kind.ACTIVITY: KindEntry(Family.ALLIANCE, "联盟活动"),
    Kind.PAIRING: KindEntry(Family.ALLIANCE, "结对共建"),
    Kind.POST: KindEntry(Family.PARTY_LIFE, "职务"),
    Kind.PERSON: KindEntry(Family.PARTY_LIFE, "人员"),
    Kind.COMMITTEE: KindEntry(Family.GOVERNANCE, "城乡基层治理工作委员会"),
    Kind.COMMITTEE_OFFICE: KindEntry(Family.GOVERNANCE, "委员会办公室"),
    Kind.WORKING_GROUP: KindEntry(Family.GOVERNANCE, "专项工作组"),
    Kind.GOVERNANCE_SECTION: KindEntry(Family.GOVERNANCE, "城乡基层治理处（科）"),
    Kind.CADRE: KindEntry(Family.STAFF, "联点包抓干部"),
    Kind.GRID_WORKER: KindEntry(Family.STAFF, "网格员"),
    Kind.OFFICER: KindEntry(Family.STAFF, "执法人员"),
    Kind.VOLUNTEER: KindEntry(Family.STAFF, "志愿者"),
    Kind.METHOD: KindEntry(Family.METHOD, "工作法"),
    Kind.METHOD_STEP: KindEntry(Family.METHOD, "工作步骤"),
    Kind.SERVICE_CATEGORY: KindEntry(Family.SERVICE, "服务大类"),
    Kind.SERVICE_ITEM: KindEntry(Family.SERVICE, "服务事项"),
    Kind.SERVICE_CENTRE: KindEntry(Family.SERVICE, "党群服务中心（站）"),
    Kind.RED_POST: KindEntry(Family.SERVICE, "红色驿站"),
    Kind.NEW_ORG_BRANCH: KindEntry(Family.NEW_ORG, "两新党组织"),
    Kind.DISPATCHED_BRANCH: KindEntry(Family.NEW_ORG, "派驻党支部"),
    Kind.POWER: KindEntry(Family.POWER, "下放权力"),
    Kind.ENFORCEMENT_ITEM: KindEntry(Family.POWER, "行政执法事项"),
    Kind.RIGHT: KindEntry(Family.POWER, "赋予职权"),
    Kind.DUTY: KindEntry(Family.POWER, "街道职责"),
    Kind.STREET_OFFICE: KindEntry(Family.POWER, "综合党政工作机构"),
    Kind.PLATFORM: KindEntry(Family.POWER, "工作平台"),
    Kind.POLICE_STATION: KindEntry(Family.POLICING, "派出所"),
    Kind.POLICE_ROOM: KindEntry(Family.POLICING, "警务室"),
    Kind.ENFORCEMENT_RESULT: KindEntry(Family.POLICING, "执法成果"),
    Kind.IDENTIFIER: KindEntry(Family.IDENTIFIER, "外部代码"),
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
    PART_OF = "PART_OF"
    HOLDS = "HOLDS"
    CONTACTS = "CONTACTS"
    SERVES = "SERVES"
    LOCATED_IN = "LOCATED_IN"
    OPENED_BY = "OPENED_BY"
    ORGANISED_BY = "ORGANISED_BY"
    TOOK_PLACE_AT = "TOOK_PLACE_AT"
    OFFERS = "OFFERS"
    JOINS = "JOINS"
    SET_UP_IN = "SET_UP_IN"
    ANSWERS_TO = "ANSWERS_TO"
    DISPATCHED_TO = "DISPATCHED_TO"
    DISPATCHED_BY = "DISPATCHED_BY"
    DELEGATED_TO = "DELEGATED_TO"
    DELEGATED_BY = "DELEGATED_BY"
    GRANTED_TO = "GRANTED_TO"
    BORNE_BY = "BORNE_BY"
    BACKED_BY = "BACKED_BY"
    POSTED_TO = "POSTED_TO"
    STATIONED_AT = "STATIONED_AT"
    EMPLOYED_BY = "EMPLOYED_BY"
    PAIRED_WITH = "PAIRED_WITH"
    ENROLLED_IN = "ENROLLED_IN"
    MOVED_DOWN_TO = "MOVED_DOWN_TO"
    IDENTIFIES = "IDENTIFIES"


RELATIONSHIPS: dict[Relationship, str] = {
    Relationship.UNDER: "隶属",
    Relationship.COVERS: "负责",
    Relationship.WITHIN: "位于",
    Relationship.LEADS: "牵头",
    Relationship.MEMBER_OF: "成员单位",
    Relationship.GUIDED_BY: "受指导",
    Relationship.PART_OF: "属于",
    Relationship.HOLDS: "任职",
    Relationship.CONTACTS: "联点包抓",
    Relationship.SERVES: "服务",
    Relationship.LOCATED_IN: "所在地",
    Relationship.OPENED_BY: "开放单位",
    Relationship.ORGANISED_BY: "组织者",
    Relationship.TOOK_PLACE_AT: "活动地点",
    Relationship.OFFERS: "提供",
    Relationship.JOINS: "共建方",
    Relationship.SET_UP_IN: "组建于",
    Relationship.ANSWERS_TO: "上级党组织",
    Relationship.DISPATCHED_TO: "派驻到",
    Relationship.DISPATCHED_BY: "派驻方",
    Relationship.DELEGATED_TO: "下放到",
    Relationship.DELEGATED_BY: "下放部门",
    Relationship.GRANTED_TO: "赋予",
    Relationship.BORNE_BY: "承担者",
    Relationship.BACKED_BY: "依据的权力",
    Relationship.POSTED_TO: "下沉到",
    Relationship.STATIONED_AT: "所属派出所",
    Relationship.EMPLOYED_BY: "所在单位",
    Relationship.PAIRED_WITH: "一对一结对",
    Relationship.ENROLLED_IN: "加入队伍",
    Relationship.MOVED_DOWN_TO: "下放到街道",
    Relationship.IDENTIFIES: "标识",
}
"""What each relationship is called in Chinese."""


class Record(StrEnum):
    """The relationships of the graph's own records, which are not of the domain."""

    HAD = "HAD"
    PUBLISHES = "PUBLISHES"


_LABELLED = frozenset({Family.PARTY_ORG, Family.AREA})


def closed_type(relationship: Relationship) -> str:
    """Return the type a relationship has once it is closed."""
    return f"WAS_{relationship.value}"


def standing_type(type: str) -> Relationship:
    """Return the relationship whose type, standing or closed, that is."""
    return Relationship(type.removeprefix("WAS_"))


def labels(kind: Kind) -> list[str]:
    """Return the labels of a standing entity of that kind, ``Entity`` first."""
    family = KINDS[kind].family
    return [Label.ENTITY.value, *([family.value] if family in _LABELLED else []), kind.value]
