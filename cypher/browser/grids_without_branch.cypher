// 07 没有党支部的网格
// name: browser/grids_without_branch
// mode: read
// params: none
// row: drawing
// 没有网格党支部覆盖的网格、它所在的社区；有网格党小组的，画出小组和它的上级支部。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的有这种网格的街道。
MATCH (grid:Grid)-[:WITHIN*1..20]->(town:Town)
WHERE town.name CONTAINS ''
  AND NOT EXISTS { (grid)<-[:COVERS]-(:GridBranch) }
WITH town, collect(DISTINCT grid) AS grids
ORDER BY town.id
LIMIT 1
UNWIND grids AS grid
MATCH place = (grid)-[:WITHIN]->(:Area)
OPTIONAL MATCH covers = (grid)<-[:COVERS]-(:GridGroup)-[:UNDER]->(:PartyOrg)
RETURN place, covers
