// 13 一个单位的全部联盟
// name: browser/unit
// mode: read
// params: none
// row: drawing
// 这个单位在哪些联盟里，各由哪个党组织牵头。
// 要看别的单位：在引号里填名称的一部分；空着，就是参加联盟最多的单位。
OPTIONAL MATCH (unit:Unit)
WHERE unit.name CONTAINS ''
WITH unit
ORDER BY COUNT { (unit)-[:MEMBER_OF]->() } DESC, unit.id
LIMIT 1
OPTIONAL MATCH membership = (unit)-[:MEMBER_OF]->(alliance:Alliance)
OPTIONAL MATCH leads = (alliance)<-[:LEADS]-(:PartyOrg)
RETURN coalesce(unit, '图里没有名称这样写的单位。') AS unit, membership, leads
