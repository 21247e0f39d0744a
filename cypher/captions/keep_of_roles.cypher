// name: captions/keep_of_roles
// mode: write
// params: captions, limit
// row: Count
// Gives so many memberships, standing or past, the captions of their roles, and counts them: those that have none, or another.
MATCH ()-[bond:MEMBER_OF|WAS_MEMBER_OF]->()
WHERE bond.role IN keys($captions)
  AND (bond.caption IS NULL OR bond.caption <> $captions[bond.role])
WITH bond
LIMIT $limit
SET bond.caption = $captions[bond.role]
RETURN count(bond) AS total
