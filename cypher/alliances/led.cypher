// name: alliances/led
// mode: read
// params: id, kinds, after, limit, shown, day
// row: StatedAlliances
// The alliances and leading groups an organisation led on a day, by id: how many, and a page of them.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
OPTIONAL MATCH (start:Entity {id: $id})
WHERE start.kind IN $kinds
CALL (start) {
  MATCH (start)-[leads:LEADS|WAS_LEADS]->(e:Entity)
  WHERE leads.valid_from <= $day AND coalesce($day < leads.valid_to, true)
  WITH e
  ORDER BY e.id
  RETURN collect(e) AS met
}
CALL (met) {
  UNWIND met AS e
  WITH e
  WHERE e.id > $after
  LIMIT $limit
  RETURN collect(e {.id, .kind, .valid_from, .valid_to,
    state: [state IN [coalesce(
      head([(e)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), e
    )] | [key IN $shown | state[key]]][0],
    lead_id: head([(e)<-[tie:LEADS|WAS_LEADS]-(lead) WHERE tie.valid_from <= $day AND coalesce($day < tie.valid_to, true) | lead.id])}) AS items
}
RETURN seq,
       token_key,
       start IS NOT NULL AS found,
       size(met) AS total,
       items
