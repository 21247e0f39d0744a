"""The model: which properties and relationships an entity of each kind has, declared once.

The columns of a data set's files, what a load writes, what the API and the reference say of a kind all follow from it. Which
kind stands at which tier, under which official title, is not said here: it is a table of each data set.
"""

from enum import StrEnum

from graph.vocabulary.declarations import LinkModel, Model, Property, Tie, Type
from graph.vocabulary.values import (
    AllianceLevel,
    AreaCategory,
    Assignment,
    BranchMode,
    CadreRank,
    DispatchAuthority,
    LeadingGroupLevel,
    MethodScope,
    NewOrgType,
    PairingCategory,
    PostRole,
    ResultCategory,
    Role,
    Scheme,
    ServiceCentreCategory,
    UnitCategory,
)
from graph.vocabulary.words import AREA_KINDS, KINDS, PARTY_ORG_KINDS, Kind, Relationship


def _maybe(column: str, type: Relationship, *targets: Kind) -> Tie:
    return Tie(column, type, targets, least=0)


def _must(column: str, type: Relationship, *targets: Kind) -> Tie:
    return Tie(column, type, targets)


def _several(column: str, type: Relationship, *targets: Kind, least: int = 1) -> Tie:
    return Tie(column, type, targets, least, several=True)


def _word(key: str, chinese: str, *words: type[StrEnum], is_required: bool = True) -> Property:
    return Property(key, chinese, Type.WORD, words, is_required=is_required)


def _text(key: str, chinese: str) -> Property:
    return Property(key, chinese, is_required=True)


def _prose(key: str, chinese: str) -> Property:
    return Property(key, chinese, Type.PROSE, is_required=True)


def _count(key: str, chinese: str) -> Property:
    return Property(key, chinese, Type.COUNT, is_required=True)


def _optional(key: str, chinese: str, type: Type) -> Property:
    return Property(key, chinese, type)


_DISTRICT_ORGS = (Kind.PROVINCE_COMMITTEE, Kind.CITY_COMMITTEE, Kind.COUNTY_COMMITTEE)
_LOCAL_ORGS = (Kind.COUNTY_COMMITTEE, Kind.STREET_COMMITTEE, Kind.COMMUNITY_ORG)
_BODIES = (*PARTY_ORG_KINDS, Kind.COMMITTEE, Kind.COMMITTEE_OFFICE, Kind.WORKING_GROUP, Kind.GOVERNANCE_SECTION)
_POWERS = (Kind.POWER, Kind.ENFORCEMENT_ITEM, Kind.RIGHT)
_FULL_NAME = Property("full_name", "姓名", is_stated=False, is_shown=False)
_HOLDS = _several("post_ids", Relationship.HOLDS, Kind.POST, least=0)

_ELECTIONS = (
    _optional("members", "党员数", Type.COUNT),
    _optional("last_election", "上次换届", Type.DAY),
    _optional("next_election", "下次换届", Type.DUE),
)
_STREET_POSTS = (
    _optional("admin_posts_before", "原行政编制", Type.COUNT),
    _optional("admin_posts", "行政编制", Type.COUNT),
)
_NEW_ORG = (
    _word("new_org", "两新类型", NewOrgType, is_required=False),
    _optional("has_premises", "有固定经营场所", Type.FLAG),
    _optional("employees", "职工数", Type.COUNT),
    _optional("is_operating", "正常经营活动", Type.FLAG),
    _optional("members", "党员数", Type.COUNT),
    _optional("applicants", "入党积极分子数", Type.COUNT),
    Property("ought_branch", "应建党组织", Type.FLAG, is_stated=False),
)
_MOVED_DOWN = (
    _optional("moved_down_on", "下放日期", Type.DAY),
    _optional("posts", "事业编制", Type.COUNT),
    _optional("staff", "实有人员", Type.COUNT),
)


