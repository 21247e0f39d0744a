"""Small cities whose chains are not that of the first, each written as a folder that anybody might have written.

A city states its kinds, its areas and its organisations; all else that may hang on them is written by rule, so that every
question has something to answer in each of them.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from seed_data.format import LAYOUTS
from seed_data.origins import DATASET_FILE
from tests.city_ledgers import Row, ledgers

DAY = date(2024, 6, 1)
HEAD = 'name = "{name}"\ntitle = "{title}"\nsource = "An example."\nfirst_day = 2022-12-31\nlines = ["公安", "住建"]\n'


@dataclass(frozen=True, slots=True)
class City:
    """A city as text: a line a kind (``kind: within``; ``kind tier: under: covers``) and a line a row.

    ``words`` are what it calls its kinds; ``categories`` those it adds, each with its word.
    """

    name: str
    area_kinds: str
    org_kinds: str
    areas: str
    orgs: str
    words: Mapping[str, str]
    categories: Mapping[str, str]

    def tables(self) -> str:
        """Return dataset.toml."""
        about = [HEAD.format(name=self.name, title=self.name)]
        about += [f'[[categories]]\nkey = "{key}"\ntitle = "{title}"\n' for key, title in self.categories.items()]
        for kind, within in _parted(self.area_kinds):
            own = {row["category"] for row in self.area_rows() if row["kind"] == kind and row["category"]}
            title = self.words.get(kind, kind)
            about.append(
                f'[[areas]]\nkind = "{kind}"\ntitle = "{title}"\nwithin = {_list(within.split())}\n'
                f"categories = {_list(sorted(own))}\n"
            )
        for kind_and_tier, under, covers in _parted(self.org_kinds):
            kind, *tier = kind_and_tier.split()
            about.append(
                f'[[orgs]]\nkind = "{kind}"\ntitle = "{self.words.get(kind, kind)}"\n'
                f"under = {_list(under.split())}\ncovers = {_list(covers.split())}\n"
            )
            about += [f"tier = {tier[0]}\n"] if tier else []
        return "".join(about)

    def area_rows(self) -> list[Row]:
        """Return areas.csv."""
        keys = ("id", "kind", "name", "parent_id", "category")
        return [dict(zip(keys, cells, strict=True)) | {"source": "ledger"} for cells in _rows(self.areas, len(keys))]

    def org_rows(self) -> list[Row]:
        """Return orgs.csv."""
        keys = ("id", "kind", "name", "parent_id", "area_id")
        rows = [dict(zip(keys, cells, strict=True)) | {"source": "ledger"} for cells in _rows(self.orgs, len(keys))]
        return [row | {"area_id": row["area_id"].replace(" ", ";")} for row in rows]

    def files(self) -> dict[str, list[Row]]:
        """Return the rows of every file."""
        areas, orgs = self.area_rows(), self.org_rows()
        return {"areas.csv": areas, "orgs.csv": orgs, **ledgers(areas, orgs)}

    def write(self, folder: Path, files: Mapping[str, Iterable[Row]] | None = None) -> Path:
        """Write the folder; ``files`` are written in the place of its own."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / DATASET_FILE).write_text(self.tables(), encoding="utf-8")
        written = self.files() if files is None else files
        for layout in LAYOUTS:
            with (folder / layout.file).open("w", encoding="utf-8", newline="") as file:
                lines = csv.DictWriter(file, layout.columns, restval="")
                lines.writeheader()
                lines.writerows(written.get(layout.file, ()))
        return folder


def _parted(text: str) -> list[list[str]]:
    return [[part.strip() for part in line.split(":")] for line in text.split(";")]


def _rows(text: str, width: int) -> list[list[str]]:
    rows = [[cell.strip() for cell in row.split(",")] for row in text.split(";")]
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _list(words: Iterable[str]) -> str:
    return str([*words]).replace("'", '"')


def _city(
    name: str,
    area_kinds: str,
    org_kinds: str,
    areas: str,
    orgs: str,
    words: Mapping[str, str] | None = None,
    categories: Mapping[str, str] | None = None,
) -> City:
    return City(name, area_kinds, org_kinds, areas, orgs, words or {}, categories or {})


