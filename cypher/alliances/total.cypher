// name: alliances/total
// mode: read
// params: level
// row: Count
// How many alliances stand today.
MATCH (alliance:Alliance)
WHERE ($level IS NULL OR alliance.level = $level)
  AND alliance.id > ''
RETURN count(alliance) AS total
