// name: load/histories
// mode: read
// params: ids, types
// row: HistoryRow
// What there was and is of entities beside what they are: their versions, and every link that is their own, with the days of both its ends.
UNWIND $ids AS wanted
MATCH (e:Entity {id: wanted})
RETURN e.id AS id,
       [(e)-[:HAD]->(version:Version)
         WHERE version.valid_from IS :: DATE NOT NULL AND version.valid_to IS :: DATE NOT NULL |
         {element_id: elementId(version), kind: version.kind, properties: properties(version),
          valid_from: version.valid_from, valid_to: version.valid_to}] AS versions,
       COLLECT {
         MATCH (e)-[link]-(other)
         WHERE type(link) IN $types
           AND (type(link) IN ['LEADS', 'WAS_LEADS']) = (endNode(link) = e)
         WITH link, startNode(link) AS source, endNode(link) AS target
         ORDER BY type(link), source.id, target.id, link.valid_from, elementId(link)
         RETURN {
           element_id: elementId(link),
           type: type(link),
           source: coalesce(source.id, ''),
           target: coalesce(target.id, ''),
           valid_from: CASE WHEN link.valid_from IS :: DATE THEN link.valid_from END,
           valid_to: CASE WHEN link.valid_to IS :: DATE THEN link.valid_to END,
           is_final: coalesce(link.final, false),
           source_begun: CASE WHEN source.valid_from IS :: DATE THEN source.valid_from END,
           source_ended: CASE WHEN source.valid_to IS :: DATE THEN source.valid_to END,
           target_begun: CASE WHEN target.valid_from IS :: DATE THEN target.valid_from END,
           target_ended: CASE WHEN target.valid_to IS :: DATE THEN target.valid_to END
         }
       } AS links
ORDER BY id
