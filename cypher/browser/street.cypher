// 02 一个街道的党组织
// name: browser/street
// mode: read
// params: none
// row: drawing
// 街道党工委、社区党组织、网格党支部；没有这两级的，画它的下一级；最多画 150 个。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的街道，没有街道党工委的，是有下级的社区党组织或其他党组织。
OPTIONAL MATCH (street:PartyOrg)
WHERE street.name CONTAINS ''
WITH street
ORDER BY street:StreetCommittee DESC, EXISTS { (street)<-[:UNDER]-() } DESC, street:CommunityOrg DESC, street.id
LIMIT 1
OPTIONAL MATCH chain = (street)<-[:UNDER*0..20]-(org:PartyOrg)
WHERE org:CommunityOrg OR org:GridBranch OR length(chain) <= 1
WITH chain, org
ORDER BY length(chain), org.id
LIMIT 150
RETURN coalesce(chain, '图里没有名称这样写的党组织。') AS chain
