// name: reconcile/open_venues
// mode: read
// params: day
// row: Counted
// Venues that units in an alliance have opened.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (venue:Venue)-[:OPENED_BY]->(unit:Unit)
  WHERE EXISTS { (unit)-[:MEMBER_OF]->(:Alliance) }
  RETURN count(DISTINCT venue) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (venue:Entity)-[opened:OPENED_BY|WAS_OPENED_BY]->(unit:Entity)
  WHERE opened.valid_from <= $day AND coalesce($day < opened.valid_to, true)
    AND EXISTS {
      (unit)-[seat:MEMBER_OF|WAS_MEMBER_OF]->(alliance:Entity)
      WHERE seat.valid_from <= $day AND coalesce($day < seat.valid_to, true)
        AND coalesce(head([(alliance)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), alliance).kind = 'Alliance'
    }
  RETURN count(DISTINCT venue) AS counted
}
RETURN sum(counted) AS counted
