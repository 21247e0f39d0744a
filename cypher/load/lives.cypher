// name: load/lives
// mode: read
// params: ids
// row: LivesRow
// The first days and the ends of entities, in one row: a row an id costs both sides as much again.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
RETURN collect([
         e.id,
         CASE WHEN e.valid_from IS :: DATE THEN e.valid_from END,
         CASE WHEN e.valid_to IS :: DATE THEN e.valid_to END
       ]) AS lives
