// name: captions/named
// mode: read
// params: after, kinds, limit, whole
// row: Captioned
// What the captions of standing entities are made of, and those they have, in the order of their ids: of each the names of what
// it is inside, and those of what it stands for itself, which its caption keeps. Entities of the kinds whose caption is the whole
// name have no names around them.
MATCH (e:Entity)
USING INDEX e:Entity(id)
WHERE e.id > $after
  AND e.valid_to IS NULL
  AND e.kind IN $kinds
  AND e.name IS :: STRING NOT NULL
WITH e
ORDER BY e.id
LIMIT $limit
RETURN e.id AS id,
       e.kind AS kind,
       e.name AS name,
       CASE WHEN e.kind IN $whole THEN [] ELSE COLLECT {
         MATCH (e)<-[:LEADS*0..1]-()-[:COVERS|DISPATCHED_BY|LOCATED_IN|ORGANISED_BY|PART_OF|SERVES|SET_UP_IN|UNDER|WITHIN*1..20]->(above)
         WHERE above.name IS :: STRING NOT NULL
         RETURN DISTINCT above.name
       } END AS around,
       CASE WHEN e.kind IN $whole THEN [] ELSE COLLECT {
         MATCH (e)<-[:LEADS*0..1]-()-[:COVERS|LOCATED_IN|SET_UP_IN]->(own)
         WHERE own.name IS :: STRING NOT NULL
         RETURN DISTINCT own.name
       } END AS own,
       CASE WHEN e.caption IS :: STRING THEN e.caption END AS caption
ORDER BY id
