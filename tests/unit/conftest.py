"""The built-in city as its rows, by id."""

import pytest

from seed_data.builtin import data_set
from seed_data.synthesis.rows import Area, Contents, Org, Unit


@pytest.fixture(scope="session")
def jilin() -> Contents:
    return data_set("jilin")


@pytest.fixture(scope="session")
def areas(jilin: Contents) -> dict[str, Area]:
    return {area.id: area for area in jilin.areas}


@pytest.fixture(scope="session")
def orgs(jilin: Contents) -> dict[str, Org]:
    return {org.id: org for org in jilin.orgs}


@pytest.fixture(scope="session")
def units(jilin: Contents) -> dict[str, Unit]:
    return {unit.id: unit for unit in jilin.units}
