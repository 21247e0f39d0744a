// 06 一个社区的地盘
// name: browser/territory
// mode: read
// params: none
// row: drawing
// 社区分成网格，网格里有小区，小区里有楼。
// 要看别的社区：在引号里填名称的一部分；空着，就是编号最小的有网格的社区。
MATCH (neighbourhood:Neighbourhood)<-[:WITHIN]-(:Grid)
WHERE neighbourhood.name CONTAINS ''
WITH neighbourhood
ORDER BY neighbourhood.id
LIMIT 1
MATCH place = (neighbourhood)<-[:WITHIN*]-(:Area)
RETURN place
