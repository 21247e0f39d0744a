// name: load/join
// mode: write
// params: bonds
// row: Count
// Makes memberships, standing or past. Counts those made: fewer than asked for means that an end is missing or closed.
UNWIND $bonds AS row
MATCH (unit:Entity {id: row.unit_id})
MATCH (alliance:Entity {id: row.alliance_id})
WHERE row.properties.valid_to IS NOT NULL
   OR (unit.valid_to IS NULL AND alliance.valid_to IS NULL)
CREATE (unit)-[bond:$(row.type)]->(alliance)
SET bond = row.properties
RETURN count(bond) AS total
