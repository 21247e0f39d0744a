// 05 一栋楼归谁管
// name: browser/building
// mode: read
// params: none
// row: drawing
// 这栋楼在哪个小区、网格、社区，一直到最上面；每一处由哪个党组织覆盖。
// 要看别的楼：在第一个引号里填社区名称的一部分，在第二个引号里填楼名的一部分。
MATCH (building:Building)-[:WITHIN*]->(neighbourhood:Neighbourhood)
WHERE neighbourhood.name CONTAINS '' AND building.name CONTAINS ''
WITH building
ORDER BY building.id
LIMIT 1
MATCH place = (building)-[:WITHIN*]->(root:Area)
WHERE NOT EXISTS { (root)-[:WITHIN]->() }
UNWIND nodes(place) AS area
OPTIONAL MATCH covers = (area)<-[:COVERS]-(:PartyOrg)
RETURN place, covers
