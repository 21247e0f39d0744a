// 06 一个社区的辖区
// name: browser/territory
// mode: read
// params: none
// row: drawing
// 社区分成网格，网格里有小区，小区里有楼；最多画 150 处，先大后小。
// 要看别的社区：在引号里填名称的一部分；空着，就是编号最小的分成网格的社区，没有这样的社区的，是别的里面还有地方的一处。
OPTIONAL MATCH (neighbourhood:Area)
WHERE neighbourhood.name CONTAINS ''
WITH neighbourhood
ORDER BY EXISTS { (neighbourhood:Neighbourhood)<-[:WITHIN]-(:Grid) } DESC, EXISTS { (neighbourhood)<-[:WITHIN]-() } DESC,
  neighbourhood:Neighbourhood DESC, neighbourhood:Town DESC, neighbourhood.id
LIMIT 1
OPTIONAL MATCH place = (neighbourhood)<-[:WITHIN*0..20]-(area:Area)
WITH place, area
ORDER BY length(place), area.id
LIMIT 150
RETURN coalesce(place, '图里没有名称这样写的地方。') AS place
