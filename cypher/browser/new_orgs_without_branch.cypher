// 31 应建未建的两新组织
// name: browser/new_orgs_without_branch
// mode: read
// params: none
// row: drawing
// 一个街道里应建党组织而没有建的两新组织，和它们所在的地方；前 100 个。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的街道。
MATCH (town:Town)
WHERE town.name CONTAINS ''
  AND EXISTS { (town)<-[:WITHIN*1..20]-(:Area)<-[:LOCATED_IN]-(unit:Unit {ought_branch: true}) WHERE NOT EXISTS { (unit)<-[:SET_UP_IN]-() } }
WITH town
ORDER BY town.id
LIMIT 1
MATCH place = (unit:Unit {ought_branch: true})-[:LOCATED_IN]->(:Area)-[:WITHIN*0..20]->(town)
WHERE NOT EXISTS { (unit)<-[:SET_UP_IN]-() }
RETURN place
ORDER BY unit.id
LIMIT 100
