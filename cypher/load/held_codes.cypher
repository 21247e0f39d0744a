// name: load/held_codes
// mode: read
// params: none
// row: HeldCode
// Every code of another system that the graph has or had, with its days, what it belongs to or belonged to last, and what it
// was before; masked, where it is or was a person's.
MATCH (code:Entity)
USING INDEX code:Entity(kind, id)
WHERE code.kind = 'Identifier'
  AND code.id > ''
  AND code.valid_from IS :: DATE NOT NULL
RETURN code.id AS id,
       CASE WHEN code.scheme IS :: STRING THEN code.scheme END AS scheme,
       CASE WHEN coalesce(code.full_value, code.name) IS :: STRING THEN coalesce(code.full_value, code.name) END AS value,
       head(COLLECT {
         MATCH (code)-[link:IDENTIFIES|WAS_IDENTIFIES]->(holder:Entity)
         RETURN holder.id
         ORDER BY link.valid_to IS NULL DESC, link.valid_to DESC, holder.id
       }) AS holder,
       code.valid_from AS valid_from,
       CASE WHEN code.valid_to IS :: DATE THEN code.valid_to END AS valid_to,
       CASE WHEN code.row_digest IS :: STRING THEN code.row_digest END AS row_digest,
       code.full_value IS NOT NULL
         OR EXISTS {
           MATCH (code)-[:HAD]->(version:Version)
           WHERE version.full_value IS NOT NULL
         } AS is_masked,
       COLLECT {
         MATCH (code)-[:HAD]->(version:Version)
         WHERE version.valid_from IS :: DATE NOT NULL
           AND version.valid_to IS :: DATE NOT NULL
         RETURN [version.scheme, coalesce(version.full_value, version.name), version.valid_from, version.valid_to]
       } AS was
ORDER BY id
