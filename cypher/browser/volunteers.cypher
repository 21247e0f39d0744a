// 39 一个街道的志愿者
// name: browser/volunteers
// mode: read
// params: none
// row: drawing
// 加入这个街道队伍的志愿者，各在哪个网格；前 60 人。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的有志愿者的街道。
OPTIONAL MATCH (town)<-[:ENROLLED_IN]-(:Volunteer)
WHERE town.name CONTAINS ''
WITH DISTINCT town
ORDER BY town.id
LIMIT 1
OPTIONAL MATCH enrolled = (town)<-[:ENROLLED_IN]-(volunteer:Volunteer)
OPTIONAL MATCH serves = (volunteer)-[:SERVES]->()
WITH enrolled, serves, volunteer
ORDER BY volunteer.id
LIMIT 60
RETURN coalesce(enrolled, '图里没有志愿者，或没有名称这样写而有志愿者的街道。') AS enrolled, serves
