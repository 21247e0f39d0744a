// 34 没有权力依据的职责
// name: browser/duties_without_power
// mode: read
// params: none
// row: drawing
// 这个街道承担的职责里，背后没有任何下放到本街道的权力、执法事项或职权的。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的街道。
MATCH (town:Town)
WHERE town.name CONTAINS ''
  AND EXISTS { (town)<-[:BORNE_BY]-() }
WITH town
ORDER BY town.id
LIMIT 1
MATCH borne = (town)<-[:BORNE_BY]-(duty:Duty)
WHERE NOT EXISTS { (duty)-[:BACKED_BY]->()-[:DELEGATED_TO|GRANTED_TO]->(town) }
RETURN borne
