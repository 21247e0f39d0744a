"""dataset.toml read into types: every fault of its shape, and the line each key stands on."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from graph.misfits import misfit
from graph.vocabulary import PARTY_ORG_KINDS
from seed_data import cells
from seed_data.closest import closest
from seed_data.faults import DataSetFault
from seed_data.origins import DATASET_FILE
from words import Said, enumerated, said

_NAME = r"^[a-z0-9-]{1,40}$"
# A tier holds at least one kind, and each kind has one table at most.
_LAST_TIER = len(PARTY_ORG_KINDS)
_LARGEST_SHOWN = 10**20
_TABLE_HEAD = re.compile(r"\s*\[\[\s*(\w+)\s*\]\]")
_KEY = re.compile(r"\s*[\"']?([\w-]+)[\"']?\s*=")
_MULTILINE_QUOTES = re.compile(r'"""|\'\'\'')
_TOML_PLACE = re.compile(r"^(.*?)(?: \(at (?:line (\d+), column \d+|end of document)\))$")

# What is expected, by pydantic's name for what is wrong.
_EXPECTED = {
    "missing": said("the key; it is missing"),
    "string_type": said("a text in quotes"),
    "string_pattern_mismatch": said("1 to 40 characters of a to z, 0 to 9 and -"),
    "list_type": said('a list such as ["County", "Town"], or [[…]] tables'),
    "bool_type": said("true or false, without quotes"),
    "date_type": said("a date without quotes, such as 2022-12-31"),
    "int_type": said("a whole number"),
    "greater_than_equal": said("a whole number from 1 up"),
    "less_than_equal": said("a whole number from 1 to {most}", most=_LAST_TIER),
    "model_type": said("a table with keys"),
}

Path = tuple[int | str, ...]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


class AreaTable(_Strict):
    """One ``[[areas]]`` table as it is written."""

    kind: str
    title: str
    within: list[str]
    categories: list[str]


class OwnCategoryTable(_Strict):
    """One ``[[categories]]`` table as it is written: a category of areas that the national register does not have."""

    key: str
    title: str


class SchemeTable(_Strict):
    """One ``[[schemes]]`` table as it is written: a system of codes that not every graph has."""

    key: str
    title: str
    capitals_count: bool = False


class OrgTable(_Strict):
    """One ``[[orgs]]`` table as it is written; without ``tier`` it stands above the chain."""

    kind: str
    title: str
    tier: Annotated[int, Field(ge=1, le=_LAST_TIER)] | None = None
    under: list[str]
    covers: list[str]


class Description(_Strict):
    """All of ``dataset.toml`` as it is written."""

    name: Annotated[str, Field(pattern=_NAME)]
    title: str
    source: Annotated[str, StringConstraints(strip_whitespace=True)]
    first_day: date
    lines: list[str]
    least_employees: Annotated[int, Field(ge=1)] = 1
    categories: list[OwnCategoryTable] = Field(default_factory=list[OwnCategoryTable])
    schemes: list[SchemeTable] = Field(default_factory=list[SchemeTable])
    areas: list[AreaTable]
    orgs: list[OrgTable]


@dataclass(frozen=True, slots=True)
class Locator:
    """Turns the path of a key in dataset.toml into a fault at the line it stands on."""

    lines: dict[Path, int]

    def fault(self, path: Path, value: str | None, expected: Said) -> DataSetFault:
        """Return a fault of the key at ``path``; of the table it should stand in when the key is missing."""
        known = path
        while known and known not in self.lines:
            known = known[:-1]
        key = ".".join(str(step) for step in path if isinstance(step, str))
        return DataSetFault(DATASET_FILE, self.lines.get(known, 1), key or None, value, expected)


