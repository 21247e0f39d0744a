// name: revision/schema
// mode: read
// params: none
// row: SchemaDigest
// The fingerprint of the schema the store was last brought to.
MATCH (c:Revision {id: 'revision'})
RETURN c.digest AS digest
