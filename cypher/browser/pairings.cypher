// 38 结对共建
// name: browser/pairings
// mode: read
// params: none
// row: drawing
// 谁和谁结对共建；前 30 个。
// 要看一个地方的：在引号里填共建名称的一部分。
OPTIONAL MATCH (pairing:Pairing)
WHERE pairing.name CONTAINS ''
WITH pairing
ORDER BY pairing.id
LIMIT 30
OPTIONAL MATCH joins = (pairing)-[:JOINS]->()
RETURN coalesce(pairing, '图里没有结对共建，或没有名称这样写的。') AS pairing, joins
