// 33 一个街道的权力
// name: browser/powers
// mode: read
// params: none
// row: drawing
// 下放给这个街道的权力和执法事项、赋予它的职权，各由哪个部门下放。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的有权力的街道。
OPTIONAL MATCH (town)<-[:DELEGATED_TO|GRANTED_TO]-()
WHERE town.name CONTAINS ''
WITH DISTINCT town
ORDER BY EXISTS { (town)<-[:DELEGATED_TO]-() } DESC, town.id
LIMIT 1
OPTIONAL MATCH held = (town)<-[:DELEGATED_TO|GRANTED_TO]-(power)
OPTIONAL MATCH delegated = (power)-[:DELEGATED_BY]->(:Unit)
RETURN coalesce(held, '图里没有下放的权力，或没有名称这样写而有权力的街道。') AS held, delegated
