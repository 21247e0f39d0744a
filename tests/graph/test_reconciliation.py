"""The reckoning of the whole city: every figure, and which lines change when the graph does."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from typing import LiteralString

import neo4j
import pytest

from graph.engines import Engine
from graph.engines.address import Address
from graph.questions.reconciliation import Line, reckoning, unexplained


class Tampering:
    """Changes to the graph past our own code, each taken back at the end."""

    def __init__(self, driver: neo4j.Driver, address: Address) -> None:
        self._driver = driver
        self._address = address

    def run(self, text: LiteralString, **parameters: object) -> list[dict[str, object]]:
        with self._driver.session(database=self._address.database) as session:
            return [dict(record) for record in session.run(text, parameters)]

    def one(self, text: LiteralString) -> str:
        """Return the first id of a statement that returns ids as ``id``."""
        return str(self.run(text)[0]["id"])

    @contextmanager
    def cut(self, id: str, type: str) -> Generator[None]:
        """Take away the relationships of a type that lead from an entity."""
        taken = self.run(
            "MATCH (:Entity {id: $id})-[gone]->(end) WHERE type(gone) = $type "
            "WITH gone, end.id AS end, properties(gone) AS properties DELETE gone RETURN end, properties",
            id=id,
            type=type,
        )
        assert taken
        try:
            yield
        finally:
            self.run(
                "UNWIND $taken AS row MATCH (e:Entity {id: $id}), (end:Entity {id: row.end}) "
                "CREATE (e)-[back:$($type)]->(end) SET back = row.properties",
                taken=taken,
                id=id,
                type=type,
            )

    @contextmanager
    def moved(self, id: str, type: str, end: str) -> Generator[None]:
        """Let the relationship of a type that leads from an entity lead to another."""
        with self.cut(id, type):
            make: LiteralString = "MATCH (e:Entity {id: $id}), (end:Entity {id: $end}) CREATE (e)-[:$($type)]->(end)"
            self.run(make, id=id, type=type, end=end)
            try:
                yield
            finally:
                self.run("MATCH (:Entity {id: $id})-[made]->() WHERE type(made) = $type DELETE made", id=id, type=type)

    @contextmanager
    def closed(self, id: str) -> Generator[None]:
        """Take an entity's labels, as one that has ended has lost them."""
        labels = self.run("MATCH (e:Entity {id: $id}) RETURN labels(e) AS labels", id=id)[0]["labels"]
        self.run("MATCH (e:Entity {id: $id}) REMOVE e:$(labels(e)) SET e:Entity:Closed", id=id)
        try:
            yield
        finally:
            self.run("MATCH (e:Entity {id: $id}) REMOVE e:Closed SET e:$($labels)", id=id, labels=labels)

    @contextmanager
    def added_to(self, id: str, key: str, number: int) -> Generator[None]:
        """Add to a number that an entity has."""
        add: LiteralString = "MATCH (e:Entity {id: $id}) SET e[$key] = e[$key] + $number"
        self.run(add, id=id, key=key, number=number)
        try:
            yield
        finally:
            self.run(add, id=id, key=key, number=-number)


@pytest.fixture
def tampering(jilin: Engine, driver: neo4j.Driver, address: Address) -> Tampering:
    """A graph that holds the whole city, to be tampered with."""
    assert jilin is not None
    return Tampering(driver, address)


def lines(engine: Engine) -> dict[str, Line]:
    return {line.key: line for line in reckoning(engine).value}


def changed(engine: Engine, before: Mapping[str, Line]) -> dict[str, float]:
    """Return the keys of the lines that have another count than before, with by how much."""
    now = lines(engine)
    return {
        key: round((now[key].counted or 0) - (line.counted or 0), 2)
        for key, line in before.items()
        if now[key].counted != line.counted
    }


def test_every_figure_is_reproduced_but_one_that_says_why(jilin: Engine) -> None:
    found = lines(jilin)
    assert len(found) == 50
    assert [key for key, line in found.items() if line.agrees is not True] == ["communities"]
    assert (found["communities"].counted, found["communities"].difference) == (294, 5)
    assert unexplained([*found.values()]) == []


