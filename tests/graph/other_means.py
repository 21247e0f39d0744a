"""What people do to a graph in Neo4j Browser."""

from typing import LiteralString

HOUSEHOLD = "D111111-1"

# What someone else did, and the row it is a conflict with.
OTHER_MEANS: dict[str, tuple[LiteralString, str]] = {
    "renamed": ("MATCH (e:Entity {id: 'D1111'}) SET e.name = '别名'", "D1111"),
    "given a property": ("MATCH (e:Entity {id: 'D1111'}) SET e.phone = 3.5", "D1111"),
    "robbed of its kind": ("MATCH (e:Entity {id: 'D1111'}) REMOVE e.kind", "D1111"),
    "dated in text": ("MATCH (e:Entity {id: 'D1111'}) SET e.valid_from = '2022-12-31'", "D1111"),
    "robbed of a label": ("MATCH (e:Entity {id: 'D1111'}) REMOVE e:PartyOrg", "D1111"),
    "moved": (
        (
            "MATCH (e:Entity {id: 'D11111'})-[r:UNDER]->(), (to:Entity {id: 'D1112'}) "
            "CREATE (e)-[:UNDER {valid_from: date('2023-01-01')}]->(to) DELETE r"
        ),
        "D11111",
    ),
    "put under two": (
        (
            "MATCH (e:Entity {id: 'D11111'}), (to:Entity {id: 'D1112'}) "
            "CREATE (e)-[:UNDER {valid_from: date('2023-01-01')}]->(to)"
        ),
        "D11111",
    ),
    "put under one twice": (
        (
            "MATCH (e:Entity {id: 'D11111'}), (to:Entity {id: 'D1111'}) "
            "CREATE (e)-[:UNDER {valid_from: date('2023-01-01')}]->(to)"
        ),
        "D11111",
    ),
    "torn off": ("MATCH (:Entity {id: 'D11111'})-[r:UNDER]->() DELETE r", "D11111"),
    "put under something without an id": (
        "MATCH (e:Entity {id: 'D11111'}) CREATE (e)-[:UNDER]->(:Note {text: 'x'})",
        "D11111",
    ),
    "led by another": (
        "MATCH (e:Entity {id: 'A002'})<-[r:LEADS]-(), (by:Entity {id: 'D1112'}) CREATE (by)-[:LEADS]->(e) DELETE r",
        "A002",
    ),
    "dated closed": ("MATCH (e:Entity {id: 'D111111-1'}) SET e.valid_to = date('2023-05-01')", HOUSEHOLD),
    "closed": (
        (
            "MATCH (e:Entity {id: 'D111111-1'})-[r]->(to) "
            "SET e:Closed, e.valid_to = date('2023-05-01') REMOVE e:PartyOrg:MemberHousehold WITH e, r, to "
            "CALL (e, r, to) { WITH e, r, to WHERE type(r) = 'UNDER' CREATE (e)-[w:WAS_UNDER]->(to) SET w = properties(r) "
            "  UNION WITH e, r, to WHERE type(r) = 'COVERS' CREATE (e)-[w:WAS_COVERS]->(to) SET w = properties(r) } "
            "DELETE r"
        ),
        HOUSEHOLD,
    ),
    "given another role": ("MATCH (:Entity {id: 'U1'})-[r:MEMBER_OF]->() SET r.role = 'member'", "U1 in A001"),
    "robbed of its role": ("MATCH (:Entity {id: 'U1'})-[r:MEMBER_OF]->() REMOVE r.role", "U1 in A001"),
    "ended": (
        (
            "MATCH (u:Entity {id: 'U1'})-[r:MEMBER_OF]->(a) CREATE (u)-[w:WAS_MEMBER_OF]->(a) "
            "SET w = properties(r) SET w.valid_to = date('2023-05-01') DELETE r"
        ),
        "U1 in A001",
    ),
}
