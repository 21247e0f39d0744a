// name: questions/breadth_of_area
// mode: read
// params: id, kinds, most
// row: AreaBreadth
// Whether there is an area, standing or closed, and how many parts it has today, counted no further than is asked.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (area:Entity {id: $id})
WHERE area.kind IN $kinds
CALL (area) {
  OPTIONAL MATCH (area)<-[:WITHIN*1..20]-(part:Area)
  WITH part
  LIMIT $most
  RETURN count(part) AS total
}
RETURN seq,
       token_key,
       area IS NOT NULL AS found,
       total
