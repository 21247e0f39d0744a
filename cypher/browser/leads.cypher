// 15 联盟的牵头单位
// name: browser/leads
// mode: read
// params: none
// row: drawing
// role 为 lead 的单位和它牵头的联盟；前 100 条。
// 要看一个地方的：在引号里填联盟名称的一部分；空着，就是全市编号最小的 100 个。
MATCH membership = (unit:Unit)-[:MEMBER_OF {role: 'lead'}]->(alliance:Alliance)
WHERE alliance.name CONTAINS ''
RETURN membership
ORDER BY alliance.id, unit.id
LIMIT 100
