// name: load/held
// mode: read
// params: ids, types, closed_types
// row: Held
// The entities of those ids as they are, standing or closed, with the relationships that come and go with each.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
RETURN e.id AS id,
       CASE WHEN e.kind IS :: STRING THEN e.kind END AS kind,
       labels(e) AS labels,
       properties(e) AS properties,
       [(e)-[link]->(other) WHERE type(link) IN $types |
         {element_id: elementId(link), type: type(link), source: e.id, target: coalesce(other.id, '')}]
       + [(e)<-[link:LEADS]-(other) |
         {element_id: elementId(link), type: type(link), source: coalesce(other.id, ''), target: e.id}] AS links,
       CASE WHEN e.valid_to IS NULL THEN []
         ELSE [(e)-[link]->(other)
                WHERE type(link) IN $closed_types AND link.final |
                {element_id: elementId(link), type: substring(type(link), 4), source: e.id, target: coalesce(other.id, '')}]
              + [(e)<-[link:WAS_LEADS]-(other)
                WHERE link.final |
                {element_id: elementId(link), type: substring(type(link), 4), source: coalesce(other.id, ''), target: e.id}]
       END AS final_links,
       CASE WHEN e.valid_from IS :: DATE THEN e.valid_from END AS valid_from,
       CASE WHEN e.valid_to IS :: DATE THEN e.valid_to END AS valid_to,
       CASE WHEN e.caption IS :: STRING THEN e.caption END AS caption,
       CASE WHEN e.row_digest IS :: STRING THEN e.row_digest END AS row_digest,
       CASE WHEN e.state_digest IS :: STRING THEN e.state_digest END AS state_digest
ORDER BY id
