"""States the methods of work and their steps."""

from graph.vocabulary import Kind, MethodScope
from seed_data.synthesis.city import City
from seed_data.synthesis.rows import EntryRow
from seed_data.synthesis.table import Some, Table, read_table


class StepTable(Table):
    """A step of a method, and what it must produce."""

    name: str
    produces: str


class MethodTable(Table):
    """A method, whose work it orders, and its steps in order."""

    name: str
    applies_to: MethodScope
    steps: Some[StepTable]


class MethodRecipe(Table):
    """``methods.toml``: the methods of work."""

    methods: Some[MethodTable]


def add_methods(city: City) -> None:
    """Add the methods to the city, and then their steps, method by method."""
    methods = read_table(city.folder / "methods.toml", MethodRecipe).methods
    by_id = {f"M{place}": method for place, method in enumerate(methods, 1)}
    city.add(EntryRow(Kind.METHOD, id, method.name, {"applies_to": method.applies_to}) for id, method in by_id.items())
    steps = [(id, place, step) for id, method in by_id.items() for place, step in enumerate(method.steps, 1)]
    for count, (method_id, place, step) in enumerate(steps, 1):
        cells = {"method_id": method_id, "position": place, "produces": step.produces}
        city.add([EntryRow(Kind.METHOD_STEP, f"MS{count:02}", step.name, cells)])
