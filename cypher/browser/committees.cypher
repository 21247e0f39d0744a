// 25 治理委员会和工作组
// name: browser/committees
// mode: read
// params: none
// row: drawing
// 城乡基层治理工作委员会的办公室、专项工作组，它们的职务和任职的人，以及它属于哪个党委。
// 要看别的委员会：在引号里填名称的一部分；空着，就是编号最小的委员会。
OPTIONAL MATCH (committee:Committee)
WHERE committee.name CONTAINS ''
WITH committee
ORDER BY committee.id
LIMIT 1
OPTIONAL MATCH belongs = (committee)-[:PART_OF]->(:PartyOrg)
OPTIONAL MATCH part = (committee)<-[:PART_OF*1..2]-()
OPTIONAL MATCH holds = (committee)<-[:PART_OF*1..2]-(:Post)<-[:HOLDS]-()
RETURN coalesce(committee, '图里没有治理委员会，或没有名称这样写的。') AS committee, belongs, part, holds
