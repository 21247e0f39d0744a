"""The bodies that have posts, and their posts: of the chain, and of the committees for grassroots governance."""

from collections.abc import Iterator
from dataclasses import dataclass

from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.party_life_recipe import BodyTable, PartyLifeRecipe, PostTable
from seed_data.synthesis.rows import EntryRow
from seed_data.synthesis.spreading import choice, number


@dataclass(frozen=True, slots=True)
class Body:
    """A body, the organisation it is or is a part of, and what its government is called where it has one."""

    id: str
    name: str
    org_id: str
    table: BodyTable
    government: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A post of a body, and its place among them, from 1."""

    body: Body
    place: int
    table: PostTable

    @property
    def id(self) -> str:
        """Return the id, which follows from the body's alone."""
        return f"P{self.body.id}-{self.place}"

    @property
    def person_id(self) -> str:
        """Return the id of the person who holds it, where it has one of its own."""
        return person_id(self.body.id, self.place)

    @property
    def is_vacant(self) -> bool:
        """Return whether nobody holds it though its holder would be one of its own."""
        one_in = self.table.vacant_one_in
        return one_in > 0 and number(self.id, "vacant") % one_in == 0

    def entry(self) -> EntryRow:
        """Return its row."""
        name = self.table.name.format(body=self.body.name, government=self.body.government)
        return EntryRow(Kind.POST, self.id, name, {"body_id": self.body.id, "role": self.table.role})


def person_id(body_id: str, place: int) -> str:
    """Return the id of the person whose own post is the one at that place of a body."""
    return f"R{body_id}-{place}"


def posts_of(city: City, recipe: PartyLifeRecipe) -> list[Post]:
    """Return every post: the chain's from the top, then the committees', their offices' and their groups'."""
    return [
        Post(body, place, table)
        for body in (*_of_chain(city, recipe), *_of_governance(city, recipe))
        for place, table in enumerate(body.table.posts[: choice(body.table.counts, body.id, "posts")], 1)
    ]


def _of_chain(city: City, recipe: PartyLifeRecipe) -> Iterator[Body]:
    categories = {area.id: area.category for area in city.territory.all()}
    for org in city.chain.all():
        category = categories[org.area_id]
        yield Body(org.id, org.name, org.id, recipe.of(org.kind, category), recipe.governments.get(category, ""))


def _of_governance(city: City, recipe: PartyLifeRecipe) -> Iterator[Body]:
    org_of: dict[str, str] = {}
    for entry in city.of_kind(Kind.COMMITTEE):
        org_of[entry.id] = str(entry.cells["org_id"])
        yield Body(entry.id, entry.name, org_of[entry.id], recipe.of(entry.kind, ""))
    for kind in (Kind.COMMITTEE_OFFICE, Kind.WORKING_GROUP):
        for entry in city.of_kind(kind):
            org_id = org_of[str(entry.cells["committee_id"])]
            yield Body(entry.id, entry.name, org_id, recipe.of(kind, ""))
