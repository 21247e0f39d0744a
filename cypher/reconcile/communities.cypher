// name: reconcile/communities
// mode: read
// params: day
// row: Counted
// Residents' committees under a street.
WITH $day = date('9999-12-31') AS is_today
CALL (is_today) {
  WITH is_today
  WHERE is_today
  MATCH (community:Neighbourhood {category: 'residents_committee'})-[:WITHIN*1..20]->(:Town {category: 'street'})
  RETURN count(DISTINCT community) AS counted
  UNION ALL
  WITH is_today
  WHERE NOT is_today
  CALL () {
    MATCH (community:Entity)
    WHERE community.kind = 'Neighbourhood'
      AND community.id > ''
      AND community.valid_from <= $day AND coalesce($day < community.valid_to, true)
      AND NOT EXISTS { (community)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to }
    RETURN community, community AS state
    UNION ALL
    MATCH (community:Entity)-[:HAD]->(version:Version)
    WHERE version.kind = 'Neighbourhood'
      AND version.valid_from <= $day AND $day < version.valid_to
    RETURN community, version AS state
  }
  WITH community, state
  WHERE state.category = 'residents_committee'
  MATCH (community)-[links:WITHIN|WAS_WITHIN*1..20]->(town:Entity)
  WHERE all(link IN links WHERE link.valid_from <= $day AND coalesce($day < link.valid_to, true))
  WITH community, coalesce(head([(town)-[:HAD]->(version) WHERE version.valid_from <= $day AND $day < version.valid_to | version]), town) AS state
  WHERE state.kind = 'Town'
    AND state.category = 'street'
  RETURN count(DISTINCT community) AS counted
}
RETURN sum(counted) AS counted