def test_more_than_is_published_agrees_where_at_least_so_many_are(jilin: Engine) -> None:
    line = lines(jilin)["service_items"]
    assert line.counted is not None
    assert line.counted > line.published
    assert line.agrees is True


def test_a_household_that_is_closed_is_one_fewer(jilin: Engine, tampering: Tampering) -> None:
    before = lines(jilin)
    with tampering.closed("D22020200600100100001-1"):
        assert changed(jilin, before) == {"member_households": -1}
    assert changed(jilin, before) == {}


def test_a_membership_that_is_dropped_is_a_unit_fewer_if_it_was_its_only_one(
    jilin: Engine, tampering: Tampering
) -> None:
    before = lines(jilin)
    sole = tampering.one(
        "MATCH (u:Unit)-[:MEMBER_OF]->(a) WITH u, count(a) AS seats WHERE seats = 1 "
        "AND NOT EXISTS { (u)<-[:OPENED_BY]-() } RETURN u.id AS id ORDER BY id LIMIT 1"
    )
    with tampering.cut(sole, "MEMBER_OF"):
        assert changed(jilin, before) == {"alliance_units": -1}
    opener = tampering.one(
        "MATCH (u:Unit)-[:MEMBER_OF]->(a) WITH u, count(a) AS seats WHERE seats = 1 "
        "AND COUNT { (u)<-[:OPENED_BY]-() } = 1 RETURN u.id AS id ORDER BY id LIMIT 1"
    )
    with tampering.cut(opener, "MEMBER_OF"):
        assert changed(jilin, before) == {"alliance_units": -1, "open_venues": -1}


def test_an_officer_who_moves_to_another_street_changes_no_total_and_one_who_leaves_the_streets_does(
    jilin: Engine, tampering: Tampering
) -> None:
    before = lines(jilin)
    officer = tampering.one(
        "MATCH (o:Officer {assignment: 'posted', line: '城管'})-[:POSTED_TO]->(:Town {category: 'street'}) "
        "RETURN o.id AS id ORDER BY id LIMIT 1"
    )
    street = tampering.one("MATCH (t:Town {category: 'street'}) RETURN t.id AS id ORDER BY id DESC LIMIT 1")
    with tampering.moved(officer, "POSTED_TO", street):
        assert changed(jilin, before) == {}
    town = tampering.one("MATCH (t:Town {category: 'town'}) RETURN t.id AS id ORDER BY id LIMIT 1")
    with tampering.moved(officer, "POSTED_TO", town):
        assert changed(jilin, before) == {"urban_officers": -1}
    with tampering.cut(officer, "POSTED_TO"):
        assert changed(jilin, before) == {"urban_officers": -1, "sunk_officers": -1}


def test_an_enforcer_who_leaves_lowers_the_average(jilin: Engine, tampering: Tampering) -> None:
    before = lines(jilin)
    enforcer = tampering.one("MATCH (o:Officer {assignment: 'street_enforcer'}) RETURN o.id AS id ORDER BY id LIMIT 1")
    with tampering.cut(enforcer, "POSTED_TO"):
        assert changed(jilin, before) == {"street_enforcers_avg": -0.01}


def test_a_community_police_officer_fewer_is_a_smaller_share(jilin: Engine, tampering: Tampering) -> None:
    before = lines(jilin)
    officer = tampering.one(
        "MATCH (o:Officer {assignment: 'community_police'}) WHERE NOT EXISTS { (o)<-[:PAIRED_WITH]-() } "
        "RETURN o.id AS id ORDER BY id LIMIT 1"
    )
    with tampering.closed(officer):
        assert changed(jilin, before) == {"community_police": -1, "community_police_share": -0.04}


def test_a_pair_that_is_parted_is_one_fewer(jilin: Engine, tampering: Tampering) -> None:
    before = lines(jilin)
    officer = tampering.one(
        "MATCH (s:PoliceStation)<-[:STATIONED_AT]-()<-[:PAIRED_WITH]-(o:Officer) "
        "WITH s, collect(o.id) AS paired WHERE size(paired) > 1 RETURN paired[0] AS id ORDER BY id LIMIT 1"
    )
    with tampering.cut(officer, "PAIRED_WITH"):
        assert changed(jilin, before) == {"bureau_police_pairs": -1}


