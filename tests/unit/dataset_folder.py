"""A small data set that is right in every respect, for tests to write down and then damage."""

from datetime import date
from pathlib import Path

from graph.loading import Contents, Fact
from graph.vocabulary import Kind
from seed_data.faults import InvalidDataSetError
from seed_data.reading import read_data_set

TODAY = date(2025, 1, 1)
STATEMENTS = frozenset({"reconcile/streets", "reconcile/grids"})

DATASET = """\
name = "city"
title = "示例市"
source = "An example."
first_day = 2022-12-31
lines = ["公安", "住建"]

[[areas]]
kind = "City"
title = "市"
within = []
categories = ["prefecture_level_city"]

[[areas]]
kind = "County"
title = "区"
within = ["City"]
categories = ["district"]

[[areas]]
kind = "Town"
title = "街道"
within = ["County"]
categories = ["street", "town"]

[[areas]]
kind = "Neighbourhood"
title = "社区"
within = ["Town"]
categories = []

[[areas]]
kind = "Grid"
title = "网格"
within = ["Neighbourhood"]
categories = []

[[areas]]
kind = "Building"
title = "楼"
within = ["Grid"]
categories = []

[[orgs]]
kind = "CityCommittee"
title = "市委"
under = []
covers = ["City"]

[[orgs]]
kind = "CountyCommittee"
title = "区委"
under = ["CityCommittee"]
covers = ["County"]

[[orgs]]
kind = "StreetCommittee"
title = "街道党工委"
tier = 1
under = ["CountyCommittee"]
covers = ["Town"]

[[orgs]]
kind = "CommunityOrg"
title = "社区党组织"
tier = 2
under = ["StreetCommittee"]
covers = ["Neighbourhood"]

[[orgs]]
kind = "GridBranch"
title = "网格党支部"
tier = 3
under = ["CommunityOrg"]
covers = ["Grid"]

[[orgs]]
kind = "BuildingGroup"
title = "楼党小组"
tier = 4
under = ["GridBranch"]
covers = ["Building"]

[[orgs]]
kind = "GridGroup"
title = "网格党小组"
tier = 4
under = ["GridBranch"]
covers = ["Grid"]

[[orgs]]
kind = "MemberHousehold"
title = "单元党员中心户"
tier = 5
under = ["BuildingGroup", "GridGroup"]
covers = ["Building"]
"""

AREAS = """\
id,kind,name,parent_id,code,category,source,valid_from,valid_to
220200000000,City,吉林市,,220200000000,prefecture_level_city,register,,
220202000000,County,昌邑区,220200000000,220202000000,district,register,,
220202001000,Town,兴华街道,220202000000,220202001000,street,register,,
220202001001,Neighbourhood,滨江社区,220202001000,220202001001,,register,,
220202001002,Neighbourhood,林荫社区,220202001000,220202001002,,register,,
220202001001001,Grid,第一网格,220202001001,,,synthetic,,
220202001001002,Grid,第二网格,220202001001,,,synthetic,2023-03-01,
220202001002001,Grid,林荫网格,220202001002,,,synthetic,,
220202001001001001,Building,1号楼,220202001001001,,,synthetic,,
220202001003,Neighbourhood,旧社区,220202001000,220202001003,,register,2000-01-01,2020-01-01
"""

ORGS = """\
id,kind,name,parent_id,area_id,title,source,valid_from,valid_to
D220200000000,CityCommittee,吉林市委,,220200000000,,published,,
D220202000000,CountyCommittee,昌邑区委,D220200000000,220202000000,,published,,
D220202001000,StreetCommittee,兴华街道党工委,D220202000000,220202001000,,published,,
D220202001001,CommunityOrg,滨江社区党委,D220202001000,220202001001,社区党委,synthetic,,
D220202001002,CommunityOrg,林荫社区党委,D220202001000,220202001002,,synthetic,,
D220202001001001,GridBranch,第一网格党支部,D220202001001,220202001001001,,synthetic,,
D220202001002001,GridBranch,林荫网格党支部,D220202001002,220202001002001,,synthetic,,
D220202001001002,GridGroup,第二网格党小组,D220202001001001,220202001001002,,synthetic,,
D220202001001001001,BuildingGroup,1号楼党小组,D220202001001001,220202001001001001,,synthetic,,
D220202001001001001-1,MemberHousehold,1单元党员中心户,D220202001001001001,220202001001001001,,synthetic,,
"""

UNITS = """\
id,name,category,line,source,valid_from,valid_to
U0001,兴华派出所,department,公安,synthetic,,
U0002,滨江超市,enterprise,,synthetic,,
U0003,滨江物业,property_company,,synthetic,,
"""

ALLIANCES = """\
id,kind,name,level,lead_id,guided_by,source,valid_from,valid_to
L01,LeadingGroup,吉林市领导小组,city,D220200000000,,published,,
L02,LeadingGroup,昌邑区领导小组,county,D220202000000,L01,published,,
A001,Alliance,兴华街道党建联盟,street,D220202001000,L02,synthetic,,
A002,Alliance,滨江社区党建联盟,community,D220202001001,A001,synthetic,,
"""

MEMBERSHIPS = """\
unit_id,alliance_id,role,source,valid_from,valid_to
U0001,A001,lead,synthetic,,
U0002,A002,member,synthetic,,
U0001,A002,member,synthetic,2010-01-01,2015-01-01
"""

FIGURES = """\
key,section,phrase,value,unit,what_it_counts,statement,note
streets,党建联盟,全市68个街道,68,个,streets of the whole city,reconcile/streets,
police_share,力量下沉,占警力的41.45%,41.45,%,share of all police,,rounded
"""

FILES = {
    "dataset.toml": DATASET,
    "areas.csv": AREAS,
    "orgs.csv": ORGS,
    "units.csv": UNITS,
    "alliances.csv": ALLIANCES,
    "memberships.csv": MEMBERSHIPS,
    "figures.csv": FIGURES,
}


def write(folder: Path, **texts: str) -> Path:
    """Write the data set into a folder, with other texts for the files named by their stems."""
    for file, text in FILES.items():
        (folder / file).write_bytes(texts.get(file.partition(".")[0], text).encode())
    return folder


def damage(folder: Path, file: str, old: str, new: str) -> Path:
    """Write the data set with the one place of a file where ``old`` stands changed to ``new``."""
    assert FILES[file].count(old) == 1, f"{old!r} stands {FILES[file].count(old)} times in {file}"
    return write(folder, **{file.partition(".")[0]: FILES[file].replace(old, new)})


def read(folder: Path) -> Contents:
    return read_data_set(folder, today=TODAY, statements=STATEMENTS)


def facts(folder: Path, *kinds: Kind) -> list[Fact]:
    """Return what a folder states of some kinds, in the order in which it is loaded."""
    return [fact for fact in read(folder).facts if fact.kind in kinds]


def faults(folder: Path) -> list[str]:
    """Return the faults of a folder as they are shown; a folder without any fails the test."""
    try:
        data_set = read(folder)
    except InvalidDataSetError as error:
        return [str(fault) for fault in error.faults]
    raise AssertionError(f"{folder} was read without a fault as {data_set.name}")
