"""Puts every county, town, neighbourhood and grid in contact with one cadre of the matching rank."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.vocabulary import CadreRank, Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.leaders import Leaders
from seed_data.synthesis.rows import AreaRow, Cell, EntryRow
from seed_data.synthesis.spreading import Share, apportion, choice
from seed_data.synthesis.table import Some, Table, read_table


class BesideTable(Table):
    """How many of a county's last towns lie beside another one."""

    county: str
    towns: int


class CadreRecipe(Table):
    """``cadres.toml``: the ranks' weights and spreads, the towns beside a county, and the posts that groups' heads hold."""

    heads: list[int]
    weights: dict[CadreRank, int]
    shares: dict[CadreRank, Some[int]]
    beside: dict[str, BesideTable]


@dataclass(frozen=True, slots=True)
class CadreDistrict:
    """The areas that some cadres of a rank divide among them, as many as the groups they head where there are so many.

    Of the towns ``beside`` them, each has a cadre to itself, who is the county's in which it lies.
    """

    rank: CadreRank
    key: str
    areas: Sequence[AreaRow]
    beside: Sequence[AreaRow] = ()
    groups: int = 0

    @property
    def least(self) -> int:
        """Return how many cadres there must be."""
        return min(max(1, self.groups), len(self.areas)) + len(self.beside)

    @property
    def most(self) -> int:
        """Return how many cadres there may be: one an area."""
        return len(self.areas) + len(self.beside)


@dataclass(frozen=True, slots=True)
class Contact:
    """A cadre and the neighbouring areas he is in contact with."""

    id: str
    name: str
    pool: CadreDistrict
    areas: Sequence[AreaRow]


def add_cadres(city: City) -> None:
    """Add the published number of cadres to the city, the highest rank first, and give leaders their posts."""
    recipe, total = read_table(city.folder / "cadres.toml", CadreRecipe), city.total("contact_leaders")
    groups = _group_posts(city)
    pools = list(_pools(city, recipe, groups))
    contacts, width = list[Contact](), len(str(total))
    for pool, count in zip(pools, _counts(recipe, pools, total), strict=True):
        ids = [f"K{len(contacts) + place:0{width}}" for place in range(1, count + 1)]
        contacts.extend(_contacts(city, pool, ids))
    leaders = _leaders(city, recipe, groups, contacts)
    city.replace(Kind.PERSON, leaders.persons.values())
    city.add(_cadre(contact, leaders.posts[contact.id]) for contact in contacts)


def _pools(city: City, recipe: CadreRecipe, groups: Mapping[str, Sequence[str]]) -> Iterator[CadreDistrict]:
    """Yield the pools rank by rank: a city, its counties, and then each town and each community."""
    root = city.territory.root()
    yield CadreDistrict(CadreRank.CITY_LEADER, root.id, city.territory.counties(), groups=len(groups[root.id]))
    for county, towns, beside in _towns(city, recipe):
        if towns or beside:
            yield CadreDistrict(CadreRank.COUNTY_LEADER, county.id, towns, beside, len(groups[county.id]))
    for rank, whole, part in (
        (CadreRank.SECTION_LEVEL, Kind.TOWN, Kind.NEIGHBOURHOOD),
        (CadreRank.OTHER, Kind.NEIGHBOURHOOD, Kind.GRID),
    ):
        for area in city.territory.within(root, whole):
            if parts := city.territory.parts(area, part):
                yield CadreDistrict(rank, area.id, parts)


def _group_posts(city: City) -> Mapping[str, list[str]]:
    """Return the posts of the working groups' heads by the area of their committee."""
    areas = {org.id: org.area_id for org in city.chain.all()}
    area_of = {entry.id: areas[str(entry.cells["org_id"])] for entry in city.of_kind(Kind.COMMITTEE)}
    groups = {entry.id: area_of[str(entry.cells["committee_id"])] for entry in city.of_kind(Kind.WORKING_GROUP)}
    posts = defaultdict[str, list[str]](list)
    for post in city.of_kind(Kind.POST):
        if (body := str(post.cells["body_id"])) in groups:
            posts[groups[body]].append(post.id)
    return posts


def _towns(city: City, recipe: CadreRecipe) -> Iterator[tuple[AreaRow, list[AreaRow], list[AreaRow]]]:
    """Yield each county with its towns, but for those that lie beside another, and with the ones beside it."""
    towns = {county.id: city.territory.parts(county, Kind.TOWN) for county in city.territory.counties()}
    beside = dict[str, list[AreaRow]]()
    for id, table in recipe.beside.items():
        of_neighbour = towns.get(table.county, [])
        kept = max(0, len(of_neighbour) - table.towns)
        beside[id] = of_neighbour[kept:]
        del of_neighbour[kept:]
    for county in city.territory.counties():
        yield county, towns[county.id], beside.get(county.id, [])


def _counts(recipe: CadreRecipe, pools: Sequence[CadreDistrict], total: int) -> list[int]:
    """Return how many cadres each pool has: the total is divided over the ranks, and each rank's over its pools."""
    of_rank = {rank: [pool for pool in pools if pool.rank is rank] for rank in CadreRank if rank in recipe.weights}
    shares = [
        Share(recipe.weights[rank], sum(pool.least for pool in those), sum(pool.most for pool in those))
        for rank, those in of_rank.items()
    ]
    counts = list[int]()
    for those, count in zip(of_rank.values(), apportion(total, shares), strict=True):
        counts += apportion(count, [_share(recipe, pool) for pool in those])
    return counts


def _share(recipe: CadreRecipe, pool: CadreDistrict) -> Share:
    return Share(pool.most * choice(recipe.shares[pool.rank], pool.key, pool.rank), pool.least, pool.most)


def _contacts(city: City, pool: CadreDistrict, ids: Sequence[str]) -> Iterator[Contact]:
    """Yield a pool's cadres, each with neighbouring areas, as many to one as to the next as far as that goes."""
    areas, count = pool.areas, len(ids) - len(pool.beside)
    shared = [areas[place * len(areas) // count : (place + 1) * len(areas) // count] for place in range(count)]
    for place, (id, own) in enumerate(zip(ids, [*shared, *([town] for town in pool.beside)], strict=True)):
        yield Contact(id, city.people.name(pool.rank, pool.key, str(place)), pool, own)


def _leaders(
    city: City, recipe: CadreRecipe, groups: Mapping[str, Sequence[str]], contacts: Sequence[Contact]
) -> Leaders:
    """Return the leaders of the city and its counties with the posts they hold."""
    own, beside = defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)
    for one in contacts:
        if one.pool.rank in (CadreRank.CITY_LEADER, CadreRank.COUNTY_LEADER):
            county = one.areas[0].parent_id
            (own if county == one.pool.key else beside)[county].append(one.id)
    leaders = Leaders(city, recipe.heads)
    for area in (city.territory.root(), *city.territory.counties()):
        leaders.take_posts(city.chain.on(area), groups[area.id], own[area.id], beside[area.id])
    return leaders


def _cadre(contact: Contact, post_ids: Sequence[str]) -> EntryRow:
    cells: dict[str, Cell] = {"rank": contact.pool.rank, "area_ids": [area.id for area in contact.areas]}
    if post_ids:
        cells["post_ids"] = post_ids
    return EntryRow(Kind.CADRE, contact.id, contact.name, cells)
