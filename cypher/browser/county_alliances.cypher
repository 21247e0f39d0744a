// 12 一个区县的街道联盟
// name: browser/county_alliances
// mode: read
// params: none
// row: drawing
// 区（县）领导小组、它指导的街道党建联盟、各由哪个街道党工委牵头。
// 要看别的区（县）：在引号里填领导小组名称的一部分；空着，就是编号最小的有联盟的区（县）。
MATCH (county:LeadingGroup)<-[:GUIDED_BY]-(:Alliance)
WHERE county.name CONTAINS ''
WITH county
ORDER BY county.id
LIMIT 1
MATCH guidance = (county)<-[:GUIDED_BY]-(alliance:Alliance)
OPTIONAL MATCH leads = (alliance)<-[:LEADS]-(:PartyOrg)
RETURN guidance, leads
