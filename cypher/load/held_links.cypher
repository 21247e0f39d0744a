// name: load/held_links
// mode: read
// params: pairs
// row: HeldBond
// The links whose rows state their own days, the memberships, that there are or were between pairs of entities, with the days of both ends.
UNWIND $pairs AS pair
MATCH (unit:Entity {id: pair[0]})-[bond:MEMBER_OF|WAS_MEMBER_OF]->(alliance:Entity {id: pair[1]})
RETURN elementId(bond) AS element_id,
       unit.id AS unit_id,
       alliance.id AS alliance_id,
       CASE WHEN bond.role IS :: STRING THEN bond.role END AS role,
       CASE WHEN bond.source IS :: STRING THEN bond.source END AS source,
       [CASE WHEN unit.valid_from IS :: DATE THEN unit.valid_from END,
        CASE WHEN unit.valid_to IS :: DATE THEN unit.valid_to END] AS unit_life,
       [CASE WHEN alliance.valid_from IS :: DATE THEN alliance.valid_from END,
        CASE WHEN alliance.valid_to IS :: DATE THEN alliance.valid_to END] AS alliance_life,
       CASE WHEN bond.valid_from IS :: DATE THEN bond.valid_from END AS valid_from,
       CASE WHEN bond.valid_to IS :: DATE THEN bond.valid_to END AS valid_to,
       CASE WHEN bond.caption IS :: STRING THEN bond.caption END AS caption,
       bond.row_digest AS row_digest,
       bond.state_digest AS state_digest
ORDER BY unit_id, alliance_id, valid_from, valid_to, element_id
