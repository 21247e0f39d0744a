// 30 一个街道的服务
// name: browser/services
// mode: read
// params: none
// row: drawing
// 这个街道和它的各个部分里有哪些服务场所，各提供什么事项；前 100 项。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的街道，没有街道的，是最上面的地方。
OPTIONAL MATCH (town:Area)
WHERE town.name CONTAINS ''
WITH town
ORDER BY town:Town DESC, NOT EXISTS { (town)-[:WITHIN]->() } DESC, town.id
LIMIT 1
OPTIONAL MATCH place = (town)<-[:WITHIN*0..20]-(area:Area)<-[:SERVES|LOCATED_IN]-(centre:ServiceCentre|RedPost|Venue)
OPTIONAL MATCH offer = (centre)-[:OFFERS]->(item:ServiceItem)
WITH place, offer, area, centre, item
ORDER BY offer IS NULL, area.id, centre.id, item.id
LIMIT 100
RETURN coalesce(place, '图里没有这个地方的服务场所，或没有名称这样写的地方。') AS place, offer
