// name: entities/ids
// mode: read
// params: q, lacks, after, limit
// row: Ids
// The ids of all entities that stand today, in order: how many, and those of one page.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
CALL () {
  MATCH (e:Entity)
  USING INDEX e:Entity(id)
  WHERE e.id > ''
    AND e.valid_to IS NULL
    AND ($q IS NULL OR e.name CONTAINS $q)
    AND (size($lacks) = 0 OR NOT EXISTS { (e)-[link]-(:Entity) WHERE type(link) IN $lacks })
  WITH e.id AS id
  ORDER BY id
  RETURN collect(id) AS found
}
RETURN seq,
       token_key,
       size(found) AS total,
       [id IN found WHERE id > $after][..$limit] AS ids
