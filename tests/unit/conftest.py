"""The built-in city as its rows, by id."""

import pytest

from seed_data.builtin import data_set
from seed_data.synthesis.rows import AreaRow, DataSetRows, OrgRow, UnitRow


@pytest.fixture(scope="session")
def jilin() -> DataSetRows:
    return data_set("jilin")


@pytest.fixture(scope="session")
def areas(jilin: DataSetRows) -> dict[str, AreaRow]:
    return {area.id: area for area in jilin.areas}


@pytest.fixture(scope="session")
def orgs(jilin: DataSetRows) -> dict[str, OrgRow]:
    return {org.id: org for org in jilin.orgs}


@pytest.fixture(scope="session")
def units(jilin: DataSetRows) -> dict[str, UnitRow]:
    return {unit.id: unit for unit in jilin.units}
