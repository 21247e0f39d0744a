// name: reconcile/police_rooms
// mode: read
// params: day
// row: Counted
// Police rooms of communities.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (room:PoliceRoom)-[:SERVES]->(:Neighbourhood)
  RETURN count(DISTINCT room) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  MATCH (room:Entity)-[serves:SERVES|WAS_SERVES]->(:Entity)
  WHERE room.kind = 'PoliceRoom'
    AND room.id > ''
    AND serves.valid_from <= $day AND coalesce($day < serves.valid_to, true)
  RETURN count(DISTINCT room) AS counted
}
RETURN sum(counted) AS counted
