// name: load/redate_links
// mode: write
// params: former
// row: none
// Moves the first day of relationships that began when their ends did, once the first day of an end was stated wrong and is
// put right: `former` gives it by the end's id. None begins before both its ends.
UNWIND keys($former) AS id
MATCH (:Entity {id: id})-[link:UNDER|COVERS|WITHIN|GUIDED_BY|LEADS|WAS_UNDER|WAS_COVERS|WAS_WITHIN|WAS_GUIDED_BY|WAS_LEADS]-()
WITH DISTINCT link, startNode(link) AS source, endNode(link) AS target
WITH link,
     [coalesce($former[source.id], source.valid_from), coalesce($former[target.id], target.valid_from)] AS then,
     [source.valid_from, target.valid_from] AS now
WITH link,
     CASE WHEN then[0] > then[1] THEN then[0] ELSE then[1] END AS began,
     CASE WHEN now[0] > now[1] THEN now[0] ELSE now[1] END AS begins
WHERE link.valid_to IS NULL AND (link.valid_from = began OR link.valid_from < begins)
   OR link.valid_from = began AND link.valid_from < link.valid_to
SET link.valid_from = CASE WHEN link.valid_to < begins THEN link.valid_to ELSE begins END
