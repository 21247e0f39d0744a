"""The areas of a city as a tree that grows downwards."""

from collections.abc import Iterable, Iterator

from graph.vocabulary import Kind
from seed_data.synthesis.recipe import TerritoryTable
from seed_data.synthesis.rows import AreaRow


class Territory:
    """The areas by id, by whole and by kind; every answer is in the order the areas were added."""

    def __init__(self, table: TerritoryTable, areas: Iterable[AreaRow]) -> None:
        self._table = table
        self._areas: dict[str, AreaRow] = {}
        self._parts: dict[str, list[AreaRow]] = {}
        self.add(areas)

    def add(self, areas: Iterable[AreaRow]) -> None:
        """Add areas, each after the one it is a part of."""
        for area in areas:
            self._areas[area.id] = area
            self._parts.setdefault(area.parent_id, []).append(area)

    def all(self) -> list[AreaRow]:
        """Return every area by id, so that each stands after the one it is a part of."""
        return sorted(self._areas.values(), key=lambda area: area.id)

    def root(self) -> AreaRow:
        """Return the area the whole territory lies in."""
        return self._areas[self._table.root]

    def parts(self, whole: AreaRow, kind: Kind) -> list[AreaRow]:
        """Return the parts of that kind that stand directly in an area."""
        return [part for part in self._parts.get(whole.id, []) if part.kind is kind]

    def within(self, whole: AreaRow, kind: Kind) -> Iterator[AreaRow]:
        """Yield the areas of that kind that lie in an area, however deep."""
        for part in self._parts.get(whole.id, []):
            if part.kind is kind:
                yield part
            yield from self.within(part, kind)

    def holder(self, part: AreaRow, kind: Kind) -> AreaRow:
        """Return the area of that kind that an area lies in."""
        whole = self._areas[part.parent_id]
        return whole if whole.kind is kind else self.holder(whole, kind)

    def counties(self) -> list[AreaRow]:
        """Return the counties."""
        return self.parts(self.root(), Kind.COUNTY)

    def towns(self) -> list[AreaRow]:
        """Return the towns, county by county."""
        return [town for county in self.counties() for town in self.parts(county, Kind.TOWN)]

    def streets(self) -> list[AreaRow]:
        """Return the towns that have the chain, county by county."""
        return [town for town in self.towns() if town.category in self._table.town_categories]

    def communities(self, street: AreaRow) -> list[AreaRow]:
        """Return the neighbourhoods of a street that have an organisation and grids."""
        neighbourhoods = self.parts(street, Kind.NEIGHBOURHOOD)
        return [area for area in neighbourhoods if area.category in self._table.neighbourhood_categories]

    def all_communities(self) -> list[AreaRow]:
        """Return the neighbourhoods that have an organisation and grids, street by street."""
        return [community for street in self.streets() for community in self.communities(street)]
