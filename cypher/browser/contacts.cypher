// 26 一个街道的联点包抓
// name: browser/contacts
// mode: read
// params: none
// row: drawing
// 这个街道（镇、乡）和它的社区（村）、网格，各由哪个干部联点包抓；前 60 个干部，先大后小。
// 要看别的街道（镇、乡）：在引号里填名称的一部分；空着，就是编号最小的街道（镇、乡），没有的，是别的有人联点包抓的地方。
OPTIONAL MATCH (town:Area)
WHERE town.name CONTAINS ''
  AND EXISTS { (town)<-[:CONTACTS]-() }
WITH town
ORDER BY town:Town DESC, town:Neighbourhood DESC, town.id
LIMIT 1
OPTIONAL MATCH part = (town)<-[:WITHIN*0..20]-(area:Area)
WHERE EXISTS { (area)<-[:CONTACTS]-() }
OPTIONAL MATCH contact = (area)<-[:CONTACTS]-(cadre:Cadre)
WITH part, contact, area, cadre
ORDER BY length(part), area.id, cadre.id
LIMIT 60
RETURN coalesce(part, '图里没有联点包抓，或没有名称这样写而有人联点包抓的地方。') AS part, contact
