// 19 改过的：原来是什么
// name: browser/versions
// mode: read
// params: none
// row: drawing
// 连线“曾为”的另一头是原来的内容，圆里写着到哪一天为止。最近改的 100 个；刚装载的图里没有。
MATCH before = (entity:Entity)-[:HAD]->(version:Version)
RETURN before
ORDER BY version.valid_to DESC, entity.id
LIMIT 100
