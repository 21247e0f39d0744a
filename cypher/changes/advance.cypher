// name: changes/advance
// mode: write
// params: none
// row: Seq
// The first statement of every change: takes the counter's lock, and the change's number.
MATCH (c:Revision {id: 'revision'})
SET c.seq = c.seq + 1
RETURN c.seq AS seq
