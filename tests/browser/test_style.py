"""The style for Neo4j Browser, held to the vocabulary both ways."""

import re

import pytest

from cypher import kit
from graph.vocabulary import PROPERTIES, Kind, Label, Record, Relationship, closed_type
from graph.vocabulary import RELATIONSHIPS as WORDS

STYLE = kit.style()
NODES = {selector.removeprefix("node."): rule for selector, rule in STYLE.items() if selector.startswith("node.")}
RELATIONSHIPS = {
    selector.removeprefix("relationship."): rule
    for selector, rule in STYLE.items()
    if selector.startswith("relationship.")
}
COLOUR = re.compile(r"^#[0-9A-F]{6}$")
PIXELS = re.compile(r"^[1-9]\d*px$")
CHINESE = re.compile(r"[\u3400-\u9fff]")


def test_every_label_and_type_is_styled_and_no_other() -> None:
    assert sorted(NODES) == sorted([*Kind, *Label])
    assert sorted(RELATIONSHIPS) == sorted([*Relationship, *map(closed_type, Relationship), *Record])
    assert len(STYLE) == len(NODES) + len(RELATIONSHIPS) + len(["node", "relationship"])


def test_nothing_in_the_file_is_beside_its_rules() -> None:
    assert kit.kit_file(kit.STYLE).count("{\n") == len(STYLE)


@pytest.mark.parametrize("label", NODES)
def test_a_node_has_a_colour_a_size_and_a_caption(label: str) -> None:
    rule = NODES[label]
    assert all(COLOUR.match(rule[name]) for name in ("color", "border-color", "text-color-internal"))
    assert PIXELS.match(rule["diameter"])
    assert PIXELS.match(rule["font-size"])
    assert rule["caption"] == "{caption}" or label in {*Label} - {Label.ENTITY, Label.PARTY_ORG, Label.AREA}


@pytest.mark.parametrize("name", RELATIONSHIPS)
def test_a_relationship_has_a_colour_a_width_and_a_chinese_caption(name: str) -> None:
    rule = RELATIONSHIPS[name]
    assert COLOUR.match(rule["color"])
    assert PIXELS.match(rule["shaft-width"])
    assert CHINESE.search(rule["caption"]) or rule["caption"] == "{caption}"


@pytest.mark.parametrize("type", Relationship)
def test_a_relationship_is_called_what_the_vocabulary_calls_it(type: Relationship) -> None:
    """A membership shows its role in Chinese, which says more than that it is one."""
    word = "{caption}" if type is Relationship.MEMBER_OF else WORDS[type]
    assert RELATIONSHIPS[type]["caption"] == word
    assert RELATIONSHIPS[closed_type(type)]["caption"] == f"原{word}"


def test_no_caption_shows_an_english_code() -> None:
    shown = {found for rule in STYLE.values() for found in re.findall(r"\{(\w+)\}", rule.get("caption", ""))}
    assert shown == {"caption", "name", "title", "phrase", "seq", "valid_to"}


def test_no_two_kinds_have_one_colour() -> None:
    assert len({NODES[kind]["color"] for kind in Kind}) == len(Kind)


def test_a_kind_comes_after_the_labels_it_is_with() -> None:
    """Browser takes each property from the last rule that fits a node."""
    order = list(NODES)
    assert max(map(order.index, (Label.ENTITY, Label.PARTY_ORG, Label.AREA))) < min(map(order.index, [*Kind, "Closed"]))


def test_captions_name_properties_that_exist_and_hold_nothing_browser_splits_at() -> None:
    captions = [rule["caption"] for rule in [*NODES.values(), *RELATIONSHIPS.values()]]
    assert {name for caption in captions for name in re.findall(r"\{(\w+)\}", caption)} <= {*PROPERTIES}
    assert [caption for caption in captions if re.search("[:;]", caption)] == []


def test_the_command_is_one_line_of_ascii() -> None:
    """Neo4j reads its configuration as Latin-1, and Browser splits the setting at semicolons."""
    command = kit.style_command()
    assert command.isascii()
    assert not {"\n", ";"} & {*command}
