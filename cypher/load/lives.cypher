// name: load/lives
// mode: read
// params: ids, since
// row: LivesRow
// The first days and the ends of those entities that began after a day or have ended, in one row: a row an id costs both sides as much again.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
WHERE e.valid_from > $since
   OR e.valid_to IS NOT NULL
RETURN collect([
         e.id,
         CASE WHEN e.valid_from IS :: DATE THEN e.valid_from END,
         CASE WHEN e.valid_to IS :: DATE THEN e.valid_to END
       ]) AS lives
