// name: search/named_total
// mode: read
// params: none
// row: Count
// How many entities there are.
MATCH (e:Entity)
WHERE e.id > ''
RETURN count(*) AS total
