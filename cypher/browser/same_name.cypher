// 16 同名的社区（村）
// name: browser/same_name
// mode: read
// params: none
// row: drawing
// 重名最多的社区（村），每一个所在的街道（镇、乡）、区（县）。
// 要看别的名称：在引号里填名称的一部分；空着，就是重名最多的名称；没有社区（村）的，是街道（镇、乡）或其他地方。
OPTIONAL MATCH (neighbourhood:Area)
WHERE neighbourhood.name CONTAINS ''
WITH neighbourhood.name AS name, neighbourhood.kind AS kind, collect(neighbourhood) AS namesakes
ORDER BY namesakes[0]:Neighbourhood DESC, namesakes[0]:Town DESC, size(namesakes) DESC, name, kind
LIMIT 1
UNWIND CASE WHEN name IS NULL THEN [null] ELSE namesakes[..20] END AS neighbourhood
OPTIONAL MATCH place = (neighbourhood)-[:WITHIN*0..20]->(root:Area)
WHERE NOT EXISTS { (root)-[:WITHIN]->() }
OPTIONAL MATCH covers = (neighbourhood)<-[:COVERS]-(:PartyOrg)
RETURN coalesce(place, '图里没有名称这样写的地方。') AS place, covers
