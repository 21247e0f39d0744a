// 09 没有党小组的楼
// name: browser/buildings_without_group
// mode: read
// params: none
// row: drawing
// 没有楼（院）党小组覆盖的楼，和它们所在的小区、网格；前 60 栋。
// 要看别的社区：在引号里填名称的一部分；空着，就是编号最小的有这种楼的社区，没有社区的，是楼外面的一处地方。
OPTIONAL MATCH (building:Building)-[:WITHIN*1..20]->(neighbourhood:Area)
WHERE neighbourhood.name CONTAINS ''
  AND NOT EXISTS { (building)<-[:COVERS]-(:BuildingGroup) }
WITH neighbourhood, collect(building) AS buildings
ORDER BY neighbourhood:Neighbourhood DESC, neighbourhood:Grid DESC, neighbourhood.id
LIMIT 1
UNWIND CASE WHEN neighbourhood IS NULL THEN [null] ELSE buildings END AS building
WITH neighbourhood, building
ORDER BY building.id
LIMIT 60
OPTIONAL MATCH place = (building)-[:WITHIN*1..20]->(neighbourhood)
RETURN coalesce(place, '图里没有这样的楼：没有楼，或者每栋楼都有党小组。') AS place
