"""The files in the folder of a data set that say what it is, and of a built-in one how it comes about: made, or cut out of another."""

DATASET_FILE = "dataset.toml"
RECIPE_FILE = "recipe.toml"
CUT_FILE = "cut.toml"
