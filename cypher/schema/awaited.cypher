// name: schema/awaited
// mode: schema
// params: seconds
// row: none
// Waits until every index is built.
CALL db.awaitIndexes($seconds)
