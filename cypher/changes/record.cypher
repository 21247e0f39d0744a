// name: changes/record
// mode: write
// params: seq, actor, action, caption, entity_id, before, after, basis
// row: none
// The last statement of every change: what was done, by whom, on what basis; before and after are JSON text.
CREATE (:Change {
  seq: $seq,
  at: datetime(),
  actor: $actor,
  action: $action,
  caption: $caption,
  entity_id: $entity_id,
  before: $before,
  after: $after,
  basis: $basis
})
