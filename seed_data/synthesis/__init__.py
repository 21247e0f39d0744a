"""Makes a whole data set of a register of divisions, published totals and a recipe: the same bytes each time.

Nothing here knows a city. Its register is ``register.csv``, its totals are ``figures.csv``, its table of kinds is
``dataset.toml``, and how the rest is spread and named is ``recipe.toml``, ``names.toml`` and ``alliances.toml``.
"""
