"""Sets up the committees for urban and rural grassroots governance, and the sections that serve them.

A committee has an office and a working group for each field; a section stands in an organisation department.
"""

from collections.abc import Iterator
from datetime import date

from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.rows import AreaRow, EntryRow
from seed_data.synthesis.spreading import Share, apportion, choice
from seed_data.synthesis.table import Some, Table, read_table


class CommitteeTable(Table):
    """How the committees, their offices and groups are called, and when they were formed."""

    name: str
    office: str
    group: str
    fields: Some[str]
    city_formed_on: date
    counties_formed_on: Some[date]


class SectionTable(Table):
    """How the sections are called by the category of their area, and how many posts the city's has."""

    city_posts: int
    names: dict[str, str]


class GovernanceRecipe(Table):
    """``governance.toml``: the committees and the sections."""

    committees: CommitteeTable
    sections: SectionTable


def add_governance(city: City) -> None:
    """Add them to the city: a committee and a section for the city itself and for each of its counties."""
    recipe = read_table(city.folder / "governance.toml", GovernanceRecipe)
    areas = [city.territory.root(), *city.territory.counties()]
    committees = [_committee(city, recipe.committees, place, area) for place, area in enumerate(areas, 1)]
    city.add(committees)
    city.add(_office(recipe.committees, place, committee) for place, committee in enumerate(committees, 1))
    city.add(_groups(recipe.committees, committees))
    city.add(_sections(city, recipe.sections, areas))


def _committee(city: City, table: CommitteeTable, place: int, area: AreaRow) -> EntryRow:
    is_city = area is city.territory.root()
    formed_on = table.city_formed_on if is_city else choice(table.counties_formed_on, area.id, "committee formed")
    name = table.name.format(area=city.names.full(area))
    cells = {"org_id": city.chain.on(area).id, "formed_on": formed_on}
    return EntryRow(Kind.COMMITTEE, f"C{place:02}", name, cells)


def _office(table: CommitteeTable, place: int, committee: EntryRow) -> EntryRow:
    name = table.office.format(committee=committee.name)
    return EntryRow(Kind.COMMITTEE_OFFICE, f"CO{place:02}", name, {"committee_id": committee.id})


def _groups(table: CommitteeTable, committees: list[EntryRow]) -> Iterator[EntryRow]:
    named = [(committee, field) for committee in committees for field in table.fields]
    for place, (committee, field) in enumerate(named, 1):
        name = table.group.format(committee=committee.name, field=field)
        yield EntryRow(Kind.WORKING_GROUP, f"WG{place:02}", name, {"committee_id": committee.id, "field": field})


def _sections(city: City, table: SectionTable, areas: list[AreaRow]) -> Iterator[EntryRow]:
    """Yield the section of each area: together they have the published number of posts."""
    total, counties = city.total("org_dept_posts"), areas[1:]
    towns = [len(city.territory.parts(county, Kind.TOWN)) for county in counties]
    posts = apportion(total - table.city_posts, [Share(count, 1, total) for count in towns])
    for place, (area, count) in enumerate(zip(areas, [table.city_posts, *posts], strict=True), 1):
        org = city.chain.on(area)
        name = table.names.get(area.category, table.names["any"]).format(org=org.name)
        yield EntryRow(Kind.GOVERNANCE_SECTION, f"GS{place:02}", name, {"org_id": org.id, "posts": count})
