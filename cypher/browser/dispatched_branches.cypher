// 32 派驻的党支部
// name: browser/dispatched_branches
// mode: read
// params: none
// row: drawing
// 一个单位或党组织派出的党支部，各派驻到哪个单位；前 60 个。
// 要看别的：在引号里填派驻方名称的一部分；空着，就是派驻方里编号最小的。
OPTIONAL MATCH (branch:DispatchedBranch)-[:DISPATCHED_BY]->(sender)
WHERE sender.name CONTAINS ''
WITH DISTINCT sender
ORDER BY sender.id
LIMIT 1
OPTIONAL MATCH dispatched = (sender)<-[:DISPATCHED_BY]-(branch:DispatchedBranch)-[:DISPATCHED_TO]->(:Unit)
WITH dispatched, branch
ORDER BY branch.id
LIMIT 60
RETURN coalesce(dispatched, '图里没有派驻党支部，或没有名称这样写的派驻方。') AS dispatched
