// name: load/depended_on
// mode: read
// params: ids, types
// row: Dependents
// Who stands on entities, by the link they do it by: as the start of a relationship that comes and goes with them, as an alliance that is led, or by a membership.
// `left` is to how many others a dependent has a link of that type.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})-[link]-(by)
WHERE (type(link) IN $types AND startNode(link) = by)
   OR (type(link) = 'LEADS' AND endNode(link) = by)
   OR type(link) = 'MEMBER_OF'
WITH e.id AS id,
     type(link) AS type,
     CASE WHEN by.kind IS :: STRING THEN by.kind END AS kind,
     coalesce(by.row_digest <> '', false) AS is_loaded,
     COUNT { (by)-[other]->(end) WHERE type(other) = type(link) AND end <> e } AS left,
     coalesce(by.id, '') AS dependent
RETURN id AS id,
       type AS type,
       kind AS kind,
       is_loaded AS is_loaded,
       left AS left,
       collect(DISTINCT dependent) AS dependents
ORDER BY id, type, kind, is_loaded, left
