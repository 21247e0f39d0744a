// name: reconcile/activity_participations
// mode: read
// params: day
// row: Counted
// Participants of all activities of alliances, each as often as he took part.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (activity:Activity)-[:ORGANISED_BY]->(:Alliance)
  RETURN sum(activity.participants) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (activity:Entity)-[by:ORGANISED_BY|WAS_ORGANISED_BY]->(:Entity)
  WHERE by.valid_from <= $day AND coalesce($day < by.valid_to, true)
  RETURN sum(coalesce(head([(activity)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), activity).participants) AS counted
}
RETURN sum(counted) AS counted
