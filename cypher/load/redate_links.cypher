// name: load/redate_links
// mode: write
// params: former, types
// row: none
// Moves the first day of relationships that began when their ends did, once the first day of an end was stated wrong and is
// put right: `former` gives it by the end's id. None begins before both its ends.
UNWIND keys($former) AS id
MATCH (:Entity {id: id})-[link]-()
WHERE type(link) IN $types
WITH DISTINCT link, startNode(link) AS source, endNode(link) AS target
WITH link,
     coalesce($former[source.id], source.valid_from) AS source_began,
     coalesce($former[target.id], target.valid_from) AS target_began,
     source.valid_from AS source_begins,
     target.valid_from AS target_begins
WITH link,
     CASE WHEN source_began > target_began THEN source_began ELSE target_began END AS began,
     CASE WHEN source_begins > target_begins THEN source_begins ELSE target_begins END AS begins
WHERE (link.valid_to IS NULL AND link.valid_from < begins)
   OR (link.valid_from = began AND coalesce(link.valid_from < link.valid_to, true))
SET link.valid_from = CASE WHEN link.valid_to < begins THEN link.valid_to ELSE begins END
