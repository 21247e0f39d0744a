"""What an address says beyond what a graph holds: flats, storeys, postcodes, brackets, offices, roads and where beside what."""

import re

from graph.search.normal_form import numbered
from graph.search.typed import joined, opened, without_organisations

# A telephone, a postcode: no number of a house has so many digits.
_LONG_NUMBER = re.compile(r"(?:(?:邮政编码|邮编|电话|手机)[::]?\s*)?(?<!\d)\d{6,}(?!\d)|\d{3,4}-\d{7,8}")
# 1-2-301 is building 1, stairwell 2, flat 301; of two numbers the second is a flat from three digits on.
_DASHED = re.compile(
    r"(?<![\d-])(\d{1,3})(?:号楼|[楼栋幢座#])?[-/.](\d{1,2})(?:单元)?[-/.](\d{2,4})(?:室|号|户)?(?![\d-])"
)
_DASHED_FLAT = re.compile(r"(?<![\d-])(\d{1,3})(?:号楼|[楼栋幢座#])?-(\d{3,4})(?:室|号|户)?(?![\d-])")
_DASHED_UNIT = re.compile(r"(?<![\d-])(\d{1,3})(?:号楼|[楼栋幢座#])?-(\d{1,2})(?:单元)?(?![\d-])(?=$|[\s,、;])")
_UNIT_FLAT = re.compile(r"(?<=[楼栋幢座])(\d{1,2})-(\d{3,4})(?:室|号|户)?(?![\d-])")
_BREAK = re.compile(r"[\s,、;:/|\\>»→·•.。!?—–_~-]+|(?<=[市区县旗州盟镇乡村道])的")

# After an office or the number of a house a number is a storey's, when no 号 stands between.
_STOREY_OF = re.compile(
    r"(居民委员会|居委会?|村委会|办事处|政府|服务中心|服务站|工作站|(?<=\d)号)\s?(?:负|地下)?\d+[楼层](?!\d+单元)"
)
# In a text whose numbers have one spelling: 2楼2门 is a stairwell, what else follows a building is a storey or a flat.
_HASH = re.compile(r"(?<=\d)#(?!\w*[楼网])|(?<=\d)号(?=\d+(?:单元|门))")
_DOOR = re.compile(r"(?<=\d楼)(\s?\d+)号?(?:单元门|门洞口?|楼门洞?|门(?![面市诊口卫前厅店])|洞口?)")
_IN_IT = r"(?:(?<=\d楼)|(?<=\d单元))"
_STOREY = re.compile(rf"{_IN_IT}\s?(?:负|b|-)?\d+[楼层]|\d+层|(?:负|地下)\d+[楼层]|{_IN_IT}\s?b\d+")
_BASEMENT = re.compile(rf"(?:{_IN_IT}|(?<=[\s\d]))半?地下(?:室|车库|停车场)?\d*号?")
# Nothing is below a stairwell but the household that is named after it.
_IN_STAIRWELL = re.compile(r"(?<=\d单元)(?!\d+单元|党|中心户|社区|小区|村)[^\s()‖]+")
_FLATS = re.compile(rf"(?:{_IN_IT}|(?<=[室户号\s])|^)\s?(?<!\d)\d{{1,4}}[a-z]?(?:室|户|房间?|号房间?|号室)")
_FLAT_AFTER = re.compile(rf"{_IN_IT}\s*\d{{1,4}}[a-z]?号?(?=\s|$)(?:\s+\d{{1,4}}号?(?=\s|$))*|{_IN_IT}\d{{3,4}}号?")
_SIDE = re.compile(rf"(?:{_IN_IT}|(?<=\s))[东西南北中左右](?:中?[门户侧室]|边户)(?=\s|$)")

