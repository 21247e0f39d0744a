// name: captions/changes
// mode: read
// params: after, limit
// row: CaptionedChange
// What the captions of changes are made of, and those they have, in the order of their numbers.
MATCH (c:Change)
WHERE c.seq > $after
  AND c.seq IS :: INTEGER NOT NULL
  AND c.action IS :: STRING NOT NULL
WITH c
ORDER BY c.seq
LIMIT $limit
RETURN c.seq AS seq,
       c.action AS action,
       CASE WHEN c.caption IS :: STRING THEN c.caption END AS caption
ORDER BY seq
