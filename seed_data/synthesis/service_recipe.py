"""What a city says of its service places: ``services.toml``, typed."""

from typing import Self

from pydantic import model_validator

from seed_data.synthesis.table import Some, Table


class CatalogueTable(Table):
    """A category of the catalogue, and its items by how far down the territory they reach."""

    name: str
    everywhere: list[str]
    stations: list[str]
    centres: list[str]

    def items(self) -> list[str]:
        """Return all its items."""
        return [*self.everywhere, *self.stations, *self.centres]


class OffersTable(Table):
    """Whether a centre offers a category, and whether a station offers an item that stations may."""

    centre: Some[bool]
    community: Some[bool]
    grid: Some[bool]


class PlacesTable(Table):
    """How centres and stations are called, and how those beside the streets' and the communities' are divided."""

    centre: str
    station: str
    town_shares: int
    grid_shares: int


class RedPostTable(Table):
    """How a red post is called, and what it may offer."""

    name: str
    items: Some[str]
    of_a_post: Some[int]


class ServicesRecipe(Table):
    """``services.toml``: the catalogue and the places."""

    categories: Some[CatalogueTable]
    offers: OffersTable
    places: PlacesTable
    red_posts: RedPostTable

    @model_validator(mode="after")
    def _red_posts_offer_what_there_is(self) -> Self:
        known = {item for one in self.categories for item in one.items()}
        if missing := [item for item in self.red_posts.items if item not in known]:
            raise ValueError(f"no category has what red posts offer: {', '.join(missing)}")
        return self
