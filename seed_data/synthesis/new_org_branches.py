"""Sets up branches in new organisations: one's own, or one together with others."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.vocabulary import BranchMode, Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.days import working_day
from seed_data.synthesis.new_org_ledger import NewOrg
from seed_data.synthesis.new_org_recipe import BranchTable
from seed_data.synthesis.rows import AreaRow, EntryRow
from seed_data.synthesis.spreading import Share, apportion, choice, number

# 《中国共产党支部工作条例（试行）》: three members form a branch; where there are fewer, several units form one together.
MEMBERS_OF_A_BRANCH = 3


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch to be set up: where, under the organisation of which area, and of which sector if it is a sector's."""

    mode: BranchMode
    units: Sequence[NewOrg]
    over: AreaRow
    sector: str = ""


class Branches:
    """The branches as they are formed; no organisation is in two."""

    def __init__(self, city: City, recipe: BranchTable, orgs: Iterable[NewOrg], total: int) -> None:
        self._city = city
        self._recipe = recipe
        self._total = total
        qualified = [org for org in orgs if org.qualifies]
        self._large = [org for org in qualified if org.members >= MEMBERS_OF_A_BRANCH]
        self._small = [org for org in qualified if 0 < org.members < MEMBERS_OF_A_BRANCH]
        self._formed: list[Branch] = []

    def members(self) -> set[str]:
        """Return the ids of the units that have a branch or a part in one."""
        return {org.unit.id for branch in self._formed for org in branch.units}

    def form(self) -> Iterator[EntryRow]:
        """Yield so many branches in all: what others there are not enough units for, single units form.

        Raises ``DataSetError`` where too few units qualify.
        """
        shares = [Share(self._recipe.of_mode(mode).share, 0, self._total) for mode in BranchMode]
        wanted = dict(zip(BranchMode, apportion(self._total, shares), strict=True))
        self._form_sectors(wanted[BranchMode.SECTOR])
        self._form_in_streets(BranchMode.REGIONAL, wanted[BranchMode.REGIONAL], self._recipe.units)
        self._form_in_streets(BranchMode.JOINT, wanted[BranchMode.JOINT], self._recipe.joint_units)
        self._form_single(self._total - len(self._formed))
        order = sorted(self._formed, key=lambda branch: (branch.over.id, branch.units[0].unit.id))
        return (self._entry(place, branch) for place, branch in enumerate(order, 1))

    def _form_sectors(self, wanted: int) -> None:
        of_sort = {sort: sector for sector, sorts in self._recipe.sectors.items() for sort in sorts}
        groups: dict[tuple[str, str], list[NewOrg]] = {}
        for org in self._small:
            if org.sort in of_sort:
                groups.setdefault((org.county.id, of_sort[org.sort]), []).append(org)
        for (_, sector), group in sorted(groups.items(), key=lambda one: (-len(one[1]), number(*one[0])))[:wanted]:
            self._form(BranchMode.SECTOR, group, self._recipe.units, group[0].county, sector)

    def _form_in_streets(self, mode: BranchMode, wanted: int, sizes: list[int]) -> None:
        groups: dict[str, list[NewOrg]] = {}
        for org in self._small:
            if org.unit.id not in self.members():
                groups.setdefault(org.street.id, []).append(org)
        before = len(self._formed)
        for _, group in sorted(groups.items(), key=lambda one: (-len(one[1]), number(mode, one[0]))):
            if len(self._formed) - before < wanted:
                self._form(mode, group, sizes, group[0].street)

    def _form(self, mode: BranchMode, group: list[NewOrg], sizes: list[int], over: AreaRow, sector: str = "") -> None:
        """Form a branch of some of a group, where these are as many as the mode asks for and have members enough."""
        order = sorted(group, key=lambda org: number(mode, org.unit.name))[: choice(sizes, mode, over.id, sector)]
        enough = sum(org.members for org in order) >= MEMBERS_OF_A_BRANCH
        if len(order) >= min(sizes) and enough:
            self._formed.append(Branch(mode, sorted(order, key=lambda org: org.unit.id), over, sector))

    def _form_single(self, count: int) -> None:
        """Form so many branches of one unit's own, the more in a street the more of its units could."""
        groups: dict[str, list[NewOrg]] = {}
        for org in self._large:
            groups.setdefault(org.street.id, []).append(org)
        counts = apportion(count, [Share(len(group), 0, len(group)) for group in groups.values()])
        for group, of_street in zip(groups.values(), counts, strict=True):
            for org in sorted(group, key=lambda org: number("single", org.unit.name))[:of_street]:
                self._formed.append(Branch(BranchMode.SINGLE, [org], org.community))

    def _entry(self, place: int, branch: Branch) -> EntryRow:
        first = branch.units[0]
        name = self._recipe.of_mode(branch.mode).name.format(
            unit=first.unit.name,
            count=len(branch.units),
            town=self._city.names.full(first.street),
            county=self._city.names.full(first.county),
            sector=branch.sector,
        )
        cells = {
            "unit_ids": [org.unit.id for org in branch.units],
            "superior_id": self._city.chain.on(branch.over).id,
            "mode": branch.mode,
            "formed_on": working_day(self._recipe.first, self._recipe.last, name, "formed"),
            "members": sum(org.members for org in branch.units),
        }
        return EntryRow(Kind.NEW_ORG_BRANCH, f"NB{place:02}", name, cells)
