// 04 一户到市委的每一级
// name: browser/household
// mode: read
// params: none
// row: drawing
// 每一级的上级，和每一级所覆盖的地方。
// 要看别的一户：在引号里填中心户名称的一部分；空着，就是编号最小的一户，没有党员中心户的，是层级最低的党组织。
OPTIONAL MATCH (household:PartyOrg)
WHERE household.name CONTAINS ''
WITH household
ORDER BY household:MemberHousehold DESC, coalesce(household.tier, 0) DESC, household.id
LIMIT 1
OPTIONAL MATCH chain = (household)-[:UNDER*0..20]->(root:PartyOrg)
WHERE NOT EXISTS { (root)-[:UNDER]->() }
UNWIND coalesce(nodes(chain), [null]) AS org
OPTIONAL MATCH covers = (org)-[:COVERS]->(:Area)
RETURN coalesce(chain, '图里没有名称这样写的党组织。') AS chain, covers
