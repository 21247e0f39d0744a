// 26 一个街道的联点包抓
// name: browser/contacts
// mode: read
// params: none
// row: drawing
// 这个街道（镇、乡）和它的社区（村）、网格，各由哪个干部联点包抓。
// 要看别的街道（镇、乡）：在引号里填名称的一部分；空着，就是编号最小的街道（镇、乡）。
MATCH (town:Town)
WHERE town.name CONTAINS ''
WITH town
ORDER BY town.id
LIMIT 1
MATCH part = (town)<-[:WITHIN*0..20]-(area:Town|Neighbourhood|Grid)
OPTIONAL MATCH contact = (area)<-[:CONTACTS]-(:Cadre)
RETURN part, contact
