"""Finds community police seats beside those of their own communities."""

from collections import Counter
from collections.abc import Mapping

from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.rows import AreaRow


class PoliceSeats:
    """The seats of police on the committees of communities: ``counts`` by community, and the further ones as they are found."""

    def __init__(self, city: City, counts: Mapping[str, int]) -> None:
        self._city = city
        self._counts = Counter(counts)

    def further(self, county: AreaRow) -> tuple[AreaRow, int] | None:
        """Return the community of a county that has the most grids for each of its police, and its next seat, from 1.

        ``None`` where the county has no community.
        """
        territory = self._city.territory
        streets = [street for street in territory.streets() if street.parent_id == county.id]
        communities = [community for street in streets for community in territory.communities(street)]
        if not communities:
            return None
        chosen = max(communities, key=lambda one: len(territory.parts(one, Kind.GRID)) * 1000 // self._counts[one.id])
        self._counts[chosen.id] += 1
        return chosen, self._counts[chosen.id]
