// name: soundness/links
// mode: read
// params: none
// row: LinkCounts
// How many relationships Neo4j counts, which it keeps apart, and how many of them its store still holds.
MATCH ()-[link]->()
RETURN count(CASE
         WHEN size(labels(startNode(link))) > 0 AND size(labels(endNode(link))) > 0 AND type(link) <> ''
           THEN 1
       END) AS links,
       COUNT { ()-[]->() } AS counted_links
