// 35 一个街道的执法力量
// name: browser/officers
// mode: read
// params: none
// row: drawing
// 下沉到这个街道和它的社区、网格的执法人员，各来自哪个单位或派出所；前 60 人。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的有执法人员下沉的街道，没有街道的，是别的地方。
OPTIONAL MATCH (town:Area)<-[:POSTED_TO|SERVES]-(:Officer)
WHERE town.name CONTAINS ''
WITH DISTINCT town
ORDER BY town:Town DESC, town:Neighbourhood DESC, town.id
LIMIT 1
OPTIONAL MATCH posted = (town)<-[:WITHIN*0..20]-(area:Area)<-[:POSTED_TO|SERVES]-(officer:Officer)
OPTIONAL MATCH sent = (officer)-[:EMPLOYED_BY|STATIONED_AT]->()
WITH posted, sent, area, officer
ORDER BY area.id, officer.id
LIMIT 60
RETURN coalesce(posted, '图里没有下沉的执法人员，或没有名称这样写而有人下沉的地方。') AS posted, sent
