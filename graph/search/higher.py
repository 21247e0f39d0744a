"""What may stand above the top of a graph, which it does not know: the province of a city, the prefecture of a county."""

import re

from graph.search.mentions import MentionedArea
from graph.vocabulary import Kind

_PROVINCE = r"国|省|自治区|特别行政区|兵团"
_PREFECTURE = rf"{_PROVINCE}|市|自治州|州|盟|地区"
_COUNTY = rf"{_PREFECTURE}|[区县旗]"
# A zone is a district to those who write addresses, and seldom one in a register.
_DISTRICT = re.compile(r"(?<!小)(?<!社)(?<!新)(?<!发)(?<!业)(?<!高)(?<!园)(?<!景)[区县旗市州盟]$")


def may_stand_above(name: str, area: MentionedArea) -> bool:
    """Whether a name that no area has may be what lies above the highest area around one."""
    top, kind = area.top
    if re.search(r"(?:省|自治区|特别行政区)$", top):
        return name.endswith("国")
    if kind is Kind.CITY and re.search(r"(?:市|州|盟|地区)$", top):
        above = _PROVINCE
    elif kind in {Kind.CITY, Kind.COUNTY}:
        above = _PREFECTURE
    else:
        above = _COUNTY
    return re.search(rf"(?:{above})$", name) is not None


def is_a_district(name: str) -> bool:
    """Whether a name is one of a city, a district or a county: where the graph has none such, what follows lies elsewhere."""
    return _DISTRICT.search(name) is not None
