"""The file in the folder of a built-in data set that says how it comes about: made by a recipe, or cut out of another."""

RECIPE_FILE = "recipe.toml"
CUT_FILE = "cut.toml"
