"""Delegates powers and enforcement items to the streets, grants them rights, and lists their duties."""

from collections.abc import Iterable, Iterator, Sequence

from graph.errors import DataSetError
from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.departments import ServingDepartments
from seed_data.synthesis.numbering import numbered
from seed_data.synthesis.powers_recipe import DutyTable, PowersRecipe, PowerTable, RightTable
from seed_data.synthesis.rows import AreaRow, Cells, EntryRow
from seed_data.synthesis.street_means import add_street_means
from seed_data.synthesis.table import listed, read_table
from words import said


def add_powers(city: City) -> None:
    """Add them to the city, and then what the streets have to use them with: offices, platforms and posts."""
    recipe = read_table(city.folder / "powers.toml", PowersRecipe)
    powers = listed(recipe.powers, city.total("delegated_powers"), "powers")
    items = listed(recipe.enforcement_items, city.total("enforcement_items"), "enforcement_items")
    rights = listed(recipe.rights, city.total("street_rights"), "rights")
    made = [
        *_delegated(city, Kind.POWER, "W", powers),
        *_delegated(city, Kind.ENFORCEMENT_ITEM, "E", items),
        *_granted(city, rights),
    ]
    city.add(made)
    city.add(_duties(city, recipe.duties, {entry.name: entry.id for entry in made}))
    add_street_means(city, recipe)


def _delegated(city: City, kind: Kind, prefix: str, tables: Sequence[PowerTable]) -> Iterator[EntryRow]:
    """Yield what city departments delegate to every street."""
    root, streets = city.territory.root(), _ids(city.territory.streets())
    serving = ServingDepartments(city.departments, root)
    for id, table in zip(numbered(prefix, len(tables)), tables, strict=True):
        unit_id = serving.of(table.line, root).id
        cells: Cells = {
            "town_ids": streets,
            "unit_id": unit_id,
            "basis": _basis(city, table),
            "delegated_on": table.delegated_on,
        }
        yield EntryRow(kind, id, table.name, cells)


def _granted(city: City, tables: Sequence[RightTable]) -> Iterator[EntryRow]:
    streets = _ids(city.territory.streets())
    for id, table in zip(numbered("RT", len(tables)), tables, strict=True):
        cells: Cells = {"town_ids": streets, "basis": _basis(city, table), "granted_on": table.granted_on}
        yield EntryRow(Kind.RIGHT, id, table.name, cells)


def _duties(city: City, tables: Sequence[DutyTable], ids: dict[str, str]) -> Iterator[EntryRow]:
    """Yield the duties that any street bears, with the ids of what backs them by name."""
    borne = [(table, streets) for table in tables if (streets := _bearers(city, table))]
    for id, (table, streets) in zip(numbered("T", len(borne)), borne, strict=True):
        cells = {"town_ids": streets, "basis": _basis(city, table)}
        backing = {"power_ids": _backing(table, ids)} if table.backed_by else {}
        yield EntryRow(Kind.DUTY, id, table.name, {**cells, **backing})


def _bearers(city: City, table: DutyTable) -> list[str]:
    streets = city.territory.streets()
    if not table.borne_in:
        return _ids(streets)
    return _ids(one for one in streets if city.territory.holder(one, Kind.COUNTY).category in table.borne_in)


def _backing(table: DutyTable, ids: dict[str, str]) -> list[str]:
    unknown = [name for name in table.backed_by if name not in ids]
    if unknown:
        raise DataSetError(
            said(
                "The duty {duty} is backed by {unknown}, which is none of the street's.",
                duty=table.name,
                unknown="、".join(unknown),
            )
        )
    return [ids[name] for name in table.backed_by]


def _basis(city: City, table: PowerTable | RightTable | DutyTable) -> str:
    return table.basis.format(city=city.territory.root().name)


def _ids(areas: Iterable[AreaRow]) -> list[str]:
    return [area.id for area in areas]
