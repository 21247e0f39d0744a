// name: alliances/total_named
// mode: read
// params: q, level
// row: Count
// How many alliances stand today with a part of their name.
MATCH (alliance:Alliance)
WHERE alliance.name CONTAINS $q
  AND ($level IS NULL OR alliance.level = $level)
RETURN count(alliance) AS total
