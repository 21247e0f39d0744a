"""What is asked about one area as a whole: who answers for it, its profile, its powers and duties, its services."""

from fastapi import APIRouter, Response

from api.dependencies import Asked, AskedPage
from api.parameters import Id, IsBacked, ItemId, PowerKindFilter, ServiceCategoryId, ServiceItemId
from graph.answers import BorneDutyList, HeldPowerList, NearestPlace, OfferList, ResponsibilityList, nearest_place
from graph.questions import powers, services
from graph.questions.ordering import ordered
from graph.questions.powers import BorneDuty, HeldPower
from graph.questions.profile import profile
from graph.questions.profile_rows import Profile
from graph.questions.responsibility import responsible
from graph.questions.responsibility_rows import Responsibility
from graph.questions.services import Offer


def add_answers(router: APIRouter) -> None:
    """Add the routes to the router of areas."""
    for path, answer, model, operation_id, summary in (
        ("/{id}/responsible", area_responsible, ResponsibilityList, "list_area_responsible", "Who answers for it"),
        ("/{id}/profile", area_profile, Profile, "get_area_profile", "All there is in it, on one page"),
        ("/{id}/powers", area_powers, HeldPowerList, "list_area_powers", "What its street may do"),
        ("/{id}/duties", area_duties, BorneDutyList, "list_area_duties", "What its street must do"),
        ("/{id}/services", area_services, OfferList, "list_area_services", "What it offers"),
        (
            "/{id}/services/{item_id}/nearest",
            nearest_service,
            NearestPlace,
            "get_nearest_service",
            "The nearest place that offers an item",
        ),
    ):
        router.add_api_route(path, answer, response_model=model, operation_id=operation_id, summary=summary)


def area_responsible(id: Id, asked: AskedPage) -> Response:
    """List who answers for it, from the place itself up to the city, each with the path that proves it.

    Where nobody does, the item is vacant and says who stands in. A closed area has nobody: the list is empty.
    """
    found = ordered(asked.paging, lambda paging: responsible(asked.engine, area_id=id, paging=paging), Responsibility)
    return asked.answer(ResponsibilityList, found)


def area_profile(id: Id, asked: Asked) -> Response:
    """Answer its record, what covers it, and how many of everything there are in it or in any part of it.

    A closed area has nothing in it.
    """
    return asked.answer(profile(asked.engine, area_id=id))


def area_powers(id: Id, asked: AskedPage, kind: PowerKindFilter = None) -> Response:
    """List the powers, enforcement items and rights that it holds, or the street it lies in, by id.

    What stands above a street holds none itself: the list is empty.
    """
    found = ordered(
        asked.paging,
        lambda paging: powers.powers(asked.engine, area_id=id, kind=kind, paging=paging),
        HeldPower,
        id_of=lambda held: held.power.id,
    )
    return asked.answer(HeldPowerList, found)


def area_duties(id: Id, asked: AskedPage, backed: IsBacked = None) -> Response:
    """List the duties that it bears, or the street it lies in, by id, each with the powers behind it.

    A power that this very street was not given is not behind it there.
    """
    found = ordered(
        asked.paging,
        lambda paging: powers.duties(asked.engine, area_id=id, backed=backed, paging=paging),
        BorneDuty,
        id_of=lambda borne: borne.duty.id,
    )
    return asked.answer(BorneDutyList, found)


def area_services(
    id: Id, asked: AskedPage, item_id: ServiceItemId = None, category_id: ServiceCategoryId = None
) -> Response:
    """List what the places in it or in any part of it offer, one item a place and service item, by their ids."""
    found = ordered(
        asked.paging,
        lambda paging: services.offers(
            asked.engine, area_id=id, item_id=item_id, category_id=category_id, paging=paging
        ),
        Offer,
        id_of=lambda offer: f"{offer.place.id} {offer.item.id}",
    )
    return asked.answer(OfferList, found)


def nearest_service(id: Id, item_id: ItemId, asked: Asked) -> Response:
    """Answer the nearest place that offers an item: in it or in a part of it, else in the area around it, and so on up.

    Of several there it is the one in the lowest kind of area, and of these the first by id.
    """
    return asked.answer(services.nearest(asked.engine, area_id=id, item_id=item_id).map(nearest_place))
