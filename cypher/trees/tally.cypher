// name: trees/tally
// mode: read
// params: id, kinds, day
// row: Tallies
// How many stand below on a day, by kind and tier. Of today no day of a relationship is read: the whole of a city is counted so.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key, $day = date('9999-12-31') AS is_today
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start, is_today) {
  CALL (start, is_today) {
    WITH start, is_today
    WHERE is_today
    MATCH (start)<-[:UNDER|WITHIN*1..20]-(e:Entity)
    RETURN e AS state
    UNION ALL
    WITH start, is_today
    WHERE NOT is_today
    MATCH (start)<-[links:UNDER|WITHIN|WAS_UNDER|WAS_WITHIN*1..20]-(e:Entity)
    WHERE all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
    RETURN coalesce(
      head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
    ) AS state
  }
  WITH state.kind AS kind, state.tier AS tier, count(state) AS total
  ORDER BY kind, tier
  RETURN collect({kind: kind, tier: tier, total: total}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       items
