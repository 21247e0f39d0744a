// name: identifiers/holders
// mode: read
// params: codes, areas, area_kinds, day
// row: Holders
// The ids of what had one of some codes on a day, in order: a code of one of some schemes, or the official code of an area. A
// value that a code no longer has is looked for on a day of the past alone.
MATCH (revision:Revision {id: 'revision'})
WITH revision.seq AS seq, revision.token_key AS token_key
CALL () {
  UNWIND $codes AS wanted
  CALL (wanted) {
    MATCH (code:Entity)
    USING TEXT INDEX code:Entity(name)
    WHERE code.name STARTS WITH wanted.value
      AND code.name = wanted.value
      AND code.kind = 'Identifier'
    RETURN code
    UNION
    UNWIND CASE WHEN $day = date('9999-12-31') THEN [] ELSE ['Identifier'] END AS kind
    MATCH (code:Entity)-[:HAD]->(version:Version)
    WHERE code.kind = kind
      AND version.name = wanted.value
    RETURN code
  }
  WITH wanted, code, coalesce(
    head([(code)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), code
  ) AS state
  WHERE state.name = wanted.value
    AND state.scheme IN wanted.schemes
  MATCH (code)-[link:IDENTIFIES|WAS_IDENTIFIES]->(holder:Entity)
  WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true)
  RETURN collect(DISTINCT holder.id) AS holders
}
CALL () {
  UNWIND $areas AS wanted
  CALL (wanted) {
    MATCH (area:Entity)
    USING INDEX area:Entity(code)
    WHERE area.code = wanted
    RETURN area
    UNION
    UNWIND CASE WHEN $day = date('9999-12-31') THEN [] ELSE $area_kinds END AS kind
    MATCH (area:Entity)-[:HAD]->(version:Version)
    WHERE area.kind = kind
      AND version.code = wanted
    RETURN area
  }
  WITH wanted, area, coalesce(
    head([(area)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), area
  ) AS state
  WHERE state.code = wanted
    AND state.valid_from <= $day AND coalesce($day < state.valid_to, true)
  RETURN collect(DISTINCT area.id) AS areas
}
UNWIND CASE WHEN holders + areas = [] THEN [null] ELSE holders + areas END AS id
WITH DISTINCT seq, token_key, id
ORDER BY id
RETURN seq,
       token_key,
       collect(id) AS ids