def _org(kind: Kind) -> Model:
    own = _STREET_POSTS if kind is Kind.STREET_COMMITTEE else ()
    return Model(
        "orgs.csv",
        (
            _several("area_id", Relationship.COVERS, *AREA_KINDS),
            _maybe("parent_id", Relationship.UNDER, *PARTY_ORG_KINDS),
        ),
        (Property("tier", "层级", Type.COUNT, is_stated=False), Property("title", "正式名称"), *_ELECTIONS, *own),
    )


_AREA = Model(
    "areas.csv",
    (_maybe("parent_id", Relationship.WITHIN, *AREA_KINDS),),
    (Property("code", "代码", is_code=True), _word("category", "类别", AreaCategory, is_required=False)),
)


def _alliance(level: type[StrEnum], *guides: Kind) -> Model:
    return Model(
        "alliances.csv",
        (
            Tie("lead_id", Relationship.LEADS, PARTY_ORG_KINDS, is_incoming=True),
            _maybe("guided_by", Relationship.GUIDED_BY, *guides),
        ),
        (_word("level", "层级", level),),
    )


_UNIT = Model(
    "units.csv",
    (
        _maybe("area_id", Relationship.LOCATED_IN, *AREA_KINDS),
        _maybe("moved_down_to_id", Relationship.MOVED_DOWN_TO, Kind.TOWN),
    ),
    (_word("category", "类别", UnitCategory), Property("line", "条线", Type.LINE), *_NEW_ORG, *_MOVED_DOWN),
)

_HOLDERS = tuple(kind for kind in KINDS if kind is not Kind.IDENTIFIER)

