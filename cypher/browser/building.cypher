// 05 一栋楼归谁管
// name: browser/building
// mode: read
// params: none
// row: drawing
// 这栋楼在哪个小区、网格、社区，一直到最上面；每一处由哪个党组织覆盖。
// 要看别的楼：在第一个引号里填社区名称的一部分，在第二个引号里填楼名的一部分；没有楼的，是小区、网格、社区里最小的一种。
OPTIONAL MATCH (building:Area)
WHERE EXISTS { (building)-[:WITHIN*0..20]->(around:Area) WHERE around.name CONTAINS '' }
  AND building.name CONTAINS ''
WITH building
ORDER BY building:Building DESC, building:Compound DESC, building:Grid DESC, building:Neighbourhood DESC, building:Town DESC,
  EXISTS { (building)<-[:WITHIN]-() }, building.id
LIMIT 1
OPTIONAL MATCH place = (building)-[:WITHIN*0..20]->(root:Area)
WHERE NOT EXISTS { (root)-[:WITHIN]->() }
UNWIND coalesce(nodes(place), [null]) AS area
OPTIONAL MATCH covers = (area)<-[:COVERS]-(:PartyOrg)
RETURN coalesce(place, '图里没有名称这样写的楼和其他地方。') AS place, covers
