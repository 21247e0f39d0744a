// name: units/total_named
// mode: read
// params: q, category, line, member
// row: Count
// How many units stand today with a part of their name.
MATCH (unit:Unit)
WHERE unit.name CONTAINS $q
  AND ($category IS NULL OR unit.category = $category)
  AND ($line IS NULL OR unit.line = $line)
  AND ($member IS NULL OR EXISTS { (unit)-[:MEMBER_OF]->() } = $member)
RETURN count(unit) AS total
