"""A data set turned into what a load takes."""

import csv
from datetime import date
from pathlib import Path

import cypher
from seed_data.builtin import write_data_set
from seed_data.reading import read_data_set


def test_a_membership_begins_when_there_is_a_unit_and_an_alliance(tmp_path: Path) -> None:
    write_data_set("mini", tmp_path / "city")
    late = date(2024, 5, 1)
    file = tmp_path / "city" / "units.csv"
    with (tmp_path / "city" / "memberships.csv").open(encoding="utf-8", newline="") as rows:
        row, *others = csv.DictReader(rows)
    with file.open(encoding="utf-8", newline="") as rows:
        units = [
            {**unit, "valid_from": str(late)} if unit["id"] == row["unit_id"] else unit for unit in csv.DictReader(rows)
        ]
    with file.open("w", encoding="utf-8", newline="") as rows:
        lines = csv.DictWriter(rows, [*units[0]])
        lines.writeheader()
        lines.writerows(units)
    city = read_data_set(tmp_path / "city", today=date(2026, 1, 1), statements=frozenset(cypher.names()))
    bonds = {(bond.unit_id, bond.alliance_id): bond for bond in city.bonds}
    assert bonds[row["unit_id"], row["alliance_id"]].valid_from == late
    other = next(one for one in others if one["unit_id"] != row["unit_id"])
    assert bonds[other["unit_id"], other["alliance_id"]].valid_from == city.first_day