_OFFICE = re.compile(
    r"(?:社区)?(?:居民委员会|居委会?|村民委员会|村委会?|民?委员?会)|(?:街道)?办事处|(?:街道)?办(?!公|理)"
    r"|(?:人民)?政府|管理?委员?会|(?:党群|便民|社区)?(?:党群|便民|综合|政务)服务(?:中心|站)|综治中心|社区工作站"
)
_ENDS_IN_OFFICE = re.compile(rf"(?<=..)(?:{_OFFICE.pattern})$")
_OFFICE_WITHIN = re.compile(rf"(?<=[市区县旗州盟镇乡村道社])((?>{_OFFICE.pattern}))(?=[^\s()])")
_WAY = r"(?:路|(?<![临沿])街(?!道)|大道|(?<!街)道(?!\D*社区)|巷|胡同|弄|里|公路|国道|省道)"
_ROAD = re.compile(
    rf"(?:(?!小区|社区)\D){{1,10}}?{_WAY}(?:[东西南北中]段)?(?:\d+(?:号(?:院|附\d+号)?|弄)?(?!\D*[村社])|(?=与|和|$))"
)
_HOUSE = re.compile(r"\d+号(?:院|大?院内|附\d+号)?$|^\d+(?:号院?)?(?=\D|$)(?![组社队委屯])")
_CROSSING = re.compile(rf"^(?:与|和).*{_WAY}(?:交汇处?|交叉口|路口|口)?")
_BESIDE = re.compile(
    r"(?:斜?对[面过]|[东西南北]{1,2}[侧边面邻角]|附近|旁边?|隔壁|门[口前]|大?院内|楼下|后身|周边|一带|交汇处?|交叉口|路口"
    r"|往?[东西南北]{0,2}\d+米处?|以[东西南北]|[内旁]|路段)+$"
)
_COUNTRY = re.compile("^(?:中国|中华人民共和国)")
_DIRECTED = re.compile(rf"[东西南北中大小新老前后一二三四五六七八九十0-9]{{0,2}}(?:{_WAY}|省|桥|站|医院|分局)")


def written(text: str) -> str:
    """Return a plain text as parts with a space between, numbers in one spelling, without flats, storeys and long numbers.

    What is in brackets stands between two of them, and ``AND`` between numbers that are meant both.
    """
    bare = joined(_LONG_NUMBER.sub(" ", without_organisations(opened(text))))
    bare = _STOREY_OF.sub(r"\1 ", _UNIT_FLAT.sub(r"\1单元 ", _DASHED.sub(r"\1号楼\2单元 ", bare)))
    bare = _DASHED_UNIT.sub(r"\1号楼\2单元", _DASHED_FLAT.sub(r"\1号楼 ", bare))
    spelled = " ".join("".join(numbered(chunk)) for chunk in _BREAK.split(bare) if chunk)
    spelled = _DOOR.sub(r"\1单元", _HASH.sub("楼", spelled))
    for inside in (_IN_STAIRWELL, _STOREY, _BASEMENT, _FLATS, _FLAT_AFTER, _SIDE):
        spelled = inside.sub(" ", spelled)
    return " ".join(_OFFICE_WITHIN.sub(r"\1 ", spelled).split())


def without_office(text: str) -> str:
    """Return what follows the office that stands for a place; the same when none does."""
    office = _OFFICE.match(text)
    return text[office.end() :] if office else text


def office(text: str) -> str:
    """Return the office a text begins with; empty when there is none."""
    found = _OFFICE.match(text)
    return found[0] if found else ""


def ends_in_office(text: str) -> bool:
    """Whether a text is a name and an office behind it, which stands for its place."""
    return _ENDS_IN_OFFICE.search(text) is not None


def is_of_a_name(text: str) -> bool:
    """Whether a text goes on with what is part of the name before it: 街 after 站前 is a street, not 站前街道."""
    return _DIRECTED.match(text) is not None


def without_details(text: str) -> tuple[str, bool]:
    """Return what of a part is a name, empty when it is none, and whether there was a road or the number of a house."""
    bare, has_road = _COUNTRY.sub("", text), False
    while bare:
        left = _BESIDE.sub("", bare)
        if found := _ROAD.match(left) or _CROSSING.match(left) or _HOUSE.search(left):
            has_road = True
            left = left[: found.start()] + left[found.end() :]
        if left == bare:
            break
        bare = left
    return bare, has_road
