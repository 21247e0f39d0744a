// name: load/loaded_links
// mode: read
// params: after_unit, after_alliance, limit
// row: LoadedPairs
// The pairs of the standing memberships that a load has written, by unit and then alliance, in one row.
MATCH (unit:Unit)-[bond:MEMBER_OF]->(alliance:Entity)
WHERE unit.id >= $after_unit
  AND (unit.id > $after_unit OR alliance.id > $after_alliance)
  AND bond.row_digest IS NOT NULL
WITH DISTINCT unit.id AS unit_id, alliance.id AS alliance_id
ORDER BY unit_id, alliance_id
LIMIT $limit
RETURN collect([unit_id, alliance_id]) AS pairs
