// 17 两个单位之间的路
// name: browser/path
// mode: read
// params: none
// row: drawing
// 经过联盟、党组织、辖区，怎样从一个单位走到另一个。
// 在两个引号里各填一个单位名称的一部分；空着，就是编号最小和最大的单位，没有单位的，是党组织。
OPTIONAL MATCH (one:Unit|PartyOrg)
WHERE one.name CONTAINS ''
WITH one
ORDER BY one:Unit DESC, one.id
LIMIT 1
OPTIONAL MATCH (other:Unit|PartyOrg)
WHERE other.name CONTAINS '' AND other <> one
WITH one, other
ORDER BY other:Unit DESC, other.id DESC
LIMIT 1
OPTIONAL MATCH way = shortestPath((one)-[:MEMBER_OF|LEADS|GUIDED_BY|UNDER|COVERS|WITHIN|LOCATED_IN|MOVED_DOWN_TO*..12]-(other))
RETURN coalesce(way, '图里没有从一个走到另一个的路，或没有名称这样写的单位。') AS way