DISTRICT = _city(
    "district",
    "County: ; Town: County; Neighbourhood: Town; Grid: Neighbourhood; Building: Grid",
    "CountyCommittee: : County; StreetCommittee 1: CountyCommittee: Town; CommunityOrg 2: StreetCommittee: Neighbourhood;"
    "BuildingGroup 4: CommunityOrg: Building",
    "C,County,青山区,,district; T,Town,钢铁大街街道,C,street; T2,Town,厂前街道,C,street; N,Neighbourhood,红旗社区,T,residents_committee;"
    "N2,Neighbourhood,友谊社区,T2,residents_committee; G,Grid,第一网格,N; G2,Grid,第二网格,N; B1,Building,1号楼,G; B2,Building,2号楼,G;"
    "B3,Building,3号楼,G2",
    "ROOT,CountyCommittee,青山区委,,C; DT,StreetCommittee,钢铁大街街道党工委,ROOT,T; DN,CommunityOrg,红旗社区党委,DT,N;"
    "DB,BuildingGroup,1号楼栋党小组,DN,B1; DB3,BuildingGroup,3号楼栋党小组,DN,B3",
    {"Building": "楼栋", "BuildingGroup": "楼栋党小组", "County": "区"},
)
NESTED = _city(
    "nested",
    "Town: ; Neighbourhood: Town; Grid: Neighbourhood; Compound: Grid Compound",
    "CommunityOrg 2: CommunityOrg: Town Neighbourhood; GridBranch 3: CommunityOrg GridBranch: Grid",
    "T,Town,河东镇,,town; N,Neighbourhood,滨河社区,T,residents_committee; G3,Grid,第三网格,N; G2,Grid,第二网格,N; G1,Grid,第一网格,N;"
    "G4,Grid,第四网格,N; G5,Grid,第五网格,N; K2,Compound,内院,K1; K1,Compound,滨河花园,G1",
    "DP,GridBranch,第四网格党支部,DZ,G4; DZ,CommunityOrg,滨河社区党总支,ROOT,N; DJ,GridBranch,联合党支部,DP,G2 G1 G3;"
    "ROOT,CommunityOrg,河东镇党委,,T",
    {"CommunityOrg": "党委（总支）"},
)
PROVINCE = _city(
    "province",
    "Province: ; City: Province; County: City; Town: County",
    "ProvinceCommittee: : Province; CityCommittee: ProvinceCommittee: City; CountyCommittee: CityCommittee: County;"
    "StreetCommittee 1: CountyCommittee: Town",
    "P,Province,江北省,; C1,City,江城市,P,prefecture_level_city; C2,City,湖州市,P,prefecture_level_city; Q1,County,东区,C1,district;"
    "Q2,County,西区,C2,district; T1,Town,桥头街道,Q1,street; T2,Town,桥头街道,Q2,street",
    "ROOT,ProvinceCommittee,江北省委,,P; D1,CityCommittee,江城市委,ROOT,C1; D2,CityCommittee,湖州市委,ROOT,C2;"
    "DQ,CountyCommittee,东区区委,D1,Q1; DT,StreetCommittee,桥头街道党工委,DQ,T1",
)
VILLAGES = _city(
    "villages",
    "Town: ; Neighbourhood: Town Neighbourhood; Grid: Neighbourhood; Building: Neighbourhood Grid",
    "StreetCommittee 1: : Town; CommunityOrg 2: StreetCommittee: Neighbourhood; GridBranch 3: CommunityOrg: Grid;"
    "MemberHousehold 5: GridBranch CommunityOrg: Building",
    "T,Town,柳河镇,,town; V,Neighbourhood,大柳村,T,villagers_committee; VG,Neighbourhood,三组,V; G,Grid,第一网格,VG;"
    "B1,Building,1号楼,G; B2,Building,老学校楼,V; V2,Neighbourhood,小柳村,T,villagers_committee",
    "ROOT,StreetCommittee,柳河镇党委,,T; DV,CommunityOrg,大柳村党支部,ROOT,V; DG,GridBranch,第一网格党支部,DV,G;"
    "H1,MemberHousehold,1号楼1单元中心户,DG,B1; H2,MemberHousehold,老学校楼1单元中心户,DV,B2",
    {"StreetCommittee": "镇党委", "CommunityOrg": "村党组织", "Neighbourhood": "村"},
)
CORPS = _city(
    "corps",
    "Province: ; City: Province; Town: City; Neighbourhood: Town; Compound: Neighbourhood",
    "ProvinceCommittee: : Province; CityCommittee: ProvinceCommittee: City; StreetCommittee 1: CityCommittee: Town;"
    "CommunityOrg 2: StreetCommittee: Neighbourhood; BuildingGroup 4: CommunityOrg: Compound",
    "P,Province,北疆生产建设兵团,; S8,City,第八师,P,division; S9,City,第九师,P,division; R1,Town,一四三团,S8,regiment;"
    "R2,Town,石河子镇,S8,town; L1,Neighbourhood,一连,R1; L2,Neighbourhood,二连,R1; K1,Compound,花园小区,L1",
    "ROOT,ProvinceCommittee,兵团党委,,P; D8,CityCommittee,第八师党委,ROOT,S8; DR1,StreetCommittee,一四三团党委,D8,R1;"
    "DL1,CommunityOrg,一连党支部,DR1,L1; DK,BuildingGroup,花园小区党小组,DL1,K1",
    {"City": "师（市）", "Town": "团（镇）", "Neighbourhood": "连队", "StreetCommittee": "团党委"},
    {"division": "师", "regiment": "团"},
)
STRAIGHT = _city(
    "straight",
    "City: ; Town: City Town; Grid: Town; Compound: Grid Town; Building: Compound Town",
    "CityCommittee: : City; CommunityOrg 2: CityCommittee CommunityOrg: City Town; BuildingGroup 3: CommunityOrg: Grid;"
    "GridBranch 3: CommunityOrg: Compound; MemberHousehold 5: BuildingGroup GridBranch: Compound Building",
    "M,City,莞城市,,county_level_city; T1,Town,石龙镇,M,town; T2,Town,松山湖园区,M; T3,Town,南园,T2; G1,Grid,第一网格,T1;"
    "G2,Grid,第二网格,T1; K1,Compound,金沙湾小区,G1; K2,Compound,银沙湾小区,T1; B1,Building,1栋,K1; B2,Building,办公楼,T3",
    "ROOT,CityCommittee,莞城市委,,M; DM,CommunityOrg,市直机关党委,ROOT,M; DT1,CommunityOrg,石龙镇党委,ROOT,T1;"
    "DG1,BuildingGroup,第一网格党小组,DT1,G1; DK1,GridBranch,金沙湾小区党支部,DT1,K1; DH,MemberHousehold,1栋1单元,DK1,B1",
    {"BuildingGroup": "网格党小组", "GridBranch": "小区党支部", "CommunityOrg": "镇党委"},
)
DISTRICTS = _city(
    "districts",
    "County: ; Neighbourhood: County; Grid: County Neighbourhood",
    "CountyCommittee: : County; CommunityOrg 1: CountyCommittee: County Neighbourhood; GridGroup 2: CommunityOrg: Grid",
    "A,County,南岸区,,district; Z,County,北岸区,,county; A1,Neighbourhood,渡口社区,A,residents_committee; AG,Grid,第一网格,A1;"
    "AH,Grid,第二网格,A1; ZG,Grid,码头网格,Z; Z1,Neighbourhood,渡口社区,Z",
    "DA,CountyCommittee,南岸区委,,A; DZ,CountyCommittee,北岸区委,,Z; DA1,CommunityOrg,渡口社区党总支,DA,A1;"
    "DAG,GridGroup,第一网格党小组,DA1,AG; DZ1,CommunityOrg,北岸区机关党委,DZ,Z Z1; DZG,GridGroup,码头网格党小组,DZ1,ZG",
)
CITIES = {city.name: city for city in (DISTRICT, NESTED, PROVINCE, VILLAGES, CORPS, STRAIGHT, DISTRICTS)}
"""A district on top without grid branches; one kind nested and a branch of three grids; a province with two cities; a town of
villages; a corps of regiments that has no counties; a city without communities, whose grids and towns others than the usual
kinds cover; and two districts with nothing above them, without streets."""
