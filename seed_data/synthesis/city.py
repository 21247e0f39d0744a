"""Makes the whole data set of a city."""

from importlib.resources.abc import Traversable

from seed_data.format import DATASET_FILE, FIGURES
from seed_data.synthesis.alliance_recipe import AllianceRecipe
from seed_data.synthesis.alliances import form_alliances
from seed_data.synthesis.branches import set_up_committees, set_up_grids
from seed_data.synthesis.chain import Chain
from seed_data.synthesis.departments import Departments
from seed_data.synthesis.grids import settle
from seed_data.synthesis.households import choose_households, set_up_building_groups
from seed_data.synthesis.recipe import Recipe, Words
from seed_data.synthesis.register import read_figures, read_register
from seed_data.synthesis.rows import Contents
from seed_data.synthesis.table import read_table
from seed_data.synthesis.territory import Territory
from seed_data.synthesis.totals import totals_of
from seed_data.synthesis.unit_names import UnitNames
from seed_data.synthesis.units import Seats

RECIPE_FILE = "recipe.toml"


def make(folder: Traversable) -> Contents:
    """Return the data set that follows from a folder's register, figures and recipe.

    Raises ``DataSetError`` where a recipe cannot be read, or its bounds do not let a total be reached.
    """
    recipe, words = read_table(folder / RECIPE_FILE, Recipe), read_table(folder / "names.toml", Words)
    alliances = read_table(folder / "alliances.toml", AllianceRecipe)
    figures = read_figures(folder / FIGURES.file)
    totals = totals_of(figures)

    territory = Territory(recipe.territory, read_register(folder / "register.csv", recipe.territory.root))
    settle(territory, recipe, words.compounds, totals.grids)

    chain = Chain(recipe)
    set_up_committees(chain, territory)
    set_up_grids(chain, territory, recipe, totals)
    set_up_building_groups(chain, territory, recipe, totals.building_groups)
    choose_households(chain, territory, recipe, totals.member_households)

    linkage = form_alliances(chain, territory, recipe, alliances, totals.alliances)
    seats = Seats(linkage, alliances)
    seats.seat_departments(Departments(territory, recipe, alliances))
    seats.seat_communities(territory, UnitNames(territory, recipe, words.units), totals.alliance_units)

    about = (folder / DATASET_FILE).read_text("utf-8")
    return Contents(about, territory.all(), chain.all(), seats.units, linkage.all(), seats.memberships, figures)
