"""Categories of areas that a data set adds, on a real Neo4j that holds a small city with one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.engines import Engine
from graph.loading import load
from graph.progress import unreported
from graph.tables import kept_tables
from graph.vocabulary import AREA_KINDS, AreaCategory
from seed_data.opening import open_data_set
from tests.unit.dataset_folder import AREAS, DATASET, write

OWN = DATASET.replace('"street", "town"', '"street", "ethnic_township"').replace(
    "\n[[areas]]", '\n[[categories]]\nkey = "ethnic_township"\ntitle = "民族乡"\n\n[[areas]]', 1
)
TOWN = "220202001000"
REGISTER = [category.value for category in AreaCategory]


def loaded(engine: Engine, folder: Path, text: str, category: str) -> None:
    folder.mkdir()
    areas = AREAS.replace(f",{TOWN},street,", f",{TOWN},{category},")
    contents = open_data_set(str(write(folder, dataset=text, areas=areas)), today=date(2025, 1, 1))
    load(engine, contents, actor="tests", today=date(2025, 1, 1), overwrite=False, report=unreported)


@pytest.fixture
def own(empty: Engine, tmp_path: Path) -> Iterator[TestClient]:
    """Asks about a city that has a 民族乡."""
    loaded(empty, tmp_path / "city", OWN, "ethnic_township")
    with TestClient(create_app(empty)) as client:
        yield client


def test_an_area_of_a_category_of_the_data_set_is_found_by_it_and_answered_with_it(own: TestClient) -> None:
    for query in ("category=ethnic_township", "category=ethnic_township&kind=Town"):
        assert [(item["id"], item["category"]) for item in own.get(f"/v1/areas?{query}").json()["items"]] == [
            (TOWN, "ethnic_township")
        ]
    condition = own.get("/v1/entities?kind=Town&where=category:ethnic_township").json()
    assert [item["id"] for item in condition["items"]] == [TOWN]
    for answer in (own.get(f"/v1/entities/{TOWN}"), own.get(f"/v1/areas/{TOWN}")):
        assert answer.json()["category"] == "ethnic_township"


def test_a_category_of_another_kind_and_one_there_is_not_are_refused_with_those_there_are(own: TestClient) -> None:
    contradiction = own.get("/v1/areas?category=ethnic_township&kind=Grid")
    unknown = own.get("/v1/areas?category=banner")
    assert (contradiction.status_code, unknown.status_code) == (422, 422)
    assert unknown.json()["errors"] == [
        {
            "in": "query",
            "name": "category",
            "message": f"Input should be one of {', '.join([*REGISTER, 'ethnic_township'])}",
        }
    ]
    condition = own.get("/v1/entities?kind=Town&where=category:banner")
    assert (condition.status_code, "ethnic_township" in condition.text) == (422, True)


def test_the_registers_categories_stay_those_of_every_graph(own: TestClient) -> None:
    for category in REGISTER:
        assert own.get(f"/v1/areas?category={category}").status_code == 200


def test_the_vocabulary_lists_the_category_with_its_word_for_areas_alone(own: TestClient) -> None:
    for kind in own.get("/v1/vocabulary").json()["kinds"]:
        words = {word["word"]: word["title"] for one in kind["properties"] for word in one["words"] or []}
        assert (words.get("ethnic_township") == "民族乡") is (kind["kind"] in AREA_KINDS)
        assert (words.get("street") == "街道") is (kind["kind"] in (*AREA_KINDS, "Alliance"))


def test_a_category_comes_and_goes_with_the_data_set(own: TestClient, empty: Engine, tmp_path: Path) -> None:
    loaded(empty, tmp_path / "later", DATASET, "street")
    tables = kept_tables(empty)
    assert tables is not None
    assert tables.categories == ()
    assert own.get("/v1/areas?category=ethnic_township").status_code == 422
    assert own.get(f"/v1/areas/{TOWN}").json()["category"] == "street"
