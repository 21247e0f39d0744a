"""Fills the posts of the chain and of the committees, and states the members and elections of the chain.

The posts are those of the secretaries, deputies and members down to the branch, of the group leaders and the households'
members, and of the heads of the committees, their offices and their groups.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.elections import note_elections
from seed_data.synthesis.party_life_recipe import Holder, PartyLifeRecipe
from seed_data.synthesis.posts import Post, person_id, posts_of
from seed_data.synthesis.rows import EntryRow
from seed_data.synthesis.spreading import choice
from seed_data.synthesis.table import read_table


def add_party_life(city: City) -> None:
    """Add them to the city; the groups' heads are cadres, who come later."""
    recipe = read_table(city.folder / "party_life.toml", PartyLifeRecipe)
    posts = posts_of(city, recipe)
    own = [post for post in posts if post.table.holder is Holder.OWN and not post.is_vacant]
    held = {post.person_id: [post.id] for post in own}
    _hold_further(city, posts, held)
    city.add(post.entry() for post in posts)
    city.add(EntryRow(Kind.PERSON, id, city.people.name(id), {"post_ids": post_ids}) for id, post_ids in held.items())
    note_elections(city, recipe, Counter(post.body.id for post in own))


def _hold_further(city: City, posts: Sequence[Post], held: dict[str, list[str]]) -> None:
    """Let those who hold a post already hold the ones that have no person of their own."""
    secretaries = _branch_secretaries(city, held)
    for post in posts:
        person = _shared(post, secretaries)
        if person in held:
            held[person].append(post.id)


def _branch_secretaries(city: City, held: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Return the secretaries of the branches by the organisation above them, vacant posts left out."""
    secretaries = defaultdict[str, list[str]](list)
    for branch in city.chain.of_kind(Kind.GRID_BRANCH):
        secretary = person_id(branch.id, 1)
        if secretary in held:
            secretaries[branch.parent_id].append(secretary)
    return secretaries


def _shared(post: Post, secretaries: Mapping[str, list[str]]) -> str:
    """Return who holds a post beside one of his own; empty where it has a person of its own, or there is nobody."""
    match post.table.holder:
        case Holder.OF_ORG:
            return person_id(post.body.org_id, post.table.of_place)
        case Holder.BRANCH_SECRETARY if options := secretaries.get(post.body.org_id):
            return choice(options, post.id, "branch secretary")
        case _:
            return ""
