"""Gives the streets what they use their powers with: added offices, platforms, and more administrative posts."""

from collections.abc import Iterator

from graph.vocabulary import Kind
from seed_data.synthesis.city import City
from seed_data.synthesis.numbering import numbered
from seed_data.synthesis.powers_recipe import OfficesTable, PlatformsTable, PowersRecipe
from seed_data.synthesis.rows import AreaRow, EntryRow
from seed_data.synthesis.spreading import Share, apportion, choice, shuffled
from seed_data.synthesis.table import listed


def add_street_means(city: City, recipe: PowersRecipe) -> None:
    """Add the offices and the platforms to the city, and note the posts of the street committees."""
    city.add(_offices(city, recipe.offices))
    city.add(_platforms(city, recipe.platforms))
    _note_posts(city, recipe.admin_posts)


def _offices(city: City, table: OfficesTable) -> Iterator[EntryRow]:
    """Yield each street's offices: of a county, all were added on one day."""
    counts = range(city.total("street_offices_min"), city.total("street_offices_max") + 1)
    added = [(street, name) for street in city.territory.streets() for name in _added(table, street, counts)]
    for id, (street, name) in zip(numbered("SO", len(added)), added, strict=True):
        added_on = choice(table.added_on, city.territory.holder(street, Kind.COUNTY).id, "offices")
        called = table.name.format(street=city.names.full(street), name=name)
        yield EntryRow(Kind.STREET_OFFICE, id, called, {"org_id": city.chain.on(street).id, "added_on": added_on})


def _added(table: OfficesTable, street: AreaRow, counts: range) -> list[str]:
    chosen = shuffled(table.names, street.id, "offices")[: choice(counts, street.id, "offices")]
    return [name for name in table.names if name in chosen]


def _platforms(city: City, table: PlatformsTable) -> Iterator[EntryRow]:
    fields = listed(table.fields, city.total("platforms"), "platforms")
    places = [(street, field) for street in city.territory.streets() for field in fields]
    for id, (street, field) in zip(numbered("PF", len(places)), places, strict=True):
        name = table.name.format(street=city.names.full(street), field=field)
        yield EntryRow(Kind.PLATFORM, id, name, {"town_id": street.id, "field": field})


def _note_posts(city: City, spread: list[int]) -> None:
    """Note each street committee's posts before and after they grew, over all by the published part of a hundred."""
    orgs = [city.chain.on(street) for street in city.territory.streets()]
    before = [choice(spread, org.id, "posts") for org in orgs]
    # The growth is published in tenths of a per cent.
    tenths = round(city.totals["street_posts_growth"] * 10)
    added = (sum(before) * tenths + 500) // 1000
    for org, count, more in zip(orgs, before, apportion(added, [Share(one, 0, one) for one in before]), strict=True):
        city.note(org.id, {"admin_posts_before": count, "admin_posts": count + more})
