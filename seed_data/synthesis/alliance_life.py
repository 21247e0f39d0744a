"""Opens the venues of member units, and holds the alliances' activities."""

from seed_data.synthesis.activities import hold_activities
from seed_data.synthesis.alliance_life_recipe import AllianceLifeRecipe
from seed_data.synthesis.city import City
from seed_data.synthesis.table import read_table
from seed_data.synthesis.venues import open_venues


def add_alliance_life(city: City) -> None:
    """Add the venues, then the activities, some of which take place at one."""
    recipe = read_table(city.folder / "alliance_life.toml", AllianceLifeRecipe)
    city.add(open_venues(city, recipe.venues, city.total("open_venues")))
    city.add(hold_activities(city, recipe.activities, city.total("activity_participations")))
