// name: reconcile/streets
// mode: read
// params: day
// row: Counted
// Towns of the category street in the whole territory.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (street:Town {category: 'street'})
  RETURN count(street) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  CALL () {
    MATCH (street:Entity)
    WHERE street.kind = 'Town'
      AND street.id > ''
      AND street.valid_from <= $day AND coalesce($day < street.valid_to, true)
      AND NOT EXISTS { (street)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
    RETURN street, street AS state
    UNION ALL
    MATCH (street:Entity)-[:HAD]->(version:Version)
    WHERE version.kind = 'Town'
      AND version.valid_from <= $day AND $day < version.valid_to
    RETURN street, version AS state
  }
  WITH street, state
  WHERE state.category = 'street'
  RETURN count(street) AS counted
}
RETURN sum(counted) AS counted
