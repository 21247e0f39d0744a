// name: data_set/figures
// mode: read
// params: none
// row: Figure
// The published figures the loaded data set states, in its order.
MATCH (:DataSet {id: 'data_set'})-[:PUBLISHES]->(figure:Figure)
RETURN figure.key AS key,
       figure.phrase AS phrase,
       figure.value AS value,
       figure.unit AS unit,
       coalesce(figure.comparison, 'equal') AS comparison,
       figure.statement AS statement,
       figure.note AS note
ORDER BY figure.seq
