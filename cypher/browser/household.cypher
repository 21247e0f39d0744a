// 04 一户到市委的每一级
// name: browser/household
// mode: read
// params: none
// row: drawing
// 每一级的上级，和每一级所覆盖的地方。
// 要看别的一户：在引号里填中心户名称的一部分；空着，就是编号最小的一户。
MATCH (household:MemberHousehold)
WHERE household.name CONTAINS ''
WITH household
ORDER BY household.id
LIMIT 1
MATCH chain = (household)-[:UNDER*0..20]->(root:PartyOrg)
WHERE NOT EXISTS { (root)-[:UNDER]->() }
UNWIND nodes(chain) AS org
OPTIONAL MATCH covers = (org)-[:COVERS]->(:Area)
RETURN chain, covers
