// 15 联盟的牵头单位
// name: browser/leads
// mode: read
// params: none
// row: drawing
// role 为 lead 的单位和它牵头的联盟，没有牵头单位的联盟，画牵头的党组织；前 60 个联盟。
// 要看一个地方的：在引号里填联盟名称的一部分；空着，就是全市编号最小的 60 个，先画有牵头单位的。
OPTIONAL MATCH (alliance:Alliance)
WHERE alliance.name CONTAINS ''
WITH alliance
ORDER BY EXISTS { (alliance)<-[:MEMBER_OF {role: 'lead'}]-() } DESC, alliance.id
LIMIT 60
OPTIONAL MATCH membership = (alliance)<-[:MEMBER_OF {role: 'lead'}]-(:Unit)
OPTIONAL MATCH leads = (alliance)<-[:LEADS]-(:PartyOrg)
RETURN coalesce(alliance, '图里没有名称这样写的联盟。') AS alliance, membership, CASE WHEN membership IS NULL THEN leads END AS leads
