// 27 一个社区的网格员
// name: browser/grid_workers
// mode: read
// params: none
// row: drawing
// 这个社区的每个网格由哪些网格员服务；前 60 个。
// 要看别的社区：在引号里填名称的一部分；空着，就是编号最小的有网格的社区，没有社区的，是别的地方。
OPTIONAL MATCH (neighbourhood:Area)
WHERE neighbourhood.name CONTAINS ''
WITH neighbourhood
ORDER BY neighbourhood:Neighbourhood DESC, neighbourhood:Grid DESC, neighbourhood:Town DESC, neighbourhood.id
LIMIT 1
OPTIONAL MATCH part = (neighbourhood)<-[:WITHIN*0..20]-(grid:Area)
WHERE EXISTS { (grid)<-[:SERVES]-(:GridWorker) }
OPTIONAL MATCH serves = (grid)<-[:SERVES]-(worker:GridWorker)
WITH part, serves, grid, worker
ORDER BY grid.id, worker.id
LIMIT 60
RETURN coalesce(part, '图里没有这个地方的网格员，或没有名称这样写的地方。') AS part, serves
