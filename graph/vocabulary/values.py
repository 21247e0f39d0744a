"""The values that properties take, where there is a list of them."""

from enum import StrEnum


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

    PROVINCE = "province"
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


AREA_CATEGORY_PATTERN = r"^[a-z][a-z0-9_]{0,39}$"
"""How a category of areas is written, one that a data set adds to the register's as well."""


class PostRole(StrEnum):
    """What a post is in its body."""

    SECRETARY = "secretary"
    DEPUTY_SECRETARY = "deputy_secretary"
    COMMITTEE_MEMBER = "committee_member"
    GROUP_LEADER = "group_leader"
    HOUSEHOLD_MEMBER = "household_member"
    HEAD = "head"
    DEPUTY_HEAD = "deputy_head"


class CadreRank(StrEnum):
    """The rank of a cadre, which says what he may be put in contact with."""

    PROVINCE_LEADER = "province_leader"
    CITY_LEADER = "city_leader"
    COUNTY_LEADER = "county_leader"
    SECTION_LEVEL = "section_level"
    OTHER = "other"


class Assignment(StrEnum):
    """What an officer was sent to do."""

    POSTED = "posted"
    STATION_CHIEF = "station_chief"
    COMMUNITY_POLICE = "community_police"
    BUREAU_POLICE = "bureau_police"
    STREET_ENFORCER = "street_enforcer"


class MethodScope(StrEnum):
    """Whose work a method orders."""

    ALLIANCE = "alliance"
    GRID = "grid"


class ServiceCentreCategory(StrEnum):
    """The size of a service place."""

    CENTRE = "centre"
    STATION = "station"


class NewOrgType(StrEnum):
    """Which of the two new sorts of organisation a unit is."""

    ECONOMIC = "economic"
    SOCIAL = "social"


class BranchMode(StrEnum):
    """How a Party organisation of new organisations was set up."""

    SINGLE = "single"
    JOINT = "joint"
    REGIONAL = "regional"
    SECTOR = "sector"


class DispatchAuthority(StrEnum):
    """By what authority a branch was dispatched."""

    SECTOR_DEPARTMENT = "sector_department"
    STREET_COMMUNITY = "street_community"
    ONE_TO_ONE = "one_to_one"


class ResultCategory(StrEnum):
    """What was cleared or pulled down."""

    POSTERS = "posters"
    STALLS = "stalls"
    PILES = "piles"
    WASTE = "waste"
    STRUCTURES = "structures"


class PairingCategory(StrEnum):
    """Which sort of pairing it is."""

    NEW_ORG = "new_org"
    DELIVERY = "delivery"


class Action(StrEnum):
    """What a change did."""

    CLAIM = "claim"
    LOAD = "load"
    FINISH = "finish"
    TABLES = "tables"
    TERMS = "terms"
    CAPTIONS = "captions"


class Comparison(StrEnum):
    """How a published figure is compared with what is counted."""

    EQUAL = "equal"
    AT_LEAST = "at_least"


class Scheme(StrEnum):
    """A system whose codes entities have beside ours; a data set adds its own."""

    USCC = "uscc"
    ORG_CODE = "org_code"
    CIVIL_AFFAIRS = "civil_affairs"
