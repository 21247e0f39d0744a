// 31 应建未建的两新组织
// name: browser/new_orgs_without_branch
// mode: read
// params: none
// row: drawing
// 一个街道里应建党组织而没有建的两新组织，和它们所在的地方；前 60 个。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的有这种组织的街道，没有街道的，是别的地方。
OPTIONAL MATCH (unit:Unit {ought_branch: true})-[:LOCATED_IN]->(:Area)-[:WITHIN*0..20]->(town:Area)
WHERE town.name CONTAINS ''
  AND NOT EXISTS { (unit)<-[:SET_UP_IN]-() }
WITH town, collect(DISTINCT unit) AS units
ORDER BY town:Town DESC, town:Neighbourhood DESC, town.id
LIMIT 1
UNWIND CASE WHEN town IS NULL THEN [null] ELSE units END AS unit
WITH town, unit
ORDER BY unit.id
LIMIT 60
OPTIONAL MATCH place = (unit)-[:LOCATED_IN]->(:Area)-[:WITHIN*0..20]->(town)
RETURN coalesce(place, '图里没有这样的两新组织：没有应建的，或者都建了。') AS place
