"""The organisations of the chain while it is set up from the top down."""

from graph.vocabulary import Kind
from seed_data.synthesis.naming import Names
from seed_data.synthesis.recipe import NameTable, Recipe
from seed_data.synthesis.rows import AreaRow, OrgRow


class Chain:
    """The organisations by the area they cover, superiors first."""

    def __init__(self, recipe: Recipe) -> None:
        self._rules = recipe.chain.names
        self._names = Names(recipe)
        self._orgs: dict[str, OrgRow] = {}

    def all(self) -> list[OrgRow]:
        """Return every organisation: kind by kind from the top, each by id."""
        rank = {kind: place for place, kind in enumerate(Kind)}
        return sorted(self._orgs.values(), key=lambda org: (rank[org.kind], org.id))

    def of_kind(self, kind: Kind) -> list[OrgRow]:
        """Return the organisations of a kind in the order they were set up."""
        return [org for org in self._orgs.values() if org.kind is kind]

    def on(self, area: AreaRow) -> OrgRow:
        """Return the organisation on an area; none but a building's households share theirs."""
        return self._orgs[f"D{area.id}"]

    def set_up(
        self, kind: Kind, area: AreaRow, superior_id: str, *, called: str = "", rule: NameTable | None = None
    ) -> OrgRow:
        """Set up the organisation of an area, called after it unless otherwise said."""
        rule = rule or self._rule(kind, area)
        name = rule.name.format(area=called or self._names.full(area))
        org = OrgRow(f"D{area.id}", kind, name, superior_id, area.id, rule.title)
        self._orgs[org.id] = org
        return org

    def choose_household(self, building: AreaRow, stairwell: int, group: OrgRow) -> None:
        """Set up the member household of a building's stairwell."""
        rule = self._rule(Kind.MEMBER_HOUSEHOLD, building)
        name = rule.name.format(area=building.name, stairwell=stairwell)
        household = OrgRow(
            f"D{building.id}-{stairwell}", Kind.MEMBER_HOUSEHOLD, name, group.id, building.id, rule.title
        )
        self._orgs[household.id] = household

    def _rule(self, kind: Kind, area: AreaRow) -> NameTable:
        rules = self._rules[kind]
        return rules.get(area.id) or rules.get(area.category) or rules["any"]
