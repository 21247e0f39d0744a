// 37 下放的机构
// name: browser/institutions_down
// mode: read
// params: none
// row: drawing
// 下放到这个区县的街道（镇、乡）的事业单位；前 150 个。
// 要看别的区县：在引号里填名称的一部分；空着，就是编号最小的区县。
MATCH (county:County)
WHERE county.name CONTAINS ''
  AND EXISTS { (county)<-[:WITHIN*1..20]-(:Town)<-[:MOVED_DOWN_TO]-() }
WITH county
ORDER BY county.id
LIMIT 1
MATCH down = (county)<-[:WITHIN*1..20]-(:Town)<-[:MOVED_DOWN_TO]-(unit:Unit)
RETURN down
ORDER BY unit.id
LIMIT 150
