"""Search in a city that names its places otherwise: apart from the others, since each city is loaded anew."""

from city import City
from store import Store

from graph.search import search
from graph.vocabulary import Relationship


def ids(store: Store, text: str, *, limit: int = 10) -> list[str]:
    return [hit.id for hit in search(store.engine, text=text, kind=None, limit=limit).value]


def test_other_names_of_grids_and_buildings_meet_the_same_questions(store: Store, city: City) -> None:
    for id, name in {"1111": "钟楼社区", "11111": "3号网格", "1112": "鼓楼社区", "11121": "第3网格"}.items():
        city.rename(id, name)
    city.rename("111111", "13栋")
    city.rename("111211", "3幢")
    city.rename("D111211-1", "2单元中心户")
    store.bring(city.contents())
    for text in ("钟楼社区三网格", "钟楼 网格3", "zhonglou"):
        assert ids(store, text)[0] == ("1111" if text == "zhonglou" else "11111")
    assert ids(store, "钟楼社区3号楼") == []
    assert ids(store, "鼓楼社区3号楼", limit=1) == ["111211"]
    assert ids(store, "鼓楼社区第三网格3号楼2单元") == ["D111211-1"]
    assert ids(store, "鼓楼社区第三网格3号楼1单元") == ["111211", "D111211"]


def test_an_organisation_found_by_an_address_need_not_bear_the_areas_name(store: Store, city: City) -> None:
    city.rename("1111", "钟楼社区")
    city.rename("11111", "2网格")
    city.rename("D11111", "先锋党支部")
    city.move("111111", Relationship.WITHIN, "11111")
    store.bring(city.contents())
    assert ids(store, "钟楼社区 二网格") == ["11111", "D11111"]
