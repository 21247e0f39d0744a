// 20 过去：已经结束的
// name: browser/past
// mode: read
// params: none
// row: drawing
// 带“原”字的连线是已经结束的关系；灰色的圆是已经撤销的。最近结束的 100 条；刚装载的图里没有。
MATCH ended = (one:Entity)-[link:WAS_UNDER|WAS_COVERS|WAS_WITHIN|WAS_LEADS|WAS_MEMBER_OF|WAS_GUIDED_BY]->(other:Entity)
RETURN ended
ORDER BY link.valid_to DESC, one.id, other.id
LIMIT 100
