// 07 没有党支部的网格
// name: browser/grids_without_branch
// mode: read
// params: none
// row: drawing
// 没有网格党支部覆盖的网格、它所在的社区；有网格党小组的，画出小组和它的上级支部；前 60 个网格。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的有这种网格的街道，没有街道的，是网格外面的一处地方。
OPTIONAL MATCH (grid:Grid)-[:WITHIN*0..20]->(town:Area)
WHERE town.name CONTAINS ''
  AND NOT EXISTS { (grid)<-[:COVERS]-(:GridBranch) }
WITH town, collect(DISTINCT grid) AS grids
ORDER BY town:Town DESC, town:Neighbourhood DESC, town.id
LIMIT 1
UNWIND CASE WHEN town IS NULL THEN [null] ELSE grids END AS grid
WITH grid
ORDER BY grid.id
LIMIT 60
OPTIONAL MATCH place = (grid)-[:WITHIN*0..1]->(:Area)
OPTIONAL MATCH covers = (grid)<-[:COVERS]-(:GridGroup)-[:UNDER]->(:PartyOrg)
RETURN coalesce(place, '图里没有这样的网格：没有网格，或者每个网格都有党支部。') AS place, covers
