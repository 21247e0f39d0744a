// 28 一个联盟的场所和活动
// name: browser/venues
// mode: read
// params: none
// row: drawing
// 这个联盟有哪些成员单位，办过哪些活动，在哪些场所，场所由哪个单位开放。
// 要看别的联盟：在引号里填名称的一部分；空着，就是编号最小的在场所办过活动的联盟，没有的，是办过活动的联盟。
OPTIONAL MATCH (alliance)<-[:ORGANISED_BY]-(activity:Activity)
WHERE alliance.name CONTAINS ''
WITH DISTINCT alliance
ORDER BY EXISTS { (alliance)<-[:ORGANISED_BY]-()-[:TOOK_PLACE_AT]->() } DESC, alliance.id
LIMIT 1
OPTIONAL MATCH activity = (alliance)<-[:ORGANISED_BY]-(held:Activity)
OPTIONAL MATCH place = (held)-[:TOOK_PLACE_AT]->(:Venue)-[:OPENED_BY]->(:Unit)
OPTIONAL MATCH member = (alliance)<-[:MEMBER_OF]-(:Unit)
RETURN coalesce(activity, '图里没有联盟活动，或没有名称这样写而办过活动的联盟。') AS activity, place, member
