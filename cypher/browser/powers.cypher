// 33 一个街道的权力
// name: browser/powers
// mode: read
// params: none
// row: drawing
// 下放给这个街道的权力和执法事项、赋予它的职权，各由哪个部门下放。
// 要看别的街道：在引号里填名称的一部分；空着，就是编号最小的街道。
MATCH (town:Town)
WHERE town.name CONTAINS ''
  AND EXISTS { (town)<-[:DELEGATED_TO]-() }
WITH town
ORDER BY town.id
LIMIT 1
MATCH held = (town)<-[:DELEGATED_TO|GRANTED_TO]-(power)
OPTIONAL MATCH delegated = (power)-[:DELEGATED_BY]->(:Unit)
RETURN held, delegated
