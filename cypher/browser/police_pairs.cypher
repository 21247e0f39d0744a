// 36 公安一对一结对
// name: browser/police_pairs
// mode: read
// params: none
// row: drawing
// 这个派出所的民警各与哪个机关民警结对。
// 要看别的派出所：在引号里填名称的一部分；空着，就是编号最小的派出所。
MATCH (station:PoliceStation)
WHERE station.name CONTAINS ''
  AND EXISTS { (station)<-[:STATIONED_AT]-()-[:PAIRED_WITH]-() }
WITH station
ORDER BY station.id
LIMIT 1
MATCH stationed = (station)<-[:STATIONED_AT]-(officer:Officer)
MATCH pair = (officer)-[:PAIRED_WITH]-(:Officer)
RETURN stationed, pair
