// 27 一个社区的网格员
// name: browser/grid_workers
// mode: read
// params: none
// row: drawing
// 这个社区的每个网格由哪些网格员服务。
// 要看别的社区：在引号里填名称的一部分；空着，就是编号最小的社区。
MATCH (neighbourhood:Neighbourhood)
WHERE neighbourhood.name CONTAINS ''
WITH neighbourhood
ORDER BY neighbourhood.id
LIMIT 1
MATCH part = (neighbourhood)<-[:WITHIN*1..20]-(grid:Grid)
OPTIONAL MATCH serves = (grid)<-[:SERVES]-(:GridWorker)
RETURN part, serves
