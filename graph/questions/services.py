"""What a place offers, and the nearest place that offers a thing."""

from datetime import date

from graph.engines import Engine
from graph.pages import Page, Paging, page
from graph.query import Query
from graph.questions.trees import AREAS
from graph.readings import Reading, about, no_such
from graph.rows import AboutOne, Found, OnePage, Row
from graph.shapes import Entity
from graph.stated import STANDING
from graph.vocabulary import ServiceCentreCategory


class ServicePlace(Entity):
    """A place that offers services; ``category`` is a centre's size."""

    category: ServiceCentreCategory | None


class Offer(Row):
    """One thing that one place offers; ``area`` is where the place is or what it serves."""

    place: ServicePlace
    area: Found
    item: Found
    category: Found | None


class OfferPage(OnePage[Offer]):
    """Offers; ``has_item`` and ``has_category`` are false when nothing has the id that was asked for."""

    has_item: bool
    has_category: bool


class Nearest(Row):
    """The nearest place with an offer: so many ``steps`` up to the area it shares with where the search began.

    ``path`` leads from there up to that area and down to the place's own.
    """

    place: ServicePlace
    area: Found
    steps: int
    path: list[Found]


class NearestAnswer(AboutOne):
    """The nearest place; ``has_item`` is false when no item has the id."""

    has_item: bool
    nearest: Nearest | None


_OFFERS = Query("answers/services", OfferPage)
_NEAREST = Query("answers/nearest_service", NearestAnswer)


def offers(
    engine: Engine,
    *,
    area_id: str,
    item_id: str | None,
    category_id: str | None,
    paging: Paging,
    day: date = STANDING,
) -> Reading[Page[Offer]]:
    """Return what the places of an area or of any part of it offer on a day, by place and then item.

    Raise NotFoundError, also for an item or a category that is none.
    """
    after_place, after_item = ("", "") if paging.after is None else (str(paging.after[0]), str(paging.after[1]))
    found = about(
        _OFFERS,
        engine,
        noun=AREAS.noun,
        id=area_id,
        kinds=AREAS.kinds,
        item_id=item_id,
        category_id=category_id,
        after_place=after_place,
        after_item=after_item,
        limit=paging.size + 1,
        day=day,
    )
    if not found.has_item:
        raise no_such("service item", item_id)
    if not found.has_category:
        raise no_such("service category", category_id)
    rows = page(found.items, size=paging.size, total=found.total, key=lambda row: (row.place.id, row.item.id))
    return Reading(found, rows)


def nearest(engine: Engine, *, area_id: str, item_id: str, day: date = STANDING) -> Reading[Nearest | None]:
    """Return the nearest place that offers an item on a day, ``None`` when no place does.

    First come those in the area itself or in any part of it, then those of the area around it, and so on up. Of several
    it is the one in the lowest kind of area, then the first by id. Raise NotFoundError, also for what is no item.
    """
    found = about(_NEAREST, engine, noun=AREAS.noun, id=area_id, kinds=AREAS.kinds, item_id=item_id, day=day)
    if not found.has_item:
        raise no_such("service item", item_id)
    return Reading(found, found.nearest)
