// name: lists/bearers_of_category
// mode: read
// params: kind, others, category, day
// row: Bearers
// Whether a category stands on a day among the areas of a kind, and whether it stands among those of other kinds.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  RETURN EXISTS {
           MATCH (a:Area)
           WHERE a.kind = $kind
             AND a.category = $category
             AND a.id > ''
         } AS of_kind,
         EXISTS {
           MATCH (a:Area)
           WHERE a.kind <> $kind
             AND a.category = $category
             AND a.id > ''
         } AS of_another
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  RETURN EXISTS {
           MATCH (a:Entity)
           USING INDEX a:Entity(kind, id)
           WHERE a.kind = $kind
             AND a.id > ''
             AND a.category = $category
             AND a.valid_from <= $day AND coalesce($day < a.valid_to, true)
             AND NOT EXISTS { (a)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
         } OR EXISTS {
           MATCH (was:Version)
           USING INDEX was:Version(kind, valid_to)
           WHERE was.kind = $kind
             AND was.valid_to > $day
             AND was.valid_from <= $day
             AND was.category = $category
         } AS of_kind,
         EXISTS {
           MATCH (a:Entity)
           USING INDEX a:Entity(kind, id)
           WHERE a.kind IN $others
             AND a.id > ''
             AND a.category = $category
             AND a.valid_from <= $day AND coalesce($day < a.valid_to, true)
             AND NOT EXISTS { (a)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
         } OR EXISTS {
           MATCH (was:Version)
           USING INDEX was:Version(kind, valid_to)
           WHERE was.kind IN $others
             AND was.valid_to > $day
             AND was.valid_from <= $day
             AND was.category = $category
         } AS of_another
}
RETURN of_kind,
       of_another
