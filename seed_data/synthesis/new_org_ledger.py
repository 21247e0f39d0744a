"""Keeps the ledger of the new organisations, and finds further ones that sit in no alliance."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.vocabulary import Kind, NewOrgType, UnitCategory
from seed_data.synthesis.alliance_recipe import AllianceRecipe
from seed_data.synthesis.city import City
from seed_data.synthesis.new_org_recipe import NewOrgRecipe, ProfileTable
from seed_data.synthesis.rows import AreaRow, UnitRow
from seed_data.synthesis.spreading import choice, number
from seed_data.synthesis.table import read_table

_TYPES: dict[str, NewOrgType] = {
    UnitCategory.ENTERPRISE: NewOrgType.ECONOMIC,
    UnitCategory.PROPERTY_COMPANY: NewOrgType.ECONOMIC,
    UnitCategory.SOCIAL_ORGANISATION: NewOrgType.SOCIAL,
}


@dataclass(frozen=True, slots=True)
class NewOrg:
    """A new organisation and where it is. One that qualifies meets the three criteria for a branch."""

    unit: UnitRow
    sort: str
    community: AreaRow
    street: AreaRow
    county: AreaRow
    qualifies: bool
    has_premises: bool
    is_operating: bool
    employees: int
    members: int
    applicants: int


def keep_ledger(city: City, recipe: NewOrgRecipe) -> list[NewOrg]:
    """Note what is known of every new organisation, the further ones included; returns them in the units' order."""
    _find_further(city, recipe)
    found = list(_new_orgs(city, recipe))
    for org in found:
        city.note(
            org.unit.id,
            {
                "new_org": _TYPES[org.unit.category],
                "has_premises": org.has_premises,
                "employees": org.employees,
                "is_operating": org.is_operating,
                "members": org.members,
                "applicants": org.applicants,
            },
        )
    return found


def _find_further(city: City, recipe: NewOrgRecipe) -> None:
    """Find so many more a community, and in each street what it shall have and no alliance brought it."""
    sorts = {**read_table(city.folder / "alliances.toml", AllianceRecipe).sorts, **recipe.sorts}
    for street in city.territory.streets():
        communities = city.territory.communities(street)
        wanted = [
            (community, choice(recipe.further.sorts, community.id, "further", str(turn)))
            for community in communities
            for turn in range(choice(recipe.further.of_a_community, community.id, "further"))
        ]
        at_home = {community.id for community in communities}
        present = {city.sorts[unit_id] for unit_id, home in city.homes.items() if home.id in at_home}
        lacking = [sort for sort in recipe.further.in_every_street if communities and sort not in present]
        wanted.extend((choice(communities, street.id, sort), sort) for sort in lacking)
        for turn, (community, sort) in enumerate(wanted):
            name = city.unit_names.fresh(sorts[sort], community, f"further {turn}")
            _add(city, UnitRow(f"U{len(city.units) + 1:04}", name, sorts[sort].category), community, sort)


def _add(city: City, unit: UnitRow, community: AreaRow, sort: str) -> None:
    city.units.append(unit)
    city.homes[unit.id] = community
    city.sorts[unit.id] = sort
    city.note(unit.id, {"area_id": community.id})


def _new_orgs(city: City, recipe: NewOrgRecipe) -> Iterator[NewOrg]:
    for unit in city.units:
        sort = city.sorts.get(unit.id, "")
        if sort and sort not in recipe.of_the_state and unit.category in _TYPES:
            yield _new_org(city, unit, sort, _profile(recipe, sort, unit))


def _new_org(city: City, unit: UnitRow, sort: str, profile: ProfileTable) -> NewOrg:
    community = city.homes[unit.id]
    members = choice(profile.members, unit.name, "members")
    applicants = choice(profile.applicants, unit.name, "applicants")
    street = city.territory.holder(community, Kind.TOWN)
    least, most = profile.employees
    # What falls to a unit falls to its name: its number moves with how many were found before it.
    return NewOrg(
        unit=unit,
        sort=sort,
        community=community,
        street=street,
        county=city.territory.holder(street, Kind.COUNTY),
        qualifies=profile.qualifies,
        has_premises=choice(profile.has_premises, unit.name, "premises"),
        is_operating=choice(profile.is_operating, unit.name, "operating"),
        # They are employees too.
        employees=max(least + number(unit.name, "employees") % (most - least + 1), members + applicants),
        members=members,
        applicants=applicants,
    )


def _profile(recipe: NewOrgRecipe, sort: str, unit: UnitRow) -> ProfileTable:
    """Return the profile that falls to a unit among those of its sort, or where there are none among those of any."""
    own = [profile for profile in recipe.profiles if sort in profile.sorts]
    profiles = own or [profile for profile in recipe.profiles if not profile.sorts]
    return choice([profile for profile in profiles for _ in range(profile.share)], unit.name, "profile")
