"""The statements that spell every property or relationship of the model spell just those."""

import re

import pytest

import cypher
from cypher import kit
from graph.stated import STANDING
from graph.vocabulary import KINDS, MODEL, PEOPLE, PLACING, Family, Kind, Relationship, closed_type, shown_keys

OF_A_DAY = {"answers", "search"}
READING = {"trees", "alliances", "entities", "paths", "lists"}


def text_of(name: str) -> str:
    return cypher.statement(name).text


def types_in(pattern: str, text: str) -> list[str]:
    """Return the types that the relationships a pattern matches spell."""
    return [type for found in re.findall(pattern, text) for type in re.split(r"\s*\|\s*", found.strip())]


@pytest.mark.parametrize("name", [name for name in cypher.names() if name.partition("/")[0] in READING])
def test_a_statement_that_answers_an_entity_spells_none_of_its_properties(name: str) -> None:
    projected = re.findall(r"\{(\.id, [^}]*)\}", text_of(name))

    assert {key for text in projected for key in re.findall(r"(?:^|, )\.(\w+)", text)} & {*shown_keys()} == set()


def test_a_path_leads_over_every_relationship() -> None:
    spelled = types_in(r"allShortestPaths\(\(start\)-\[:([A-Z_|\s]+)\*", text_of("paths/shortest"))

    # What stands is looked for over what stands alone.
    assert spelled == [*Relationship, *Relationship, *map(closed_type, Relationship)]


def test_the_past_is_drawn_of_every_relationship() -> None:
    (past,) = (query.statement.text for query in kit.saved_queries() if query.statement.name == "browser/past")

    assert types_in(r"\[link:([A-Z_|\s]+)\]", past) == [closed_type(type) for type in Relationship]


def test_what_belongs_to_an_area_is_joined_to_it_by_every_relationship_that_places() -> None:
    down = types_in(r"\(base\)<-\[:([A-Z_|\s]+)\*", text_of("lists/in_area"))
    up = types_in(r"\(placed\)-\[link:([A-Z_|\s]+)\]", text_of("lists/of_kinds_in_area"))

    # The areas themselves are walked before.
    placing = {*PLACING} - {Relationship.WITHIN}
    assert {*up} == placing
    assert {*down} == {*placing, *map(closed_type, placing)}


def test_a_chain_begins_with_relationships_that_place() -> None:
    spelled = types_in(r"\(e\)-\[links:([A-Z_|\s]+)\*0", text_of("search/chains"))

    placing = {type for model in MODEL.values() for type in model.placing[:1]}
    assert {type for type in spelled if type in {*Relationship}} < placing


@pytest.mark.parametrize(
    "name",
    [name for name in cypher.names() if name.partition("/")[0] in OF_A_DAY and "day" in cypher.statement(name).params],
)
def test_a_statement_about_a_day_takes_each_relationship_as_it_stands_and_as_it_is_closed(name: str) -> None:
    # A branch for today, which begins behind the word, matches what stands alone.
    today = r"WHERE is_today\n.*?UNION ALL\n\s*WITH [\w, ]*is_today|WHEN is_today THEN EXISTS \{.*?\}"
    text = re.sub(today, "", text_of(name), flags=re.DOTALL)
    patterns = [{*re.split(r"\s*\|\s*", found.strip())} for found in re.findall(r"\[\w*:([A-Z_|\s]+)[\]*]", text)]

    assert [
        types for types in patterns if {closed_type(Relationship(type)) for type in types & {*Relationship}} - types
    ] == []


def test_every_kind_and_relationship_is_counted_once() -> None:
    text = text_of("entities/tally")
    kinds = re.findall(r"MATCH \(e:(\w+)\)\s+WITH count\(e\) AS total\s+RETURN '(\w+)' AS word", text)
    types = re.findall(r"MATCH \(\)-\[link:(\w+)\]->\(\)\s+WITH count\(link\) AS total\s+RETURN '(\w+)' AS word", text)
    of_a_day = types_in(r"MATCH \(source:Entity\)-\[link:([A-Z_|\s]+)\]", text)

    assert kinds == [(kind.value, kind.value) for kind in Kind]
    assert types == [(type.value, type.value) for type in Relationship]
    assert of_a_day == [*Relationship, *map(closed_type, Relationship)]


def test_no_statement_that_answers_names_a_full_name() -> None:
    assert [name for name in cypher.names() if "full_name" in text_of(name)] == []


def test_whoever_holds_a_post_or_is_of_the_staff_has_a_masked_name() -> None:
    holders = {kind for kind, model in MODEL.items() if Relationship.HOLDS in {tie.type for tie in model.ties}}
    staff = {kind for kind, entry in KINDS.items() if entry.family is Family.STAFF}

    assert holders | staff == PEOPLE


def test_the_last_day_there_is_stands_in_statements_as_in_the_program() -> None:
    spelled = {day for name in cypher.names() for day in re.findall(r"date\('(\d{4}-\d\d-\d\d)'\)", text_of(name))}

    assert spelled == {STANDING.isoformat()}


def test_what_belongs_to_an_area_is_looked_for_as_far_on_any_day() -> None:
    bounds = re.findall(r"\*0\.\.(\d+)\]-\(e:Entity\)", text_of("lists/in_area"))
    bounds += re.findall(r"\{0,(\d+)\}", text_of("lists/of_kinds_in_area"))

    assert bounds == ["6", "6", "6"]


def test_conditions_are_asked_in_the_same_words_wherever_they_are_asked() -> None:
    found = {
        re.sub(r"\s+", " ", re.sub(r"\b(?:e|state)\[", "of[", clause))
        for name in cypher.names()
        for clause in re.findall(r"all\(one IN \$conditions WHERE CASE.*?END\)", text_of(name), re.DOTALL)
    }

    assert len(found) == 1
