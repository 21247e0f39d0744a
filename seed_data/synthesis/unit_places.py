"""Says where the units that sit in alliances are."""

from seed_data.synthesis.city import City


def place_units(city: City) -> None:
    """Place a community's unit in its community, and a department in the area it is the department of."""
    for unit_id, community in city.homes.items():
        city.note(unit_id, {"area_id": community.id})
    for department, unit in city.departments.items():
        city.note(unit.id, {"area_id": department.owner.id})
