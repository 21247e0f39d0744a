// 38 结对共建
// name: browser/pairings
// mode: read
// params: none
// row: drawing
// 谁和谁结对共建；前 60 个。
// 要看一个地方的：在引号里填共建名称的一部分。
MATCH (pairing:Pairing)
WHERE pairing.name CONTAINS ''
WITH pairing
ORDER BY pairing.id
LIMIT 60
MATCH joins = (pairing)-[:JOINS]->()
RETURN joins
