// name: units/total
// mode: read
// params: category, line, member
// row: Count
// How many units stand today.
MATCH (unit:Unit)
WHERE ($category IS NULL OR unit.category = $category)
  AND ($line IS NULL OR unit.line = $line)
  AND ($member IS NULL OR EXISTS { (unit)-[:MEMBER_OF]->() } = $member)
  AND unit.id > ''
RETURN count(unit) AS total
