"""Fingerprints stand in graphs that earlier releases loaded: another form would make a conflict of every row."""

from datetime import date

from graph.history import Triple
from graph.loading import Bond, Fact
from graph.vocabulary import Kind, Relationship, Role, Source


def test_an_entity_has_the_fingerprint_that_earlier_releases_gave_it() -> None:
    links = (Triple(Relationship.UNDER, "D1111", "D111"), Triple(Relationship.COVERS, "D1111", "1111"))
    properties = {"name": "站前社区党委", "source": "synthetic", "title": "社区党委", "tier": 2, "members": None}
    fact = Fact("D1111", Kind.COMMUNITY_ORG, properties, links, date(2022, 12, 31), None)
    assert fact.digest() == "7e89e4fc64072b9a"
    assert (
        Fact("D1111", Kind.COMMUNITY_ORG, properties, links, date(2022, 12, 31), date(2024, 3, 1)).digest()
        == "a5c6841ecce48781"
    )


def test_a_membership_has_the_fingerprint_that_earlier_releases_gave_it() -> None:
    bond = Bond("U1", "A001", Role.LEAD, Source.SYNTHETIC, date(2022, 12, 31), None)
    assert bond.digest() == "f1b4a9d5197e2072"
