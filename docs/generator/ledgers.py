"""The page of the ledgers: every file a data set may have beside the six, column by column."""

from docs.generator.markdown import MADE, code, table
from graph.vocabulary import (
    AREA_KINDS,
    KINDS,
    LEDGERS,
    MODEL,
    PARTY_ORG_KINDS,
    RELATIONSHIPS,
    Kind,
    Property,
    Scheme,
    Tie,
    Type,
)

_RULES = {
    Type.TEXT: "1 to 200 characters on one line",
    Type.PROSE: "1 to 2,000 characters, line breaks allowed",
    Type.COUNT: "a whole number from 0 up",
    Type.FLAG: "`true` or `false`; 是 and 否 are read as well",
    Type.DAY: "a day, not in the future",
    Type.DUE: "a day, which may lie ahead",
    Type.TEXTS: "one or more texts, with semicolons between them",
    Type.LINE: "one of the `lines` of `dataset.toml`",
}

_INTRODUCTION = """\
# The ledgers of a data set

{made} A data set may have these files beside the six of [dataset.md](../dataset.md); one that is not there says nothing.
Each also has `id`, `name` (where no other column is said to be it), `source`, `valid_from` and `valid_to`, under the rules told there. Several ids or texts in a cell
stand with semicolons between them (`;` or `；`), each once; a semicolon too many means nothing. A column that may be empty may be left out.
"""


def ledgers() -> str:
    """Return the page."""
    return "\n".join([_INTRODUCTION.format(made=MADE), *map(_section, LEDGERS)])


def _section(kind: Kind) -> str:
    model = MODEL[kind]
    named = [[code(model.name_column), "名称", "what is its name"]] if model.name_column != "name" else []
    rows = [*named, *map(_tie, model.ties), *(_property(one) for one in model.properties if one.is_stated)]
    body = table(["Column", "In Chinese", "Rule"], rows) if rows else "No further columns.\n"
    return f"## `{model.file}`: {KINDS[kind].chinese} (`{kind}`)\n\n{body}"


def _tie(tie: Tie) -> list[str]:
    number = "the ids of" if tie.several else "the id of a"
    least = "" if tie.least == 1 else ", may be empty" if tie.least == 0 else f", {tie.least} at least"
    return [code(tie.column), RELATIONSHIPS[tie.type], f"{number} {named(tie.targets)}{least}; becomes `{tie.type}`"]


def _property(one: Property) -> list[str]:
    words = [code(word.value) for of in one.words for word in of]
    rule = f"one of {', '.join(words)}" if words else _RULES[one.type]
    if Scheme in one.words:
        rule += ", or of the `[[schemes]]` of `dataset.toml`"
    return [code(one.key), one.chinese, rule if one.is_required else f"{rule}; may be empty"]


def named(kinds: tuple[Kind, ...]) -> str:
    """Return what a page calls some kinds: a family that is there whole by its own name."""
    families = {"area": AREA_KINDS, "Party organisation": PARTY_ORG_KINDS}
    whole = [name for name, family in families.items() if set(family) <= set(kinds)]
    left = [kind for kind in kinds if not any(kind in families[name] for name in whole)]
    return ", ".join([*whole, *map(code, left)])
