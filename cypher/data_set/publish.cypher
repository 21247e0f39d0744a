// name: data_set/publish
// mode: write
// params: figures
// row: none
// States the published figures.
MATCH (d:DataSet {id: 'data_set'})
UNWIND $figures AS row
CREATE (d)-[:PUBLISHES]->(figure:Figure)
SET figure = row
