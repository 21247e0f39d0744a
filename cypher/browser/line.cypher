// 14 一条线的部门和联盟
// name: browser/line
// mode: read
// params: none
// row: drawing
// 同一条线（如公安、住建）的各个部门，和它们参加的联盟；最多画 100 条连线。
// 要看别的线：在引号里填线的名称；空着，就是按编号排在最前的部门的线。
OPTIONAL MATCH (department:Unit)
WHERE department.line CONTAINS ''
WITH department.line AS line, min(department.id) AS first
ORDER BY first
LIMIT 1
OPTIONAL MATCH (department:Unit {line: line})
OPTIONAL MATCH membership = (department)-[:MEMBER_OF]->(:Alliance)
WITH department, membership
ORDER BY department.id
LIMIT 100
RETURN coalesce(department, '图里没有这条线的部门。') AS department, membership
