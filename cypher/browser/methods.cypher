// 29 工作法和步骤
// name: browser/methods
// mode: read
// params: none
// row: drawing
// 每个工作法有哪些步骤。
MATCH step = (:Method)<-[:PART_OF]-(:MethodStep)
RETURN step
