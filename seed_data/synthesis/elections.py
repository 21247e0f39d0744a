"""Counts the members of each organisation from the branch up, and dates its last and its next election."""

from collections.abc import Mapping
from datetime import date, timedelta

from seed_data.synthesis.city import City
from seed_data.synthesis.party_life_recipe import ElectionTable, PartyLifeRecipe
from seed_data.synthesis.spreading import choice, number


def note_elections(city: City, recipe: PartyLifeRecipe, holders: Mapping[str, int]) -> None:
    """Note members and elections with every organisation that holds elections.

    An organisation's members are those of all below it, those who hold a post of its own (``holders``, by organisation)
    and others.
    """
    categories = {area.id: area.category for area in city.territory.all()}
    members: dict[str, int] = {}
    # From the bottom: what is below an organisation is counted before it.
    for org in reversed(city.chain.all()):
        table = recipe.of(org.kind, categories[org.area_id]).elections
        count = members.get(org.id, 0) + holders.get(org.id, 0)
        if table:
            count += choice(table.other_members, org.id, "other members")
            city.note(org.id, {"members": count, **_elections(table, org.id)})
        members[org.id] = count
        members[org.parent_id] = members.get(org.parent_id, 0) + count


def _elections(table: ElectionTable, org_id: str) -> dict[str, date]:
    days = (table.last - table.first).days + 1
    held = table.first + timedelta(days=number(org_id, "election") % days)
    return {"last_election": held, "next_election": _after(held, choice(table.years, org_id, "years"))}


def _after(day: date, years: int) -> date:
    """Return the same day so many years later; of 29 February, the day before it."""
    last_of_february = 28
    is_leap_day = day.month == 2 and day.day > last_of_february
    return day.replace(year=day.year + years, day=last_of_february if is_leap_day else day.day)
