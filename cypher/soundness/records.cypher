// name: soundness/records
// mode: read
// params: none
// row: Records
// The graph's own records as they are read, beside how many there ought to be. A record that an index still names and
// that the store has lost has no properties. The counter is read before what it counts: a change made meanwhile is one more.
OPTIONAL MATCH (c:Revision {id: 'revision'})
WITH c IS NOT NULL AS has_revision, c.seq AS seq, c.token_key AS token_key
OPTIONAL MATCH (d:DataSet {id: 'data_set'})
OPTIONAL MATCH (last:Change {seq: seq})
RETURN has_revision,
       seq,
       token_key,
       COUNT { (:Change) } AS changes,
       last.action AS last_action,
       d IS NOT NULL AS has_data_set,
       d.name AS name,
       d.digest AS digest,
       d.title AS title,
       d.figures AS figures,
       COUNT { (d)-[:PUBLISHES]->(figure:Figure) WHERE figure.key IS NOT NULL } AS readable_figures,
       d.entities AS entities,
       COUNT { (:Entity) } AS counted_entities
