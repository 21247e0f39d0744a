// name: revision/start
// mode: write
// params: none
// row: none
// Makes the counter of a new graph, and the key that signs its page tokens.
MERGE (c:Revision {id: 'revision'})
ON CREATE SET c.seq = 0,
              c.token_key = randomUUID()