def test_a_head_who_gives_up_his_post_is_one_fewer_on_average(jilin: Engine, tampering: Tampering) -> None:
    before = lines(jilin)
    head = tampering.one(
        "MATCH (c:Cadre)-[:HOLDS]->(:Post {role: 'head'})-[:PART_OF]->(:WorkingGroup) RETURN c.id AS id ORDER BY id LIMIT 1"
    )
    with tampering.cut(head, "HOLDS"):
        assert changed(jilin, before) == {"working_group_heads": -0.08}


@pytest.mark.parametrize(
    ("find", "type", "line"),
    [
        ("MATCH (e:Power) RETURN e.id AS id ORDER BY id LIMIT 1", "DELEGATED_TO", "delegated_powers"),
        ("MATCH (e:EnforcementItem) RETURN e.id AS id ORDER BY id LIMIT 1", "DELEGATED_TO", "enforcement_items"),
        ("MATCH (e:Right) RETURN e.id AS id ORDER BY id LIMIT 1", "GRANTED_TO", "street_rights"),
        ("MATCH (e:Cadre) WHERE NOT EXISTS { (e)-[:HOLDS]->() } RETURN e.id AS id ORDER BY id LIMIT 1", "CONTACTS", "contact_leaders"),
        ("MATCH (e:GridWorker) RETURN e.id AS id ORDER BY id LIMIT 1", "SERVES", "grid_workers"),
        ("MATCH (e:RedPost) RETURN e.id AS id ORDER BY id LIMIT 1", "SERVES", "red_posts"),
        ("MATCH (e:ServiceCentre) RETURN e.id AS id ORDER BY id LIMIT 1", "SERVES", "service_centres"),
        ("MATCH (e:PoliceRoom) RETURN e.id AS id ORDER BY id LIMIT 1", "SERVES", "police_rooms"),
        ("MATCH (e:DispatchedBranch) RETURN e.id AS id ORDER BY id LIMIT 1", "DISPATCHED_TO", "dispatched_branches"),
        ("MATCH (e:NewOrgBranch) RETURN e.id AS id ORDER BY id LIMIT 1", "SET_UP_IN", "new_org_branches"),
        ("MATCH (e:ServiceItem) RETURN e.id AS id ORDER BY id LIMIT 1", "PART_OF", "service_items"),
        ("MATCH (e:MethodStep)-[:PART_OF]->({applies_to: 'alliance'}) RETURN e.id AS id LIMIT 1", "PART_OF", "steps"),
        ("MATCH (e:Officer {assignment: 'station_chief'}) RETURN e.id AS id ORDER BY id LIMIT 1", "HOLDS", "station_chiefs"),
    ],
)  # fmt: skip
def test_what_is_cut_off_is_one_fewer_in_its_own_line_alone(
    jilin: Engine, tampering: Tampering, find: LiteralString, type: str, line: str
) -> None:
    before = lines(jilin)
    with tampering.cut(tampering.one(find), type):
        assert changed(jilin, before) == {line: -1}


@pytest.mark.parametrize(
    ("find", "key", "line"),
    [
        ("MATCH (e:Activity) RETURN e.id AS id ORDER BY id LIMIT 1", "participants", "activity_participations"),
        ("MATCH (e:GovernanceSection) RETURN e.id AS id ORDER BY id LIMIT 1", "posts", "org_dept_posts"),
        ("MATCH (e:Unit)-[:MOVED_DOWN_TO]->() RETURN e.id AS id ORDER BY id LIMIT 1", "posts", "posts_down"),
        ("MATCH (e:Unit)-[:MOVED_DOWN_TO]->() RETURN e.id AS id ORDER BY id LIMIT 1", "staff", "staff_down"),
        ("MATCH (e:EnforcementResult {category: 'waste'}) RETURN e.id AS id ORDER BY id LIMIT 1", "amount", "result_waste"),
    ],
)  # fmt: skip
def test_a_number_that_grows_shows_in_its_own_line_alone(
    jilin: Engine, tampering: Tampering, find: LiteralString, key: str, line: str
) -> None:
    before = lines(jilin)
    with tampering.added_to(tampering.one(find), key, 3):
        assert changed(jilin, before) == {line: 3}
