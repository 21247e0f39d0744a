// 28 一个联盟的场所和活动
// name: browser/venues
// mode: read
// params: none
// row: drawing
// 这个联盟办过哪些活动，在哪些场所，场所由哪个单位开放。
// 要看别的联盟：在引号里填名称的一部分；空着，就是编号最小的联盟。
MATCH (alliance:Alliance)
WHERE alliance.name CONTAINS ''
  AND EXISTS { (alliance)<-[:ORGANISED_BY]-(:Activity)-[:TOOK_PLACE_AT]->() }
WITH alliance
ORDER BY alliance.id
LIMIT 1
MATCH activity = (alliance)<-[:ORGANISED_BY]-(held:Activity)
OPTIONAL MATCH place = (held)-[:TOOK_PLACE_AT]->(:Venue)-[:OPENED_BY]->(:Unit)
RETURN activity, place
