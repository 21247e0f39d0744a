// 08 无党组织覆盖的网格
// name: browser/grids_covered_by_nobody
// mode: read
// params: none
// row: drawing
// 既没有党支部也没有党小组的网格，和它们所在的社区、街道；前 60 个。
// 要看一个地方的：在引号里填街道名称的一部分；空着，就是全市编号最小的 60 个。
OPTIONAL MATCH (grid:Grid)
WHERE NOT EXISTS { (grid)<-[:COVERS]-(:PartyOrg) }
  AND EXISTS { (grid)-[:WITHIN*0..20]->(town:Area) WHERE town.name CONTAINS '' }
WITH grid
ORDER BY grid.id
LIMIT 60
OPTIONAL MATCH place = (grid)-[:WITHIN*0..20]->(around:Area)
WHERE around:Town
  OR NOT EXISTS { (around)-[:WITHIN]->() } AND NOT EXISTS { (grid)-[:WITHIN*1..20]->(:Town) }
RETURN coalesce(place, '图里没有这样的网格：没有网格，或者每个网格都有党组织。') AS place
