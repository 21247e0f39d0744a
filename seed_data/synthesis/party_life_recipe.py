"""What a city says of its posts and elections: ``party_life.toml``, typed."""

from datetime import date
from enum import StrEnum

from graph.vocabulary import Kind, PostRole
from seed_data.synthesis.table import Some, Table


class Holder(StrEnum):
    """Who holds a post that is not vacant: a person of its own, or one who holds another already."""

    OWN = "own"
    OF_ORG = "of_org"
    BRANCH_SECRETARY = "branch_secretary"
    CADRE = "cadre"


class PostTable(Table):
    """A post: what it is, who holds it, and how often it is vacant."""

    role: PostRole
    name: str
    holder: Holder = Holder.OWN
    of_place: int = 0
    vacant_one_in: int = 0


class ElectionTable(Table):
    """When a committee was elected last, for how many years, and how many members there are that hold no post.

    ``years`` is a spread.
    """

    first: date
    last: date
    years: Some[int]
    other_members: Some[int]


class BodyTable(Table):
    """The posts of a body, how many of them it has, and its elections where it has any."""

    counts: Some[int]
    posts: Some[PostTable]
    elections: ElectionTable | None = None


class PartyLifeRecipe(Table):
    """``party_life.toml``: the bodies' posts and elections by kind and by category of their area.

    ``governments`` are what those of the areas that have one are called, by category.
    """

    governments: dict[str, str]
    bodies: dict[Kind, dict[str, BodyTable]]

    def of(self, kind: Kind, category: str) -> BodyTable:
        """Return the table of a kind of body on an area of that category."""
        by_category = self.bodies[kind]
        return by_category.get(category) or by_category["any"]
