"""Seats the departments of the city and its counties in the alliances of the streets."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.errors import DataSetError
from graph.vocabulary import Kind, UnitCategory
from seed_data.synthesis.alliance_recipe import AllianceRecipe, LineTable
from seed_data.synthesis.naming import Names
from seed_data.synthesis.recipe import Recipe
from seed_data.synthesis.rows import AreaRow, UnitRow
from seed_data.synthesis.spreading import choice, shuffled
from seed_data.synthesis.territory import Territory
from words import said


@dataclass(frozen=True, slots=True)
class Department:
    """The department of a line, in the city or in a county."""

    owner: AreaRow
    line: str
    name: str


class Departments:
    """Which departments sit with which street; each of them sits with one at least."""

    def __init__(self, territory: Territory, recipe: Recipe, alliances: AllianceRecipe) -> None:
        self._territory = territory
        self._names = Names(recipe)
        self._alliances = alliances
        self.of_street = {street.id: self._of_street(street) for street in territory.streets()}
        self._seat_city()

    def units(self) -> dict[Department, UnitRow]:
        """Return every department that sits somewhere as a unit: the city's, then county by county, by line."""
        lines = [line.name for line in self._alliances.lines]
        seated = {department for departments in self.of_street.values() for department in departments}
        order = sorted(seated, key=lambda one: (one.owner.id, lines.index(one.line)))
        return {
            department: UnitRow(f"U{place:04}", department.name, UnitCategory.DEPARTMENT, department.line)
            for place, department in enumerate(order, 1)
        }

    def _of_street(self, street: AreaRow) -> list[Department]:
        """Return the departments of the lines that sit everywhere, and of some further lines."""
        further = [line.name for line in self._alliances.lines if not line.everywhere]
        count = choice(self._alliances.street.further_lines, street.id, "further lines")
        chosen = shuffled(further, street.id)[:count]
        county = self._territory.holder(street, Kind.COUNTY)
        lines = [line for line in self._alliances.lines if line.everywhere or line.name in chosen]
        return [self._department(line, county) for line in lines]

    def _seat_city(self) -> None:
        """Seat each of the city's own departments with some streets beside those it serves in a county's stead."""
        table = self._alliances.street
        streets = [
            street.id
            for street in self._territory.streets()
            if self._territory.holder(street, Kind.COUNTY).category in table.city_departments_in
        ]
        for line in self._alliances.lines:
            department = self._department(line, self._territory.root())
            for street_id in shuffled(streets, line.name)[: table.streets_of_a_city_department]:
                if department not in self.of_street[street_id]:
                    self.of_street[street_id].append(department)

    def _department(self, line: LineTable, owner: AreaRow) -> Department:
        """Return a county's department of a line, or the city's where the county has none of its own."""
        city = self._territory.root()
        pattern = line.city if owner is city else line.of_county(owner.category)
        if not pattern:
            return self._department(line, city)
        name = pattern.format(city=city.name, area=self._names.full(owner), short=self._names.short(owner))
        return Department(owner, line.name, name)


class ServingDepartments:
    """The departments that stand, by whom they serve."""

    def __init__(self, departments: Mapping[Department, UnitRow], city: AreaRow) -> None:
        self._city = city
        self._units = {(department.owner.id, department.line): unit for department, unit in departments.items()}

    def of(self, line: str, owner: AreaRow) -> UnitRow:
        """Return a county's department of a line, the city's where it has none; raises ``DataSetError`` without either."""
        unit = self._units.get((owner.id, line)) or self._units.get((self._city.id, line))
        if unit is None:
            raise DataSetError(
                said(
                    "Neither {owner} nor {city} has a department of the line {line}.",
                    owner=owner.name,
                    city=self._city.name,
                    line=line,
                )
            )
        return unit
