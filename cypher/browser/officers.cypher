// 35 一个街道的执法力量
// name: browser/officers
// mode: read
// params: none
// row: drawing
// 下沉到这个街道和它的社区、网格的执法人员，各来自哪个单位或派出所。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的街道。
MATCH (town:Town)
WHERE town.name CONTAINS ''
  AND EXISTS { (town)<-[:POSTED_TO]-() }
WITH town
ORDER BY town.id
LIMIT 1
MATCH (town)<-[:WITHIN*0..20]-(area:Area)
MATCH posted = (area)<-[:POSTED_TO|SERVES]-(officer:Officer)
OPTIONAL MATCH sent = (officer)-[:EMPLOYED_BY|STATIONED_AT]->()
RETURN posted, sent
