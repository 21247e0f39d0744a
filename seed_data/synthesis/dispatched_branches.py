"""Dispatches branches to new organisations that have none and cannot form one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.vocabulary import DispatchAuthority, Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.days import working_day
from seed_data.synthesis.new_org_branches import MEMBERS_OF_A_BRANCH
from seed_data.synthesis.new_org_ledger import NewOrg
from seed_data.synthesis.new_org_recipe import DispatchTable
from seed_data.synthesis.rows import AreaRow, EntryRow, OrgRow, UnitRow
from seed_data.synthesis.spreading import Share, apportion, choice, number


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Who dispatches a branch, and by what authority."""

    by: UnitRow | OrgRow
    authority: DispatchAuthority


def needs_one(org: NewOrg) -> bool:
    """Return whether an organisation without a branch is one to dispatch to: at work, too few members, applicants."""
    return org.is_operating and org.members < MEMBERS_OF_A_BRANCH and org.applicants > 0


class Dispatches:
    """The branches as they are dispatched; nobody looks after two key organisations one to one."""

    def __init__(self, city: City, recipe: DispatchTable) -> None:
        self._city = city
        self._recipe = recipe
        self._busy: set[str] = set()

    def send(self, candidates: Sequence[NewOrg], total: int) -> Iterator[EntryRow]:
        """Yield so many in all, the more in a street the more candidates it has; to those that meet the criteria first.

        Raises ``DataSetError`` where there are too few candidates.
        """
        groups: dict[str, list[NewOrg]] = {}
        for org in candidates:
            groups.setdefault(org.street.id, []).append(org)
        counts = apportion(total, [Share(len(group), 0, len(group)) for group in groups.values()])
        chosen = [
            org
            for group, count in zip(groups.values(), counts, strict=True)
            for org in sorted(group, key=lambda org: (not org.qualifies, number("dispatch", org.unit.name)))[:count]
        ]
        for place, org in enumerate(sorted(chosen, key=lambda org: org.unit.id), 1):
            yield self._entry(f"DB{place:03}", org, self._dispatch(org))

    def _dispatch(self, org: NewOrg) -> Dispatch:
        """Return who dispatches to an organisation: its line's department first, one to one to a key one."""
        department = self._department(org)
        if org.employees >= self._recipe.key_employees:
            bodies = [self._body(kind, org, department) for kind in self._recipe.one_to_one_by]
            free = [body for body in bodies if body and body.id not in self._busy]
            if free:
                self._busy.add(free[0].id)
                return Dispatch(free[0], DispatchAuthority.ONE_TO_ONE)
        if department:
            return Dispatch(department, DispatchAuthority.SECTOR_DEPARTMENT)
        over = self._over(choice(self._recipe.fallback, org.unit.name, "fallback"), org)
        return Dispatch(self._city.chain.on(over), DispatchAuthority.STREET_COMMUNITY)

    def _body(self, kind: Kind, org: NewOrg, department: UnitRow | None) -> UnitRow | OrgRow | None:
        return department if kind is Kind.UNIT else self._city.chain.on(self._over(kind, org))

    def _department(self, org: NewOrg) -> UnitRow | None:
        line = self._recipe.lines.get(org.sort)
        return self._city.department(org.county, line) if line else None

    def _over(self, kind: Kind, org: NewOrg) -> AreaRow:
        return {
            Kind.COMMUNITY_ORG: org.community,
            Kind.STREET_COMMITTEE: org.street,
            Kind.COUNTY_COMMITTEE: org.county,
        }[kind]

    def _entry(self, id: str, org: NewOrg, dispatch: Dispatch) -> EntryRow:
        name = self._recipe.name.format(by=dispatch.by.name, unit=org.unit.name)
        cells = {
            "unit_id": org.unit.id,
            "by_id": dispatch.by.id,
            "authority": dispatch.authority,
            "dispatched_on": working_day(self._recipe.first, self._recipe.last, org.unit.name, "dispatched"),
        }
        return EntryRow(Kind.DISPATCHED_BRANCH, id, name, cells)
