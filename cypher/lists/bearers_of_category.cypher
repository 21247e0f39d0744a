// name: lists/bearers_of_category
// mode: read
// params: kind, category
// row: Bearers
// Whether a category stands today among the areas of a kind, and whether it stands among those of other kinds.
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
