// name: captions/keep_of_changes
// mode: write
// params: rows
// row: none
// Gives changes their captions.
UNWIND $rows AS row
MATCH (c:Change {seq: row.seq})
SET c.caption = row.caption
