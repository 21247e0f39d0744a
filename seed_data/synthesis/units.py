"""Finds the units of the communities, and seats all units in the alliances."""

from itertools import cycle, islice

from graph.vocabulary import Kind, Role
from seed_data.synthesis.alliance_recipe import AllianceRecipe, ThemeTable
from seed_data.synthesis.alliances import Linkage
from seed_data.synthesis.departments import Department, Departments
from seed_data.synthesis.rows import AllianceRow, AreaRow, MembershipRow, UnitRow
from seed_data.synthesis.spreading import Share, apportion, choice, number, shuffled
from seed_data.synthesis.territory import Territory
from seed_data.synthesis.unit_names import UnitNames


class UnitSeats:
    """The units and their memberships, as they are found and seated."""

    def __init__(self, linkage: Linkage, recipe: AllianceRecipe) -> None:
        self._linkage = linkage
        self._recipe = recipe
        self.units: list[UnitRow] = []
        self.memberships: list[MembershipRow] = []
        self.homes: dict[str, AreaRow] = {}
        self.sorts: dict[str, str] = {}

    def seat_departments(self, departments: Departments) -> dict[Department, UnitRow]:
        """Seat the departments with the streets they serve, and return them; now and then one of them leads there.

        They come before the communities' units: theirs are the first ids.
        """
        units, everywhere = departments.units(), [line.name for line in self._recipe.lines if line.everywhere]
        self.units.extend(units.values())
        for street, seated in departments.of_street.items():
            members, alliance = [units[one] for one in seated], self._linkage.of_street[street]
            leading = [unit for unit in members if unit.line in everywhere]
            self._seat(alliance, members, _lead(alliance, leading, self._recipe.street.has_lead))
        return units

    def seat_communities(self, territory: Territory, names: UnitNames, total: int) -> None:
        """Find units in the communities until there are so many in all, and seat them there and with the street."""
        counts = self._counts(territory, total - len(self.units))
        for street in territory.streets():
            for community in territory.communities(street):
                units = self._find(community, names, counts[community.id])
                wanted = choice(self._recipe.street.community_units, community.id, "street's")
                chosen = shuffled([unit.id for unit in units], community.id, "street's")[:wanted]
                over = self._linkage.of_street[street.id]
                self._seat(over, [unit for unit in units if unit.id in chosen])
        self.memberships.sort(key=lambda membership: (membership.alliance_id, membership.unit_id))

    def _counts(self, territory: Territory, total: int) -> dict[str, int]:
        """Return how many units each community has: enough for its alliances, and more the larger it is."""
        shares = {
            community.id: Share(
                len(territory.parts(community, Kind.GRID)),
                self._recipe.community.units_least * len(self._linkage.of_community[community.id]),
                total,
            )
            for community in territory.all_communities()
        }
        return dict(zip(shares, apportion(total, list(shares.values())), strict=True))

    def _find(self, community: AreaRow, names: UnitNames, count: int) -> list[UnitRow]:
        """Find a community's units alliance by alliance, and seat them; some also sit in the general alliance."""
        formed = self._linkage.of_community[community.id]
        general, found, both = formed[0][1], list[UnitRow](), list[UnitRow]()
        for place, (theme, alliance) in enumerate(formed):
            sorts = islice(cycle(_likely(theme, community)), len(range(place, count, len(formed))))
            units = [self._unit(community, names, sort, f"{alliance.id} {turn}") for turn, sort in enumerate(sorts)]
            self._seat(alliance, units, _lead(alliance, units, self._recipe.community.has_lead))
            found.extend(units)
            if alliance is not general:
                both.extend(unit for unit in units if choice(self._recipe.community.in_both, unit.id, "in both"))
        self._seat(general, both)
        return found

    def _unit(self, community: AreaRow, names: UnitNames, sort: str, key: str) -> UnitRow:
        table = self._recipe.sorts[sort]
        unit = UnitRow(f"U{len(self.units) + 1:04}", names.fresh(table, community, key), table.category)
        self.units.append(unit)
        self.homes[unit.id] = community
        self.sorts[unit.id] = sort
        return unit

    def _seat(self, alliance: AllianceRow, units: list[UnitRow], lead: UnitRow | None = None) -> None:
        for unit in units:
            role = Role.LEAD if unit is lead else Role.MEMBER
            self.memberships.append(MembershipRow(unit.id, alliance.id, role))


def _lead(alliance: AllianceRow, units: list[UnitRow], has_lead: list[bool]) -> UnitRow | None:
    """Return which of the units leads an alliance, where one is to."""
    return choice(units, alliance.id, "lead") if choice(has_lead, alliance.id, "has lead") else None


def _likely(theme: ThemeTable, community: AreaRow) -> list[str]:
    """Return a theme's sorts in an order of the community's own, in which the likelier tend to come early."""
    last = len(theme.sorts)
    ranks = {place: 2 * place + number(community.id, theme.name, str(place)) % last for place in range(last)}
    return [theme.sorts[place] for place in sorted(ranks, key=lambda place: (ranks[place], place))]
