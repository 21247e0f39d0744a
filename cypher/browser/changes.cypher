// 18 最近的十次变更
// name: browser/changes
// mode: read
// params: none
// row: drawing
// 每次变更是谁、何时、做了什么、依据是什么，点开一个圆就看到；所改的实体画在旁边（成批导入的变更不指某一个实体）。
OPTIONAL MATCH (change:Change)
WITH change
ORDER BY change.seq DESC
LIMIT 10
OPTIONAL MATCH (entity:Entity {id: change.entity_id})
RETURN coalesce(change, '图里没有变更。') AS change, entity
