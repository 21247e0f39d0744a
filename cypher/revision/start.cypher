// name: revision/start
// mode: write
// params: digest
// row: none
// Makes the counter of a new graph and the key that signs its page tokens, and notes the schema it now has.
MERGE (c:Revision {id: 'revision'})
ON CREATE SET c.seq = 0,
              c.token_key = randomUUID()
SET c.digest = $digest
