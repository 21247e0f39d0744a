"""The tables of kinds in dataset.toml: read from what is written there, and checked rule by rule."""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TypeVar

from graph.meanings import VALUES
from graph.tables import AreaKind, CategoryWord, OrgKind, SchemeWord, Tables
from graph.vocabulary import AREA_CATEGORY_PATTERN, AREA_KINDS, PARTY_ORG_KINDS, AreaCategory, Kind, Scheme
from graph.vocabulary.schemes import OWN_CODE, SCHEME_PATTERN, scheme_word
from seed_data import cells
from seed_data.description import AreaTable, Description, Locator, OrgTable, Path
from seed_data.faults import DataSetFault
from words import said

T = TypeVar("T")

_AREA_KINDS = {kind.value: kind for kind in AREA_KINDS}
_ORG_KINDS = {kind.value: kind for kind in PARTY_ORG_KINDS}
_REGISTER = [category.value for category in AreaCategory]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the words of the tables, adding a fault for each that is unknown."""

    locator: Locator
    faults: list[DataSetFault]
    # The tables, areas or orgs, with a kind that could not be told.
    unsure: set[int | str] = field(default_factory=set[int | str])

    def word(self, path: Path, text: str, words: Mapping[str, T]) -> T | None:
        try:
            return cells.one_of(words)(text)
        except cells.UnfitError as unfit:
            self.faults.append(self.locator.fault(path, text, unfit.expected))
            return None

    def words(self, path: Path, texts: Sequence[str], words: Mapping[str, T]) -> tuple[T, ...]:
        read = [self.word(path, text, words) for text in texts]
        repeated = [text for place, text in enumerate(texts) if text in texts[:place]]
        self.faults.extend(self.locator.fault(path, text, said("each word once")) for text in repeated)
        return tuple(word for word in read if word is not None)


def read_tables(description: Description, locator: Locator, faults: list[DataSetFault]) -> Tables | None:
    """Return the kinds of territory and of organisation, and the categories and schemes added.

    ``None`` when faults were added instead.
    """
    count = len(faults)
    reader = _Reader(locator, faults)
    _check_own_categories(description, reader)
    _check_own_schemes(description, reader)
    areas = _area_kinds(description.areas, area_categories(description), reader)
    orgs = _org_kinds(description.orgs, reader, areas)
    if len(faults) > count:
        return None
    return Tables((*areas.values(),), (*orgs.values(),), own_categories(description), own_schemes(description))


def own_categories(description: Description) -> tuple[CategoryWord, ...]:
    """Return the categories of areas that the data set adds."""
    return tuple(CategoryWord(table.key, table.title) for table in description.categories)


def area_categories(description: Description) -> dict[str, str]:
    """Return the categories an area may have, by how they are written: the register's, then those the data set adds."""
    return {key: key for key in (*_REGISTER, *(table.key for table in description.categories))}


def own_schemes(description: Description) -> tuple[SchemeWord, ...]:
    """Return the systems of codes that the data set adds."""
    return tuple(SchemeWord(table.key, table.title, table.capitals_count) for table in description.schemes)


def code_schemes(description: Description) -> dict[str, str]:
    """Return the schemes a code may be of, by how they are written: those of every graph, then those the data set adds."""
    return {key: key for key in (*VALUES[Scheme], *(table.key for table in description.schemes))}


def _check_own_schemes(description: Description, reader: _Reader) -> None:
    taken = {*map(scheme_word, (*VALUES[Scheme], *VALUES[Scheme].values(), OWN_CODE))}
    for place, table in enumerate(description.schemes):
        path = ("schemes", place)
        if not re.fullmatch(SCHEME_PATTERN, table.key):
            expected = said("1 to 40 characters of a to z, 0 to 9 and _, the first a letter")
            reader.faults.append(reader.locator.fault((*path, "key"), table.key, expected))
        # What is asked for as SCHEME:VALUE is told by either word, up to its colon.
        for name, word in (("key", table.key), ("title", table.title)):
            if scheme_word(word) in taken:
                expected = said("a word that no other scheme has; those that every graph has need no table")
                reader.faults.append(reader.locator.fault((*path, name), word, expected))
        if ":" in scheme_word(table.title):
            expected = said("a title without a colon, behind which the code stands where one is asked for")
            reader.faults.append(reader.locator.fault((*path, "title"), table.title, expected))
        taken |= {scheme_word(table.key), scheme_word(table.title)}


