// 03 一个社区的党组织
// name: browser/community
// mode: read
// params: none
// row: drawing
// 社区党组织、网格党支部、党小组，党员中心户；最多画 150 个，先上级、后下级。
// 要看别的社区：在引号里填名称的一部分；空着，就是编号最小的社区党组织，没有社区党组织的，是有下级的党组织里层级最低的。
OPTIONAL MATCH (community:PartyOrg)
WHERE community.name CONTAINS ''
WITH community
ORDER BY community:CommunityOrg DESC, EXISTS { (community)<-[:UNDER]-() } DESC, coalesce(community.tier, 0) DESC, community.id
LIMIT 1
OPTIONAL MATCH chain = (community)<-[:UNDER*0..20]-(org:PartyOrg)
WITH chain, org
ORDER BY length(chain), org.id
LIMIT 150
RETURN coalesce(chain, '图里没有名称这样写的党组织。') AS chain
