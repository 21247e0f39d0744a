// name: data_set/drop_figures
// mode: write
// params: none
// row: none
// Takes away the published figures, before they are stated anew.
MATCH (:DataSet {id: 'data_set'})-[:PUBLISHES]->(figure:Figure)
DETACH DELETE figure
