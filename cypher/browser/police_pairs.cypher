// 36 公安一对一结对
// name: browser/police_pairs
// mode: read
// params: none
// row: drawing
// 这个派出所的民警各与哪个机关民警结对。
// 要看别的派出所：在引号里填名称的一部分；空着，就是编号最小的有民警结对的派出所。
OPTIONAL MATCH (station:PoliceStation)<-[:STATIONED_AT]-(:Officer)-[:PAIRED_WITH]-()
WHERE station.name CONTAINS ''
WITH DISTINCT station
ORDER BY station.id
LIMIT 1
OPTIONAL MATCH stationed = (station)<-[:STATIONED_AT]-(officer:Officer)
OPTIONAL MATCH pair = (officer)-[:PAIRED_WITH]-(:Officer)
WITH stationed, pair
WHERE stationed IS NULL OR pair IS NOT NULL
RETURN coalesce(stationed, '图里没有结对的民警，或没有名称这样写而有民警结对的派出所。') AS stationed, pair
