// 29 工作法和步骤
// name: browser/methods
// mode: read
// params: none
// row: drawing
// 每个工作法有哪些步骤。
OPTIONAL MATCH (method:Method)
OPTIONAL MATCH step = (method)<-[:PART_OF]-(:MethodStep)
RETURN coalesce(method, '图里没有工作法。') AS method, step
