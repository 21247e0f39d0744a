// 02 一个街道的党组织
// name: browser/street
// mode: read
// params: none
// row: drawing
// 街道党工委、社区党组织、网格党支部。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的街道。
MATCH (street:StreetCommittee)
WHERE street.name CONTAINS ''
WITH street
ORDER BY street.id
LIMIT 1
MATCH chain = (street)<-[:UNDER*1..20]-(:CommunityOrg|GridBranch)
RETURN chain
