// name: load/links_around
// mode: read
// params: ids, types
// row: DatedLinkRow
// Every link of some types that entities have, whosesoever it is, with the days of both its ends.
UNWIND $ids AS wanted
MATCH (:Entity {id: wanted})-[link]-()
WHERE type(link) IN $types
WITH DISTINCT link, startNode(link) AS source, endNode(link) AS target
RETURN elementId(link) AS element_id,
       type(link) AS type,
       coalesce(source.id, '') AS source,
       coalesce(target.id, '') AS target,
       CASE WHEN link.valid_from IS :: DATE THEN link.valid_from END AS valid_from,
       CASE WHEN link.valid_to IS :: DATE THEN link.valid_to END AS valid_to,
       coalesce(link.final, false) AS is_final,
       CASE WHEN source.valid_from IS :: DATE THEN source.valid_from END AS source_begun,
       CASE WHEN source.valid_to IS :: DATE THEN source.valid_to END AS source_ended,
       CASE WHEN target.valid_from IS :: DATE THEN target.valid_from END AS target_begun,
       CASE WHEN target.valid_to IS :: DATE THEN target.valid_to END AS target_ended
ORDER BY element_id
