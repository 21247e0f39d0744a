// 11 四级联动
// name: browser/linkage
// mode: read
// params: none
// row: drawing
// 社区联盟、街道联盟、区（县）、市：一个街道党建联盟，它指导的社区党建联盟，它上面的两级领导小组，和各联盟由谁牵头。
// 要看别的街道：在引号里填联盟名称的一部分；空着，就是编号最小的街道党建联盟，没有的，是别的联盟或领导小组。
OPTIONAL MATCH (street:Alliance|LeadingGroup)
WHERE street.name CONTAINS ''
WITH street
ORDER BY street.level = 'street' DESC, EXISTS { (street)-[:GUIDED_BY]-() } DESC, street.id
LIMIT 1
OPTIONAL MATCH upwards = (street)-[:GUIDED_BY*1..2]->()
OPTIONAL MATCH below = (street)<-[:GUIDED_BY]-(community:Alliance)
OPTIONAL MATCH led = (community)<-[:LEADS]-(:PartyOrg)
OPTIONAL MATCH leads = (street)<-[:LEADS]-(:PartyOrg)
RETURN coalesce(street, '图里没有名称这样写的联盟。') AS street, upwards, below, led, leads
