// name: reconcile/street_offices_max
// mode: read
// params: none
// row: Counted
// The most offices that were added to a street.
MATCH (street:StreetCommittee)
OPTIONAL MATCH (office:StreetOffice)-[:PART_OF]->(street)
WITH street, count(office) AS offices
RETURN coalesce(max(offices), 0) AS counted
