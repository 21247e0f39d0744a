"""A city while it is made: what stands already, for what is made of it next."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

from graph.errors import DataSetError
from graph.vocabulary import Kind
from seed_data.synthesis.alliances import Linkage
from seed_data.synthesis.chain import Chain
from seed_data.synthesis.departments import Department
from seed_data.synthesis.naming import Names
from seed_data.synthesis.people import People
from seed_data.synthesis.rows import AreaRow, Cell, Cells, EntryRow, MembershipRow, UnitRow
from seed_data.synthesis.territory import Territory
from seed_data.synthesis.unit_names import UnitNames
from words import said


@dataclass(slots=True)
class City:
    """The territory, the chain and the alliances of a city, and all that has been made of them so far.

    ``units`` may be added to; ``departments`` are those of the city and its counties. ``homes`` are the communities and
    ``sorts`` the sorts of the units found in one, by id; ``unit_names`` knows what names are taken. ``totals`` are the
    published figures by key. ``folder`` holds the recipes.
    """

    folder: Traversable
    names: Names
    people: People
    territory: Territory
    chain: Chain
    linkage: Linkage
    units: list[UnitRow]
    unit_names: UnitNames
    homes: dict[str, AreaRow]
    sorts: dict[str, str]
    memberships: Sequence[MembershipRow]
    departments: Mapping[Department, UnitRow]
    totals: Mapping[str, float]
    entries: list[EntryRow] = field(default_factory=list[EntryRow])
    ledgers: dict[str, dict[str, Cell]] = field(default_factory=dict[str, dict[str, Cell]])

    def total(self, key: str) -> int:
        """Return the published figure of that key; raise ``DataSetError`` where there is none."""
        if key not in self.totals:
            raise DataSetError(
                said(
                    "figures.csv lacks {key}: it is what {name} is made to by one of its recipes.",
                    key=key,
                    name=self.folder.name,
                )
            )
        return int(self.totals[key])

    def department(self, county: AreaRow, line: str) -> UnitRow | None:
        """Return the department of a line that serves a county, its own or the city's; ``None`` where it has neither."""
        owned = {one.owner.id: unit for one, unit in self.departments.items() if one.line == line}
        return owned.get(county.id) or owned.get(self.territory.root().id)

    def add(self, entries: Iterable[EntryRow]) -> None:
        """Add rows."""
        self.entries.extend(entries)

    def replace(self, kind: Kind, entries: Iterable[EntryRow]) -> None:
        """Put rows in the place of all that were made of a kind."""
        self.entries = [*(entry for entry in self.entries if entry.kind is not kind), *entries]

    def note(self, id: str, cells: Cells) -> None:
        """Add cells to the row of a unit or an organisation."""
        self.ledgers.setdefault(id, {}).update(cells)

    def of_kind(self, kind: Kind) -> list[EntryRow]:
        """Return what was made of a kind, in its order."""
        return [entry for entry in self.entries if entry.kind is kind]
