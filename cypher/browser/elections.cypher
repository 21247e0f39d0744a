// 24 最先换届的组织
// name: browser/elections
// mode: read
// params: none
// row: drawing
// 下次换届日期最早的 60 个党组织，和它们的上级。
// 要看一个地方的：在引号里填党组织名称的一部分。
OPTIONAL MATCH (org:PartyOrg)
WHERE org.name CONTAINS ''
  AND org.next_election IS NOT NULL
WITH org
ORDER BY org.next_election, org.id
LIMIT 60
OPTIONAL MATCH superior = (org)-[:UNDER]->(:PartyOrg)
RETURN coalesce(org, '图里没有下次换届日期。') AS org, superior
