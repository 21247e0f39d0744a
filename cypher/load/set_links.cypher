// name: load/set_links
// mode: write
// params: rows
// row: none
// Brings links, standing or past, each found by the store's own id for it, to other properties; one that is null goes.
UNWIND $rows AS row
MATCH ()-[link]->()
WHERE elementId(link) = row.element_id
SET link += row.properties