def read_description(text: str, faults: list[DataSetFault]) -> tuple[Description, Locator] | None:
    """Return what dataset.toml says and where, or ``None`` when faults were added instead."""
    try:
        document = tomllib.loads(text.replace("\r\n", "\n").replace("\r", "\n"))
    except tomllib.TOMLDecodeError as error:
        faults.append(_not_toml(str(error), text))
        return None
    except RecursionError:
        faults.append(
            DataSetFault(DATASET_FILE, 0, None, None, said("TOML; its lists or tables are nested too deeply"))
        )
        return None
    except ValueError:
        # What tomllib leaves to int(), which reads no more than some thousand digits.
        faults.append(DataSetFault(DATASET_FILE, 0, None, None, said("TOML; a number in it has too many digits")))
        return None
    locator = Locator(_key_lines(text))
    try:
        description = Description.model_validate(document)
    except ValidationError as error:
        faults.extend(_misfit(details, locator) for details in error.errors(include_url=False))
        return None
    count = len(faults)
    _check_texts(description, locator, faults)
    return (description, locator) if len(faults) == count else None


def _not_toml(message: str, text: str) -> DataSetFault:
    parts = _TOML_PLACE.match(message)
    reason, line = (parts.group(1), parts.group(2)) if parts else (message, None)
    return DataSetFault(
        DATASET_FILE, int(line or len(text.splitlines()) or 1), None, None, said("TOML; {reason}", reason=reason)
    )


def _key_lines(text: str) -> dict[Path, int]:
    """Return the line of each ``[[table]]`` and ``key =``, by its path; what multi-line texts hold is passed over."""
    lines: dict[Path, int] = {}
    counts: dict[str, int] = {}
    section: Path = ()
    is_in_text = False
    for number, line in enumerate(text.splitlines(), 1):
        if not is_in_text and (head := _TABLE_HEAD.match(line)):
            table = head.group(1)
            section = (table, counts.get(table, 0))
            counts[table] = section[1] + 1
            lines.setdefault((table,), number)
            lines[section] = number
        elif not is_in_text and (key := _KEY.match(line)):
            lines.setdefault((*section, key.group(1)), number)
        is_in_text ^= len(_MULTILINE_QUOTES.findall(line)) % 2 == 1
    return lines


def _misfit(details: ErrorDetails, locator: Locator) -> DataSetFault:
    path, kind = details["loc"], details["type"]
    if kind == "extra_forbidden":
        known = _keys_beside(path)
        keys = said("only the keys {keys}", keys=enumerated(known))
        expected = closest(str(path[-1]), known, expected=keys)
        return locator.fault(path, None, expected)
    value = None if kind == "missing" else _written(details["input"])
    return locator.fault(path, value, _EXPECTED.get(kind) or said("{why}", why=misfit(details)))


def _written(value: object) -> str | None:
    """Return a value as it is written in TOML; ``None`` for what is too long to show: a list, a table, a huge number."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict) or (isinstance(value, int) and abs(value) > _LARGEST_SHOWN):
        return None
    return str(value)


def _keys_beside(path: Path) -> list[str]:
    models: dict[int | str, type[BaseModel]] = {
        "categories": OwnCategoryTable,
        "schemes": SchemeTable,
        "areas": AreaTable,
        "orgs": OrgTable,
    }
    return list((models[path[0]] if len(path) > 1 else Description).model_fields)


def _check_texts(description: Description, locator: Locator, faults: list[DataSetFault]) -> None:
    texts: list[tuple[Path, str, Callable[[str], str]]] = [
        (("title",), description.title, cells.name),
        (("source",), description.source, cells.prose),
        *((("lines", place), line, cells.name) for place, line in enumerate(description.lines)),
        *((("categories", place, "title"), one.title, cells.name) for place, one in enumerate(description.categories)),
        *((("schemes", place, "title"), one.title, cells.name) for place, one in enumerate(description.schemes)),
        *((("areas", place, "title"), table.title, cells.name) for place, table in enumerate(description.areas)),
        *((("orgs", place, "title"), table.title, cells.name) for place, table in enumerate(description.orgs)),
    ]
    for path, text, read in texts:
        try:
            cells.check_whole(text)
            read(text)
        except cells.UnfitError as unfit:
            faults.append(locator.fault(path, text, unfit.expected))
    repeated = [line for place, line in enumerate(description.lines) if line in description.lines[:place]]
    faults.extend(locator.fault(("lines",), line, said("each line once")) for line in repeated)
