// 12 一个区县的街道联盟
// name: browser/county_alliances
// mode: read
// params: none
// row: drawing
// 区（县）领导小组、它指导的街道党建联盟、各由哪个街道党工委牵头。
// 要看别的区（县）：在引号里填领导小组名称的一部分；空着，就是编号最小的有联盟的区（县），没有领导小组的，是一个联盟和它指导的联盟。
OPTIONAL MATCH (county:LeadingGroup|Alliance)
WHERE county.name CONTAINS ''
WITH county
ORDER BY EXISTS { (county:LeadingGroup)<-[:GUIDED_BY]-(:Alliance) } DESC, EXISTS { (county)<-[:GUIDED_BY]-() } DESC, county.id
LIMIT 1
OPTIONAL MATCH guidance = (county)<-[:GUIDED_BY]-(alliance)
WITH county, guidance, coalesce(alliance, county) AS led
OPTIONAL MATCH leads = (led)<-[:LEADS]-(:PartyOrg)
RETURN coalesce(county, '图里没有名称这样写的领导小组和联盟。') AS county, guidance, leads
