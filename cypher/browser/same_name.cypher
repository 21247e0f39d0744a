// 16 同名的社区（村）
// name: browser/same_name
// mode: read
// params: none
// row: drawing
// 重名最多的社区（村），每一个所在的街道（镇、乡）、区（县）。
// 要看别的名称：在引号里填名称的一部分；空着，就是重名最多的名称。
MATCH (neighbourhood:Neighbourhood)
WHERE neighbourhood.name CONTAINS ''
WITH neighbourhood.name AS name, collect(neighbourhood) AS namesakes
ORDER BY size(namesakes) DESC, name
LIMIT 1
UNWIND namesakes AS neighbourhood
MATCH place = (neighbourhood)-[:WITHIN*0..20]->(root:Area)
WHERE NOT EXISTS { (root)-[:WITHIN]->() }
OPTIONAL MATCH covers = (neighbourhood)<-[:COVERS]-(:PartyOrg)
RETURN place, covers
