// 37 下放的机构
// name: browser/institutions_down
// mode: read
// params: none
// row: drawing
// 下放到这个区县的街道（镇、乡）的事业单位；前 60 个。
// 要看别的区县：在引号里填名称的一部分；空着，就是编号最小的有下放机构的区县，没有区县的，是别的地方。
OPTIONAL MATCH (unit:Unit)-[:MOVED_DOWN_TO]->(town:Area)-[:WITHIN*0..20]->(county:Area)
WHERE county.name CONTAINS ''
WITH county, collect(unit) AS units
ORDER BY county:County DESC, county:Town DESC, county.id
LIMIT 1
UNWIND CASE WHEN county IS NULL THEN [null] ELSE units END AS unit
WITH county, unit
ORDER BY unit.id
LIMIT 60
OPTIONAL MATCH down = (county)<-[:WITHIN*0..20]-(:Area)<-[:MOVED_DOWN_TO]-(unit)
RETURN coalesce(down, '图里没有下放的机构，或没有名称这样写而有下放机构的区县。') AS down
