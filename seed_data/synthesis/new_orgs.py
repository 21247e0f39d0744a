"""Keeps the ledger of the new organisations, sets up their branches and dispatches branches to those that cannot form one."""

from seed_data.synthesis.city import City
from seed_data.synthesis.dispatched_branches import Dispatches, needs_one
from seed_data.synthesis.new_org_branches import Branches
from seed_data.synthesis.new_org_ledger import keep_ledger
from seed_data.synthesis.new_org_recipe import NewOrgRecipe
from seed_data.synthesis.table import read_table


def add_new_orgs(city: City) -> None:
    """Add the further organisations and the ledger of all, then the branches set up, then those dispatched."""
    recipe = read_table(city.folder / "new_orgs.toml", NewOrgRecipe)
    orgs = keep_ledger(city, recipe)
    branches = Branches(city, recipe.branches, orgs, city.total("new_org_branches"))
    city.add(branches.form())
    with_branch = branches.members()
    without = [org for org in orgs if org.unit.id not in with_branch and needs_one(org)]
    city.add(Dispatches(city, recipe.dispatched).send(without, city.total("dispatched_branches")))
