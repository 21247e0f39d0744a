// 30 一个街道的服务
// name: browser/services
// mode: read
// params: none
// row: drawing
// 这个街道和它的各个部分里有哪些服务场所，各提供什么事项。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的街道。
MATCH (town:Town)
WHERE town.name CONTAINS ''
WITH town
ORDER BY town.id
LIMIT 1
MATCH (town)<-[:WITHIN*0..20]-(area:Area)
MATCH place = (area)<-[:SERVES|LOCATED_IN]-(:ServiceCentre|RedPost|Venue)-[:OFFERS]->(:ServiceItem)
RETURN place
