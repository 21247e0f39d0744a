// name: reconcile/street_offices_max
// mode: read
// params: day
// row: Counted
// The most offices that were added to a street.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (street:StreetCommittee)
  OPTIONAL MATCH (office:StreetOffice)-[:PART_OF]->(street)
  WITH street, count(office) AS offices
  RETURN coalesce(max(offices), 0) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  CALL () {
    MATCH (street:Entity)
    WHERE street.kind = 'StreetCommittee'
      AND street.id > ''
      AND street.valid_from <= $day AND coalesce($day < street.valid_to, true)
      AND NOT EXISTS { (street)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
    RETURN street, street AS state
    UNION ALL
    MATCH (street:Entity)-[:HAD]->(version:Version)
    WHERE version.kind = 'StreetCommittee'
      AND version.valid_from <= $day AND $day < version.valid_to
    RETURN street, version AS state
  }
  OPTIONAL MATCH (office:Entity)-[part:PART_OF|WAS_PART_OF]->(street)
  WHERE office.kind = 'StreetOffice'
    AND part.valid_from <= $day AND coalesce($day < part.valid_to, true)
  WITH street, count(office) AS offices
  RETURN coalesce(max(offices), 0) AS counted
}
RETURN sum(counted) AS counted