MODEL: dict[Kind, Model] = {
    **{kind: _org(kind) for kind in PARTY_ORG_KINDS},
    **dict.fromkeys(AREA_KINDS, _AREA),
    Kind.ALLIANCE: _alliance(AllianceLevel, Kind.ALLIANCE, Kind.LEADING_GROUP),
    Kind.LEADING_GROUP: _alliance(LeadingGroupLevel, Kind.LEADING_GROUP),
    Kind.UNIT: _UNIT,
    Kind.SERVICE_CATEGORY: Model("service_categories.csv", (), (_optional("position", "序号", Type.COUNT),)),
    Kind.SERVICE_ITEM: Model("service_items.csv", (_must("category_id", Relationship.PART_OF, Kind.SERVICE_CATEGORY),)),
    Kind.METHOD: Model("methods.csv", (), (_word("applies_to", "适用于", MethodScope),)),
    Kind.METHOD_STEP: Model(
        "method_steps.csv",
        (_must("method_id", Relationship.PART_OF, Kind.METHOD),),
        (_count("position", "序号"), _prose("produces", "应形成的成果")),
    ),
    Kind.COMMITTEE: Model(
        "committees.csv",
        (_must("org_id", Relationship.PART_OF, *_DISTRICT_ORGS),),
        (_optional("formed_on", "成立日期", Type.DAY),),
    ),
    Kind.COMMITTEE_OFFICE: Model(
        "committee_offices.csv", (_must("committee_id", Relationship.PART_OF, Kind.COMMITTEE),)
    ),
    Kind.WORKING_GROUP: Model(
        "working_groups.csv",
        (_must("committee_id", Relationship.PART_OF, Kind.COMMITTEE),),
        (_text("field", "领域"),),
    ),
    Kind.GOVERNANCE_SECTION: Model(
        "governance_sections.csv",
        (_must("org_id", Relationship.PART_OF, *_DISTRICT_ORGS),),
        (_count("posts", "行政编制"),),
    ),
    Kind.POST: Model(
        "posts.csv", (_must("body_id", Relationship.PART_OF, *_BODIES),), (_word("role", "职务", PostRole),)
    ),
    Kind.VENUE: Model(
        "venues.csv",
        (
            _must("area_id", Relationship.LOCATED_IN, *AREA_KINDS),
            _must("unit_id", Relationship.OPENED_BY, Kind.UNIT),
            _several("item_ids", Relationship.OFFERS, Kind.SERVICE_ITEM, least=0),
        ),
        (
            Property("facilities", "可用设施", Type.TEXTS, is_required=True),
            _optional("opened_on", "开放日期", Type.DAY),
        ),
    ),
    Kind.ACTIVITY: Model(
        "activities.csv",
        (
            _must("alliance_id", Relationship.ORGANISED_BY, Kind.ALLIANCE),
            _maybe("venue_id", Relationship.TOOK_PLACE_AT, Kind.VENUE),
        ),
        (
            _text("theme", "活动类型"),
            Property("held_on", "活动日期", Type.DAY, is_required=True),
            _count("participants", "参与人次"),
        ),
    ),
    Kind.SERVICE_CENTRE: Model(
        "service_centres.csv",
        (
            _must("area_id", Relationship.SERVES, *AREA_KINDS),
            _several("item_ids", Relationship.OFFERS, Kind.SERVICE_ITEM, least=0),
        ),
        (_word("category", "类别", ServiceCentreCategory),),
    ),
    Kind.RED_POST: Model(
        "red_posts.csv",
        (
            _must("compound_id", Relationship.SERVES, Kind.COMPOUND),
            _several("item_ids", Relationship.OFFERS, Kind.SERVICE_ITEM, least=0),
        ),
    ),
    Kind.NEW_ORG_BRANCH: Model(
        "new_org_branches.csv",
        (
            _several("unit_ids", Relationship.SET_UP_IN, Kind.UNIT),
            _must("superior_id", Relationship.ANSWERS_TO, *_LOCAL_ORGS, Kind.GRID_BRANCH),
        ),
        (
            _word("mode", "组建方式", BranchMode),
            _optional("formed_on", "成立日期", Type.DAY),
            _optional("members", "党员数", Type.COUNT),
        ),
    ),
    Kind.DISPATCHED_BRANCH: Model(
        "dispatched_branches.csv",
        (
            _must("unit_id", Relationship.DISPATCHED_TO, Kind.UNIT),
            _must("by_id", Relationship.DISPATCHED_BY, Kind.UNIT, *_LOCAL_ORGS),
        ),
        (_word("authority", "派驻方式", DispatchAuthority), _optional("dispatched_on", "派驻日期", Type.DAY)),
    ),
    Kind.POWER: Model(
        "powers.csv",
        (
            _several("town_ids", Relationship.DELEGATED_TO, Kind.TOWN),
            _must("unit_id", Relationship.DELEGATED_BY, Kind.UNIT),
        ),
        (_prose("basis", "依据"), Property("delegated_on", "下放日期", Type.DAY, is_required=True)),
    ),
    Kind.ENFORCEMENT_ITEM: Model(
        "enforcement_items.csv",
        (
            _several("town_ids", Relationship.DELEGATED_TO, Kind.TOWN),
            _must("unit_id", Relationship.DELEGATED_BY, Kind.UNIT),
        ),
        (_prose("basis", "依据"), Property("delegated_on", "下放日期", Type.DAY, is_required=True)),
    ),
    Kind.RIGHT: Model(
        "rights.csv",
        (_several("town_ids", Relationship.GRANTED_TO, Kind.TOWN),),
        (_prose("basis", "依据"), _optional("granted_on", "赋予日期", Type.DAY)),
    ),
    Kind.DUTY: Model(
        "duties.csv",
        (
            _several("town_ids", Relationship.BORNE_BY, Kind.TOWN),
            _several("power_ids", Relationship.BACKED_BY, *_POWERS, least=0),
        ),
        (_optional("basis", "依据", Type.PROSE),),
    ),
    Kind.STREET_OFFICE: Model(
        "street_offices.csv",
        (_must("org_id", Relationship.PART_OF, Kind.STREET_COMMITTEE),),
        (_optional("added_on", "设立日期", Type.DAY),),
    ),
    Kind.PLATFORM: Model(
        "platforms.csv", (_must("town_id", Relationship.SERVES, Kind.TOWN),), (_text("field", "领域"),)
    ),
    Kind.POLICE_STATION: Model(
        "police_stations.csv",
        (
            _must("town_id", Relationship.SERVES, Kind.TOWN),
            _must("unit_id", Relationship.PART_OF, Kind.UNIT),
        ),
        (Property("is_lead", "牵头派出所", Type.FLAG, is_required=True), _count("police", "民警数")),
    ),
    Kind.POLICE_ROOM: Model(
        "police_rooms.csv",
        (
            _must("community_id", Relationship.SERVES, Kind.NEIGHBOURHOOD),
            _must("station_id", Relationship.PART_OF, Kind.POLICE_STATION),
        ),
    ),
    Kind.ENFORCEMENT_RESULT: Model(
        "enforcement_results.csv",
        (_must("town_id", Relationship.LOCATED_IN, Kind.TOWN),),
        (_word("category", "类别", ResultCategory), _count("amount", "数量"), _text("unit", "单位")),
    ),
    Kind.PERSON: Model("persons.csv", (_HOLDS,), (_FULL_NAME,)),
    Kind.CADRE: Model(
        "cadres.csv",
        (
            _several(
                "area_ids", Relationship.CONTACTS, Kind.CITY, Kind.COUNTY, Kind.TOWN, Kind.NEIGHBOURHOOD, Kind.GRID
            ),
            _HOLDS,
        ),
        (_word("rank", "职级", CadreRank), _FULL_NAME),
    ),
    Kind.GRID_WORKER: Model(
        "grid_workers.csv",
        (_must("grid_id", Relationship.SERVES, Kind.GRID),),
        (_optional("is_full_time", "专职", Type.FLAG), _FULL_NAME),
    ),
    Kind.OFFICER: Model(
        "officers.csv",
        (
            _maybe("area_id", Relationship.POSTED_TO, Kind.TOWN, Kind.NEIGHBOURHOOD),
            _maybe("grid_id", Relationship.SERVES, Kind.GRID),
            _maybe("station_id", Relationship.STATIONED_AT, Kind.POLICE_STATION),
            _maybe("unit_id", Relationship.EMPLOYED_BY, Kind.UNIT),
            # An officer of a bureau is posted nowhere himself.
            Tie("paired_id", Relationship.PAIRED_WITH, (Kind.OFFICER,), least=0, places=True),
            _HOLDS,
        ),
        (
            _word("assignment", "下沉方式", Assignment),
            Property("line", "条线", Type.LINE),
            _optional("posted_on", "下沉日期", Type.DAY),
            _FULL_NAME,
        ),
    ),
    Kind.VOLUNTEER: Model(
        "volunteers.csv",
        (
            _must("grid_id", Relationship.SERVES, Kind.GRID),
            _must("town_id", Relationship.ENROLLED_IN, Kind.TOWN),
            _maybe("unit_id", Relationship.EMPLOYED_BY, Kind.UNIT),
        ),
        (_text("role", "角色"), _FULL_NAME),
    ),
    Kind.PAIRING: Model(
        "pairings.csv",
        (_several("party_ids", Relationship.JOINS, Kind.UNIT, *PARTY_ORG_KINDS, Kind.POLICE_STATION, least=2),),
        (
            _word("category", "类别", PairingCategory),
            _optional("modes", "共建方式", Type.TEXTS),
            _optional("shared", "共享资源", Type.TEXTS),
            _optional("cooperation", "合作事项", Type.TEXTS),
        ),
    ),
    # The code is the name; of a code of a person the name is masked, and the whole stands apart.
    Kind.IDENTIFIER: Model(
        "identifiers.csv",
        (_must("entity_id", Relationship.IDENTIFIES, *_HOLDERS),),
        (_word("scheme", "编码体系", Scheme), Property("full_value", "完整代码", is_stated=False, is_shown=False)),
        name_column="value",
    ),
}
"""Every kind, in an order in which none names one that comes later but its own."""

LINKS: dict[Relationship, LinkModel] = {
    Relationship.MEMBER_OF: LinkModel(
        "memberships.csv",
        (
            _must("unit_id", Relationship.MEMBER_OF, Kind.UNIT),
            _must("alliance_id", Relationship.MEMBER_OF, Kind.ALLIANCE),
        ),
        (_word("role", "角色", Role),),
    )
}
"""The links whose rows stand in a file of their own: they have properties and days, and end with either end."""
