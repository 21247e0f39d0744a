// 09 没有党小组的楼
// name: browser/buildings_without_group
// mode: read
// params: none
// row: drawing
// 没有楼（院）党小组覆盖的楼，和它们所在的小区、网格。
// 要看别的社区：在引号里填名称的一部分；空着，就是编号最小的有这种楼的社区。
MATCH (building:Building)-[:WITHIN*]->(neighbourhood:Neighbourhood)
WHERE neighbourhood.name CONTAINS ''
  AND NOT EXISTS { (building)<-[:COVERS]-(:BuildingGroup) }
WITH neighbourhood, collect(building) AS buildings
ORDER BY neighbourhood.id
LIMIT 1
UNWIND buildings AS building
MATCH place = (building)-[:WITHIN*]->(neighbourhood)
RETURN place
