// name: load/restate_past
// mode: write
// params: rows, several, types
// row: none
// Puts right what closed entities ended with: relationships they keep end when the entity did, none before it or the one before
// them began; others were stated wrong and are void, which is to have ended the day they began.
UNWIND $rows AS row
MATCH (e:Entity {id: row.id})-[was]-(end)
WHERE type(was) IN $types
  AND was.final
  AND CASE type(was) WHEN 'WAS_LEADS' THEN endNode(was) ELSE startNode(was) END = e
WITH e, was, row, end, [type(was), startNode(was).id, endNode(was).id] IN row.kept AS is_kept,
     COLLECT {
       MATCH (e)-[former]-(other)
       WHERE type(former) = type(was)
         AND former.final IS NULL
         AND former.valid_from < former.valid_to
         AND CASE type(former) WHEN 'WAS_LEADS' THEN endNode(former) ELSE startNode(former) END = e
         AND (other = end OR NOT type(former) IN $several)
       RETURN former.valid_to
     } AS former_ends
SET was.final = CASE WHEN is_kept THEN true ELSE null END,
    was.valid_to = CASE WHEN is_kept THEN row.valid_to ELSE was.valid_from END,
    was.valid_from = reduce(
      latest = was.valid_from,
      day IN CASE WHEN is_kept THEN former_ends ELSE [] END | CASE WHEN day > latest THEN day ELSE latest END
    )
SET was.valid_from = CASE WHEN was.valid_from > was.valid_to THEN was.valid_to ELSE was.valid_from END
