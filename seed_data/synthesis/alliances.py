"""Forms the alliances and the leading groups, and links them on four levels: community, street, county, city."""

from graph.vocabulary import AllianceLevel, Kind, LeadingGroupLevel
from seed_data.synthesis.alliance_recipe import AllianceRecipe, ThemeTable
from seed_data.synthesis.chain import Chain
from seed_data.synthesis.naming import Names
from seed_data.synthesis.recipe import Recipe
from seed_data.synthesis.rows import AllianceRow, AreaRow, OrgRow
from seed_data.synthesis.spreading import Share, apportion, shuffled
from seed_data.synthesis.territory import Territory


class Linkage:
    """The leading groups, and the alliances by the street or the community they are formed in."""

    def __init__(self) -> None:
        self.leading_groups: dict[str, AllianceRow] = {}
        self.of_street: dict[str, AllianceRow] = {}
        self.of_community: dict[str, list[tuple[ThemeTable, AllianceRow]]] = {}
        self._formed: list[AllianceRow] = []

    def all(self) -> list[AllianceRow]:
        """Return the leading groups and then the alliances, each by id."""
        return [*self.leading_groups.values(), *self._formed]

    def form(self, level: AllianceLevel, name: str, lead: OrgRow, guide: AllianceRow) -> AllianceRow:
        """Form an alliance that an organisation leads and another alliance or a leading group guides."""
        number = len(self._formed) + 1
        self._formed.append(AllianceRow(f"A{number:03}", Kind.ALLIANCE, name, level, lead.id, guide.id))
        return self._formed[-1]


def form_alliances(
    chain: Chain, territory: Territory, recipe: Recipe, alliances: AllianceRecipe, total: int
) -> Linkage:
    """Form so many alliances in all: one a street, at least one a community, and the leading groups above them."""
    linkage, names, streets = Linkage(), Names(recipe), territory.streets()
    _form_leading_groups(linkage, chain, territory, names, alliances.leading_groups.name)
    themes = _themes(territory, alliances, total - len(streets))
    for street in streets:
        guide = linkage.leading_groups[territory.holder(street, Kind.COUNTY).id]
        name = alliances.street.name.format(area=names.full(street))
        over = linkage.form(AllianceLevel.STREET, name, chain.on(street), guide)
        linkage.of_street[street.id] = over
        for community in territory.communities(street):
            lead, area = chain.on(community), names.full(community)
            linkage.of_community[community.id] = [
                (theme, linkage.form(AllianceLevel.COMMUNITY, theme.name.format(area=area), lead, over))
                for theme in themes[community.id]
            ]
    return linkage


def _form_leading_groups(linkage: Linkage, chain: Chain, territory: Territory, names: Names, name: str) -> None:
    """Form the leading group of the city, L01, and below it those of the counties."""
    guide, level = "", LeadingGroupLevel.CITY
    for number, area in enumerate([territory.root(), *territory.counties()], 1):
        called = name.format(area=names.full(area))
        group = AllianceRow(f"L{number:02}", Kind.LEADING_GROUP, called, level, chain.on(area).id, guide)
        linkage.leading_groups[area.id] = group
        guide, level = guide or group.id, LeadingGroupLevel.COUNTY


def _themes(territory: Territory, recipe: AllianceRecipe, total: int) -> dict[str, list[ThemeTable]]:
    """Return what alliances each community has, so many in all: the general one, and more the larger it is."""
    communities = territory.all_communities()
    general, special = recipe.themes[0], {theme.name: theme for theme in recipe.themes[1:]}
    shares = [_share(territory, community, recipe) for community in communities]
    chosen = {
        community.id: shuffled(list(special), community.id)[: count - 1]
        for community, count in zip(communities, apportion(total, shares), strict=True)
    }
    return {
        community: [general, *(theme for name, theme in special.items() if name in names)]
        for community, names in chosen.items()
    }


def _share(territory: Territory, community: AreaRow, recipe: AllianceRecipe) -> Share:
    return Share(len(territory.parts(community, Kind.GRID)), 1, len(recipe.themes))
