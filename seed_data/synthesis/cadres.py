"""Puts every county, town, neighbourhood and grid in contact with one cadre of the matching rank."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.errors import DataSetError
from graph.vocabulary import CadreRank, Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.rows import Area, Cell, Entry
from seed_data.synthesis.spreading import Share, apportion, choice, shuffled
from seed_data.synthesis.table import Some, Table, read_table


class CadreRecipe(Table):
    """``cadres.toml``: the ranks' weights and spreads, and which county gives towns to one that has too few for its leaders."""

    weights: dict[CadreRank, int]
    shares: dict[CadreRank, Some[int]]
    towns_from: dict[str, str]


@dataclass(frozen=True, slots=True)
class Pool:
    """The areas that some cadres of a rank divide among them; as many of them as there are posts hold one each.

    Raises ``DataSetError`` where there would be more cadres than areas.
    """

    rank: CadreRank
    key: str
    areas: Sequence[Area]
    post_ids: Sequence[str] = ()

    def __post_init__(self) -> None:
        if self.least > len(self.areas):
            raise DataSetError(
                f"{self.key} has {len(self.areas)} areas for the {self.least} leaders it must have: "
                "cadres.toml must say whose towns are theirs as well."
            )

    @property
    def least(self) -> int:
        """Return how many cadres there must be."""
        return max(1, len(self.post_ids))


def add_cadres(city: City) -> None:
    """Add the published number of cadres to the city, the highest rank first."""
    recipe, total = read_table(city.folder / "cadres.toml", CadreRecipe), city.total("contact_leaders")
    pools = list(_pools(city, recipe))
    number, width = 0, len(str(total))
    for pool, count in zip(pools, _counts(recipe, pools, total), strict=True):
        ids = [f"K{number + place:0{width}}" for place in range(1, count + 1)]
        city.add(_cadres(city, pool, ids))
        number += count


def _pools(city: City, recipe: CadreRecipe) -> Iterator[Pool]:
    """Yield the pools rank by rank: a city, its counties, and then each town and each community."""
    root, posts = city.territory.root(), _group_posts(city)
    yield Pool(CadreRank.CITY_LEADER, root.id, city.territory.counties(), posts[city.chain.on(root).id])
    for county, towns in _towns(city, recipe, posts).items():
        yield Pool(CadreRank.COUNTY_LEADER, county.id, towns, posts[city.chain.on(county).id])
    for rank, whole, part in (
        (CadreRank.SECTION_LEVEL, Kind.TOWN, Kind.NEIGHBOURHOOD),
        (CadreRank.OTHER, Kind.NEIGHBOURHOOD, Kind.GRID),
    ):
        for area in city.territory.within(root, whole):
            if parts := city.territory.parts(area, part):
                yield Pool(rank, area.id, parts)


def _group_posts(city: City) -> Mapping[str, list[str]]:
    """Return the posts of the working groups' heads by the organisation of their committee."""
    org_of = {entry.id: str(entry.cells["org_id"]) for entry in city.of_kind(Kind.COMMITTEE)}
    groups = {entry.id: org_of[str(entry.cells["committee_id"])] for entry in city.of_kind(Kind.WORKING_GROUP)}
    posts = defaultdict[str, list[str]](list)
    for post in city.of_kind(Kind.POST):
        if (body := str(post.cells["body_id"])) in groups:
            posts[groups[body]].append(post.id)
    return posts


def _towns(city: City, recipe: CadreRecipe, posts: Mapping[str, list[str]]) -> dict[Area, list[Area]]:
    """Return the towns of each county's leaders: its own, and as many of its neighbour's last ones as it is short of."""
    counties = {county.id: county for county in city.territory.counties()}
    towns = {county: city.territory.parts(county, Kind.TOWN) for county in counties.values()}
    for short, neighbour in recipe.towns_from.items():
        own, others = towns[counties[short]], towns[counties[neighbour]]
        kept = len(others) - max(0, len(posts[city.chain.on(counties[short]).id]) - len(own))
        own.extend(others[kept:])
        del others[kept:]
    return towns


def _counts(recipe: CadreRecipe, pools: Sequence[Pool], total: int) -> list[int]:
    """Return how many cadres each pool has: the total is divided over the ranks, and each rank's over its pools."""
    of_rank = {rank: [pool for pool in pools if pool.rank is rank] for rank in CadreRank}
    shares = [
        Share(recipe.weights[rank], sum(pool.least for pool in those), sum(len(pool.areas) for pool in those))
        for rank, those in of_rank.items()
    ]
    counts = list[int]()
    for those, count in zip(of_rank.values(), apportion(total, shares), strict=True):
        counts += apportion(count, [_share(recipe, pool) for pool in those])
    return counts


def _share(recipe: CadreRecipe, pool: Pool) -> Share:
    most = len(pool.areas)
    return Share(most * choice(recipe.shares[pool.rank], pool.key, pool.rank), pool.least, most)


def _cadres(city: City, pool: Pool, ids: Sequence[str]) -> Iterator[Entry]:
    """Yield a pool's cadres, each with neighbouring areas, as many to one as to the next as far as that goes."""
    areas, count = pool.areas, len(ids)
    order = shuffled([str(place) for place in range(count)], pool.key, "group heads")
    heads = dict(zip(order, pool.post_ids, strict=False))
    for place, id in enumerate(ids):
        own = areas[place * len(areas) // count : (place + 1) * len(areas) // count]
        cells: dict[str, Cell] = {"rank": pool.rank, "area_ids": [area.id for area in own]}
        if str(place) in heads:
            cells["post_ids"] = [heads[str(place)]]
        yield Entry(Kind.CADRE, id, city.people.name(pool.rank, pool.key, str(place)), cells)