def _check_own_categories(description: Description, reader: _Reader) -> None:
    keys = [table.key for table in description.categories]
    for place, key in enumerate(keys):
        expected = None
        if not re.fullmatch(AREA_CATEGORY_PATTERN, key) or key.endswith("\n"):
            expected = said("1 to 40 characters of a to z, 0 to 9 and _, the first a letter")
        elif key in _REGISTER:
            expected = said("a category that the national register does not have; this one needs no table")
        elif key in keys[:place]:
            expected = said("each category once; a table above has it")
        if expected is not None:
            reader.faults.append(reader.locator.fault(("categories", place, "key"), key, expected))


def _area_kinds(tables: Sequence[AreaTable], known: Mapping[str, str], reader: _Reader) -> dict[Kind, AreaKind]:
    kinds: dict[Kind, AreaKind] = {}
    for place, table in enumerate(tables):
        kind = _new_kind(("areas", place, "kind"), table.kind, _AREA_KINDS, kinds, reader)
        within = _listed_above(("areas", place, "within"), table.within, _AREA_KINDS, {*kinds, kind}, reader)
        categories = reader.words(("areas", place, "categories"), table.categories, known)
        if kind is not None:
            kinds[kind] = AreaKind(kind, table.title, within, categories)
    return kinds


def _org_kinds(tables: Sequence[OrgTable], reader: _Reader, areas: Mapping[Kind, AreaKind]) -> dict[Kind, OrgKind]:
    kinds: dict[Kind, OrgKind] = {}
    for place, table in enumerate(tables):
        kind = _new_kind(("orgs", place, "kind"), table.kind, _ORG_KINDS, kinds, reader)
        under = _listed_above(("orgs", place, "under"), table.under, _ORG_KINDS, {*kinds, kind}, reader)
        covers = _listed_above(("orgs", place, "covers"), table.covers, _AREA_KINDS, {*areas}, reader)
        if not table.covers:
            expected = said("at least one kind of area: every organisation covers one")
            reader.faults.append(reader.locator.fault(("orgs", place, "covers"), None, expected))
        _check_tier(place, table, [kinds[superior] for superior in under if superior in kinds], reader)
        if kind is not None:
            kinds[kind] = OrgKind(kind, table.title, table.tier, under, covers)
    return kinds


def _new_kind(
    path: Path, text: str, words: Mapping[str, Kind], above: Mapping[Kind, AreaKind | OrgKind], reader: _Reader
) -> Kind | None:
    kind = reader.word(path, text, words)
    if kind is None:
        reader.unsure.add(path[0])
    if kind in above:
        reader.faults.append(
            reader.locator.fault(path, text, said("each kind once; a table above is of this kind as well"))
        )
        reader.unsure.add(path[0])
        return None
    return kind


def _listed_above(
    path: Path,
    texts: Sequence[str],
    words: Mapping[str, Kind],
    above: AbstractSet[Kind | None],
    reader: _Reader,
) -> tuple[Kind, ...]:
    kinds = reader.words(path, texts, words)
    table = "areas" if path[-1] == "covers" else path[0]
    for kind in kinds:
        if kind not in above and table not in reader.unsure:
            where = (
                said("an [[areas]] table")
                if path[-1] == "covers"
                else said("a table [[{table}]] above this one, or this kind itself", table=table)
            )
            reader.faults.append(reader.locator.fault(path, kind.value, said("a kind that has {where}", where=where)))
    return kinds


def _check_tier(place: int, table: OrgTable, superiors: Sequence[OrgKind], reader: _Reader) -> None:
    """Add a fault for each kind above that stands lower by its tier; tiers may be skipped, and one may be shared."""
    path = ("orgs", place, "under")
    for superior in superiors:
        if superior.tier is None or (table.tier is not None and superior.tier <= table.tier):
            continue
        expected = (
            said(
                "only kinds without a tier, for this is a kind without a tier; {superior} is of tier {its}",
                superior=superior.kind.value,
                its=superior.tier,
            )
            if table.tier is None
            else said(
                "only kinds without a tier or of tier {tier} at most, for this is a kind of tier {tier}; {superior} is of "
                "tier {its}",
                tier=table.tier,
                superior=superior.kind.value,
                its=superior.tier,
            )
        )
        reader.faults.append(reader.locator.fault(path, superior.kind.value, expected))
