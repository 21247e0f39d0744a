// name: data_set/claims
// mode: read
// params: none
// row: Claimed
// What the change says that last gave the graph to a data set: JSON text.
MATCH (change:Change)
WHERE change.action IN ['claim', 'finish']
RETURN change.after AS after
ORDER BY change.seq DESC
LIMIT 1
