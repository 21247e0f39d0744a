// 39 一个街道的志愿者
// name: browser/volunteers
// mode: read
// params: none
// row: drawing
// 加入这个街道队伍的志愿者，各在哪个网格。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的街道。
MATCH (town:Town)
WHERE town.name CONTAINS ''
  AND EXISTS { (town)<-[:ENROLLED_IN]-() }
WITH town
ORDER BY town.id
LIMIT 1
MATCH enrolled = (town)<-[:ENROLLED_IN]-(volunteer:Volunteer)
OPTIONAL MATCH serves = (volunteer)-[:SERVES]->(:Grid)
RETURN enrolled, serves
