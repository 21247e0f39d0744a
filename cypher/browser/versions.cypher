// 19 改过的：原来是什么
// name: browser/versions
// mode: read
// params: none
// row: drawing
// 连线“曾为”的另一头是原来的内容，圆里写着到哪一天为止。最近改的 60 个；刚导入的图里没有。
OPTIONAL MATCH before = (entity:Entity)-[:HAD]->(version:Version)
WITH before, entity, version
ORDER BY version.valid_to DESC, entity.id
LIMIT 60
RETURN coalesce(before, '图里没有改过的：导入之后还没有什么改了名称或其他内容。') AS before
