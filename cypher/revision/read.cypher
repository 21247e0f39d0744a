// name: revision/read
// mode: read
// params: none
// row: Revision
// Where the graph stands, and the key that signs page tokens.
MATCH (c:Revision {id: 'revision'})
RETURN c.seq AS seq,
       c.token_key AS token_key
