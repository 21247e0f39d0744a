// 08 无党组织覆盖的网格
// name: browser/grids_covered_by_nobody
// mode: read
// params: none
// row: drawing
// 既没有党支部也没有党小组的网格，和它们所在的社区、街道；前 100 个。
// 要看一个地方的：在引号里填街道名称的一部分；空着，就是全市编号最小的 100 个。
MATCH place = (grid:Grid)-[:WITHIN*1..20]->(town:Town)
WHERE town.name CONTAINS ''
  AND NOT EXISTS { (grid)<-[:COVERS]-(:PartyOrg) }
RETURN place
ORDER BY grid.id
LIMIT 100
