// 34 没有权力依据的职责
// name: browser/duties_without_power
// mode: read
// params: none
// row: drawing
// 这个街道承担的职责里，背后没有任何下放到本街道的权力、执法事项或职权的。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的有职责的街道。
OPTIONAL MATCH (town)<-[:BORNE_BY]-(:Duty)
WHERE town.name CONTAINS ''
WITH DISTINCT town
ORDER BY town.id
LIMIT 1
OPTIONAL MATCH borne = (town)<-[:BORNE_BY]-(duty:Duty)
WHERE NOT EXISTS { (duty)-[:BACKED_BY]->()-[:DELEGATED_TO|GRANTED_TO]->(town) }
RETURN coalesce(borne, '图里没有这样的职责：没有职责，或者每项职责背后都有权力。') AS borne
