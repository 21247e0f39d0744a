// 03 一个社区的党组织
// name: browser/community
// mode: read
// params: none
// row: drawing
// 社区党组织、网格党支部、党小组，党员中心户；最多画 250 个，先上级、后下级。
// 要看别的社区：在引号里填名称的一部分；空着，就是编号最小的社区党组织。
MATCH (community:CommunityOrg)
WHERE community.name CONTAINS ''
WITH community
ORDER BY community.id
LIMIT 1
MATCH chain = (community)<-[:UNDER*1..20]-(org:PartyOrg)
WITH chain, org
ORDER BY length(chain), org.id
LIMIT 250
RETURN chain
