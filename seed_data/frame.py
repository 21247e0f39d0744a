"""What dataset.toml says, as the rows need it: the kinds, their superiors and areas, the lines, the first day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graph.tables import AreaKind, OrgKind
from graph.vocabulary import Kind
from seed_data.damage import private_use
from seed_data.decoding import file_text
from seed_data.description import Description, read_description
from seed_data.faults import DataSetFault, cautioned
from seed_data.origins import DATASET_FILE
from seed_data.tables import read_tables
from words import said


@dataclass(frozen=True, slots=True)
class Frame:
    """What the rows are held to; a part that dataset.toml has wrong is ``None``, and no row is held to it."""

    description: Description | None
    first_day: date | None
    area_kinds: Mapping[Kind, AreaKind] | None
    org_kinds: Mapping[Kind, OrgKind] | None

    def kinds_among(self, kinds: Sequence[Kind]) -> Sequence[Kind]:
        """Return those of the kinds of a file that the tables have, all where no table speaks of them."""
        return [kind for kind in (*(self.area_kinds or ()), *(self.org_kinds or ())) if kind in kinds] or kinds


def read_frame(folder: Path, *, today: date, faults: list[DataSetFault], cautions: list[DataSetFault]) -> Frame:
    """Return what dataset.toml says, adding a fault for each thing it says wrong, and its private-use characters to cautions."""
    text = file_text(folder, DATASET_FILE, faults)
    for number, line in enumerate((text or "").splitlines(), 1):
        if (character := private_use(line)) is not None:
            cautions.append(DataSetFault(DATASET_FILE, number, None, None, cautioned(character)))
    read = None if text is None else read_description(text, faults)
    if read is None:
        return Frame(None, None, None, None)
    description, locator = read
    first_day = description.first_day
    if first_day > today:
        expected = said("a day that is not in the future; today is {today}", today=today.isoformat())
        faults.append(locator.fault(("first_day",), first_day.isoformat(), expected))
    tables = read_tables(description, locator, faults)
    if tables is None:
        return Frame(description, first_day, None, None)
    return Frame(description, first_day, {a.kind: a for a in tables.areas}, {o.kind: o for o in tables.orgs})
