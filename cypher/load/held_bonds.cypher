// name: load/held_bonds
// mode: read
// params: pairs
// row: HeldBond
// The memberships there are or were between units and alliances.
UNWIND $pairs AS pair
MATCH (unit:Entity {id: pair[0]})-[bond:MEMBER_OF|WAS_MEMBER_OF]->(alliance:Entity {id: pair[1]})
RETURN elementId(bond) AS element_id,
       unit.id AS unit_id,
       alliance.id AS alliance_id,
       CASE WHEN bond.role IS :: STRING THEN bond.role END AS role,
       CASE WHEN bond.source IS :: STRING THEN bond.source END AS source,
       [(unit)-[was:WAS_MEMBER_OF]->(alliance)
         WHERE was <> bond AND was.valid_from <= bond.valid_from AND was.valid_from < was.valid_to | was.valid_to] AS former_ends,
       [day IN [unit.valid_from, alliance.valid_from] WHERE day IS :: DATE NOT NULL] AS ends_began,
       CASE WHEN bond.valid_from IS :: DATE THEN bond.valid_from END AS valid_from,
       CASE WHEN bond.valid_to IS :: DATE THEN bond.valid_to END AS valid_to,
       bond.row_digest AS row_digest,
       bond.state_digest AS state_digest
ORDER BY unit_id, alliance_id, valid_from, valid_to, element_id
