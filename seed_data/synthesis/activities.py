"""Holds the activities of the alliances."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graph.vocabulary import Kind
from seed_data.synthesis.alliance_life_recipe import ActivitiesTable, ActivityTable
from seed_data.synthesis.city import City
from seed_data.synthesis.rows import AllianceRow, Cell, EntryRow
from seed_data.synthesis.spreading import Share, apportion, choice, shuffled, walk


@dataclass(frozen=True, slots=True)
class Activity:
    """An activity that an alliance is to hold."""

    alliance: AllianceRow
    table: ActivityTable
    held_on: date

    def key(self) -> tuple[str, str]:
        """Return what no other activity has."""
        return self.alliance.id, self.table.name


class Calendar:
    """The days on which each kind of activity may be held, in order."""

    def __init__(self, recipe: ActivitiesTable) -> None:
        days = [recipe.first + timedelta(days=place) for place in range((recipe.last - recipe.first).days + 1)]
        free = [day for day in days if not any(one.first <= day <= one.last for one in recipe.without)]
        self._days = {kind.name: [day for day in free if day.month in kind.months] for kind in recipe.kinds}

    def days(self, kind: ActivityTable, *key: str) -> Iterator[date]:
        """Yield the days for a kind of activity, from the one that falls to a key."""
        days = self._days[kind.name]
        return (days[place] for place in walk(len(days), *key))


def hold_activities(city: City, recipe: ActivitiesTable, participations: int) -> Iterator[EntryRow]:
    """Yield the activities of all alliances, in which so many take part in all.

    Raises ``DataSetError`` where the bounds of one leave no way to reach that.
    """
    seated: dict[str, list[str]] = {}
    for membership in city.memberships:
        seated.setdefault(membership.alliance_id, []).append(membership.unit_id)
    calendar, planned = Calendar(recipe), list[Activity]()
    for alliance in city.linkage.all():
        if alliance.kind is Kind.ALLIANCE:
            sorts = {city.sorts.get(unit_id, "") for unit_id in seated[alliance.id]}
            planned.extend(_plan(alliance, sorts, recipe, calendar))
    shares = [Share(_crowd(one), recipe.least, recipe.most) for one in planned]
    venues = {venue.cells["unit_id"]: venue.id for venue in city.of_kind(Kind.VENUE)}
    for place, (one, count) in enumerate(zip(planned, apportion(participations, shares), strict=True), 1):
        open_to_it = [venues[unit_id] for unit_id in seated[one.alliance.id] if unit_id in venues]
        yield _entry(f"Y{place:04}", one, count, recipe, open_to_it)


def _plan(alliance: AllianceRow, sorts: set[str], recipe: ActivitiesTable, calendar: Calendar) -> list[Activity]:
    """Return what an alliance holds, by day: no kind of activity twice, no two on a day."""
    kinds = {kind.name: kind for kind in recipe.kinds if not kind.needs or sorts.intersection(kind.needs)}
    count = choice(recipe.of_an_alliance, alliance.id, "activities")
    planned: dict[date, Activity] = {}
    for name in shuffled(list(kinds), alliance.id, "activities")[:count]:
        held_on = next(day for day in calendar.days(kinds[name], alliance.id, name) if day not in planned)
        planned[held_on] = Activity(alliance, kinds[name], held_on)
    return [planned[day] for day in sorted(planned)]


def _crowd(activity: Activity) -> int:
    """Return how many come beside others: what falls to the activity, up to a quarter more or less."""
    return choice(activity.table.crowd, *activity.key(), "crowd") * choice(range(75, 126), *activity.key(), "turnout")


def _entry(id: str, activity: Activity, participants: int, recipe: ActivitiesTable, venues: list[str]) -> EntryRow:
    cells: dict[str, Cell] = {
        "alliance_id": activity.alliance.id,
        "theme": activity.table.theme,
        "held_on": activity.held_on,
        "participants": participants,
    }
    if activity.table.is_indoors and venues and choice(recipe.at_venue, *activity.key(), "at venue"):
        cells["venue_id"] = choice(venues, *activity.key(), "venue")
    name = recipe.name.format(alliance=activity.alliance.name, activity=activity.table.name)
    return EntryRow(Kind.ACTIVITY, id, name, cells)
