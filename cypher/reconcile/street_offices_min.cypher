// name: reconcile/street_offices_min
// mode: read
// params: none
// row: Counted
// The fewest offices that were added to a street.
MATCH (street:StreetCommittee)
OPTIONAL MATCH (office:StreetOffice)-[:PART_OF]->(street)
WITH street, count(office) AS offices
RETURN coalesce(min(offices), 0) AS counted
