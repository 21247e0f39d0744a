// name: load/join
// mode: write
// params: bonds
// row: Count
// Makes memberships, standing or past; one that takes the place of a past one, found by the store's own id for it, keeps what
// else that carries. Counts those made: fewer than asked for means that an end is missing or closed.
UNWIND $bonds AS row
MATCH (unit:Entity {id: row.unit_id})
MATCH (alliance:Entity {id: row.alliance_id})
WHERE row.properties.valid_to IS NOT NULL
   OR (unit.valid_to IS NULL AND alliance.valid_to IS NULL)
OPTIONAL MATCH (unit)-[was:WAS_MEMBER_OF]->(alliance)
WHERE elementId(was) = row.element_id
CREATE (unit)-[bond:$(row.type)]->(alliance)
SET bond = coalesce(properties(was), {})
SET bond += row.properties
DELETE was
RETURN count(bond) AS total
