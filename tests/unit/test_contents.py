"""A data set turned into what a load takes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import cypher
from seed_data.builtin import write_data_set
from seed_data.contents import contents
from seed_data.reading import read_data_set


def test_a_membership_begins_when_there_is_a_unit_and_an_alliance(tmp_path: Path) -> None:
    write_data_set("mini", tmp_path / "city")
    city = read_data_set(tmp_path / "city", today=date(2026, 1, 1), statements=frozenset(cypher.names()))
    row = city.memberships[0]
    late = date(2024, 5, 1)
    units = tuple(replace(unit, valid_from=late) if unit.id == row.unit_id else unit for unit in city.units)
    bonds = {(bond.unit_id, bond.alliance_id): bond for bond in contents(replace(city, units=units)).bonds}
    assert bonds[row.unit_id, row.alliance_id].valid_from == late
    other = next(one for one in city.memberships if one.unit_id != row.unit_id)
    assert bonds[other.unit_id, other.alliance_id].valid_from == city.first_day
