// 10 一个联盟和成员单位
// name: browser/alliance
// mode: read
// params: none
// row: drawing
// 牵头的党组织、全部成员单位、它受谁指导。
// 要看别的联盟：在引号里填名称的一部分；空着，就是编号最小的街道党建联盟，没有的，是别的联盟或领导小组。
OPTIONAL MATCH (alliance:Alliance|LeadingGroup)
WHERE alliance.name CONTAINS ''
WITH alliance
ORDER BY alliance:Alliance DESC, alliance.level DESC, alliance.id
LIMIT 1
OPTIONAL MATCH leads = (alliance)<-[:LEADS]-(:PartyOrg)
OPTIONAL MATCH membership = (alliance)<-[:MEMBER_OF]-(:Unit)
OPTIONAL MATCH guidance = (alliance)-[:GUIDED_BY]->()
RETURN coalesce(alliance, '图里没有名称这样写的联盟。') AS alliance, leads, membership, guidance
