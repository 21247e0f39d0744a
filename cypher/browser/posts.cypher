// 22 一个组织的职务
// name: browser/posts
// mode: read
// params: none
// row: drawing
// 这个组织有哪些职务，各由谁担任；没有连到人的就是空缺。
// 要看别的组织：在引号里填名称的一部分；空着，就是编号最小的有职务的组织。
OPTIONAL MATCH (org:PartyOrg)<-[:PART_OF]-(:Post)
WHERE org.name CONTAINS ''
WITH org
ORDER BY org.id
LIMIT 1
OPTIONAL MATCH part = (org)<-[:PART_OF]-(post:Post)
OPTIONAL MATCH holds = (post)<-[:HOLDS]-()
RETURN coalesce(part, '图里没有职务，或没有名称这样写而有职务的党组织。') AS part, holds
