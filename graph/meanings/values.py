"""What each value of a list means, in Chinese; of ``source``, in English."""

from enum import StrEnum

from graph.meanings.groups import grouped
from graph.vocabulary import (
    MODEL,
    Action,
    AllianceLevel,
    AreaCategory,
    Assignment,
    BranchMode,
    CadreRank,
    Comparison,
    DispatchAuthority,
    Kind,
    LeadingGroupLevel,
    MethodScope,
    NewOrgType,
    PairingCategory,
    PostRole,
    ResultCategory,
    Role,
    Scheme,
    ServiceCentreCategory,
    Source,
    UnitCategory,
)

VALUES: dict[type[StrEnum], dict[str, str]] = {
    Source: {
        "register": "a real register",
        "published": "the published figures",
        "synthetic": "generated",
        "ledger": "a ledger of the user's own",
        "api": "written through the API",
    },
    Role: {"lead": "牵头单位", "member": "成员单位"},
    AllianceLevel: {"street": "街道", "community": "社区"},
    LeadingGroupLevel: {"province": "省", "city": "市", "county": "区（县）"},
    UnitCategory: {
        "department": "机关部门",
        "enterprise": "企业",
        "institution": "事业单位",
        "social_organisation": "社会组织",
        "property_company": "物业公司",
    },
    AreaCategory: {
        "prefecture_level_city": "地级市",
        "district": "市辖区",
        "county": "县",
        "county_level_city": "县级市",
        "dev_zone": "开发区",
        "street": "街道",
        "town": "镇",
        "township": "乡",
        "pseudo_township": "类似乡级单位",
        "residents_committee": "居民委员会",
        "villagers_committee": "村民委员会",
        "pseudo_residents_committee": "类似居民委员会",
        "pseudo_villagers_committee": "类似村民委员会",
    },
    PostRole: {
        "secretary": "书记",
        "deputy_secretary": "副书记",
        "committee_member": "委员",
        "group_leader": "组长",
        "household_member": "户长",
        "head": "负责人",
        "deputy_head": "副职负责人",
    },
    CadreRank: {
        "province_leader": "省级领导",
        "city_leader": "市级领导",
        "county_leader": "县级领导",
        "section_level": "科级干部",
        "other": "其他干部",
    },
    Assignment: {
        "posted": "下沉执法人员",
        "station_chief": "派出所所长",
        "community_police": "社区民警",
        "bureau_police": "机关民警",
        "street_enforcer": "街道自有执法人员",
    },
    MethodScope: {"alliance": "联盟", "grid": "网格"},
    ServiceCentreCategory: {"centre": "中心", "station": "站"},
    NewOrgType: {"economic": "新经济组织", "social": "新社会组织"},
    BranchMode: {"single": "单独组建", "joint": "联合组建", "regional": "区域领建", "sector": "行业统建"},
    DispatchAuthority: {
        "sector_department": "行管部门派驻",
        "street_community": "街道社区兜底派驻",
        "one_to_one": "一对一派驻",
    },
    ResultCategory: {
        "posters": "清理野广告",
        "stalls": "清理占道经营",
        "piles": "清理乱堆乱放",
        "waste": "清理建筑垃圾违规堆放",
        "structures": "拆除违法建筑物",
    },
    PairingCategory: {"new_org": "两新组织结对共建", "delivery": "快递外卖联建共建"},
    Scheme: {"uscc": "统一社会信用代码", "org_code": "组织机构代码", "civil_affairs": "民政代码"},
    Action: {
        "claim": "开始导入",
        "load": "导入",
        "finish": "导入完成",
        "tables": "记下类型",
        "terms": "更新检索词",
        "captions": "更新短名",
    },
    Comparison: {"equal": "等于", "at_least": "不少于"},
}

_OF_NO_KIND: dict[type[StrEnum], str] = {
    Source: "`source`",
    Role: "`role` of a membership",
    Action: "`action` of a change",
    Comparison: "`comparison` of a figure",
}


def _of_model() -> dict[type[StrEnum], str]:
    """Return where the model takes values from each list: the property, and the kinds that have it."""
    found: dict[type[StrEnum], tuple[str, list[Kind]]] = {}
    for kind, model in MODEL.items():
        for one in model.properties:
            for words in one.words:
                found.setdefault(words, (one.key, []))[1].append(kind)
    return {words: f"`{key}` of {', '.join(grouped(kinds))}" for words, (key, kinds) in found.items()}


LISTS: dict[type[StrEnum], str] = {**_OF_NO_KIND, **_of_model()}
"""Which property of what takes its values from each list."""
