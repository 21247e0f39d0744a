// name: reconcile/linkage_levels
// mode: read
// params: none
// row: Counted
// The levels linked from the community's alliance up: community, street, county, city, province.
MATCH (:Alliance)-[:GUIDED_BY*0..10]->(linked:Alliance|LeadingGroup)
RETURN count(DISTINCT linked.level) AS counted
