"""Makes the whole data set of a city."""

from importlib.resources.abc import Traversable

from seed_data.format import FIGURES
from seed_data.origins import DATASET_FILE, RECIPE_FILE
from seed_data.synthesis.alliance_life import add_alliance_life
from seed_data.synthesis.alliance_recipe import AllianceRecipe
from seed_data.synthesis.alliances import form_alliances
from seed_data.synthesis.branches import set_up_committees, set_up_grids
from seed_data.synthesis.cadres import add_cadres
from seed_data.synthesis.chain import Chain
from seed_data.synthesis.city import City
from seed_data.synthesis.departments import Departments
from seed_data.synthesis.governance import add_governance
from seed_data.synthesis.grid_workers import add_grid_workers
from seed_data.synthesis.grids import settle
from seed_data.synthesis.households import choose_households, set_up_building_groups
from seed_data.synthesis.institutions import add_institutions
from seed_data.synthesis.methods import add_methods
from seed_data.synthesis.naming import Names
from seed_data.synthesis.new_orgs import add_new_orgs
from seed_data.synthesis.pairings import add_pairings
from seed_data.synthesis.party_life import add_party_life
from seed_data.synthesis.people import People
from seed_data.synthesis.policing import add_policing
from seed_data.synthesis.powers import add_powers
from seed_data.synthesis.recipe import Recipe, Words
from seed_data.synthesis.register import read_figures, read_register
from seed_data.synthesis.rows import DataSetRows, FigureRow
from seed_data.synthesis.services import add_services
from seed_data.synthesis.table import read_table
from seed_data.synthesis.territory import Territory
from seed_data.synthesis.totals import Totals, totals_of
from seed_data.synthesis.unit_names import UnitNames
from seed_data.synthesis.unit_places import place_units
from seed_data.synthesis.units import UnitSeats
from seed_data.synthesis.volunteers import add_volunteers

# What works through the chain and the alliances by its recipe, each after what it is made of.
_MECHANISMS = {
    "services.toml": add_services,
    "institutions.toml": add_institutions,
    "new_orgs.toml": add_new_orgs,
    "methods.toml": add_methods,
    "governance.toml": add_governance,
    "alliance_life.toml": add_alliance_life,
    "powers.toml": add_powers,
    "policing.toml": add_policing,
    "party_life.toml": add_party_life,
    "cadres.toml": add_cadres,
    "grid_workers.toml": add_grid_workers,
    "volunteers.toml": add_volunteers,
    "pairings.toml": add_pairings,
}


def make(folder: Traversable) -> DataSetRows:
    """Return the data set that follows from a folder's register, figures and recipe.

    Raises ``DataSetError`` where a recipe cannot be read, or its bounds do not let a total be reached.
    """
    figures = read_figures(folder / FIGURES.file)
    city = _skeleton(folder, figures)
    place_units(city)
    for file, add in _MECHANISMS.items():
        # A city that has no recipe for one goes without it.
        if (folder / file).is_file():
            add(city)

    return DataSetRows(
        about=(folder / DATASET_FILE).read_text("utf-8"),
        areas=city.territory.all(),
        orgs=city.chain.all(),
        units=city.units,
        alliances=city.linkage.all(),
        memberships=[*city.memberships],
        figures=figures,
        entries=city.entries,
        ledgers=city.ledgers,
    )


def _skeleton(folder: Traversable, figures: list[FigureRow]) -> City:
    """Return the city with its territory, chain and alliances, and nothing yet of what works through them."""
    recipe, words = read_table(folder / RECIPE_FILE, Recipe), read_table(folder / "names.toml", Words)
    alliances = read_table(folder / "alliances.toml", AllianceRecipe)
    totals = totals_of(figures)

    territory = Territory(recipe.territory, read_register(folder / "register.csv", recipe.territory.root))
    settle(territory, recipe, words.compounds, totals.grids)
    chain = _chain(territory, recipe, totals)

    linkage = form_alliances(chain, territory, recipe, alliances, totals.alliances)
    seats = UnitSeats(linkage, alliances)
    seated = seats.seat_departments(Departments(territory, recipe, alliances))
    unit_names = UnitNames(territory, recipe, words.units)
    seats.seat_communities(territory, unit_names, totals.alliance_units)

    return City(
        folder=folder,
        names=Names(recipe),
        people=People(words.people),
        territory=territory,
        chain=chain,
        linkage=linkage,
        units=seats.units,
        unit_names=unit_names,
        homes=seats.homes,
        sorts=seats.sorts,
        memberships=seats.memberships,
        departments=seated,
        totals={figure.key: float(figure.value) for figure in figures},
    )


def _chain(territory: Territory, recipe: Recipe, totals: Totals) -> Chain:
    """Return the Party organisations of a territory, from the top down to the households."""
    chain = Chain(recipe)
    set_up_committees(chain, territory)
    set_up_grids(chain, territory, recipe, totals)
    set_up_building_groups(chain, territory, recipe, totals.building_groups)
    choose_households(chain, territory, recipe, totals.member_households)
    return chain
