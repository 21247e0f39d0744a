// name: questions/ended
// mode: read
// params: mark
// row: EndedTransaction
// The transactions that worked at a question of that mark, ended now; of those that were ended and are not gone yet, again.
SHOW TRANSACTIONS
YIELD transactionId, metaData
WHERE metaData.wuji_question = $mark
TERMINATE TRANSACTIONS transactionId
YIELD transactionId AS ended
RETURN ended AS id
ORDER BY id
