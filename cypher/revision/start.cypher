// name: revision/start
// mode: write
// params: digest
// row: none
// Makes the counter of a new graph and the key that signs its page tokens, and notes the schema it now has. A counter
// that was taken out goes on where the changes end.
OPTIONAL MATCH (last:Change)
WITH coalesce(max(last.seq), 0) AS seq
MERGE (c:Revision {id: 'revision'})
ON CREATE SET c.seq = seq,
              c.token_key = randomUUID()
SET c.digest = $digest
