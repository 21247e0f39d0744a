// name: data_set/claim
// mode: write
// params: name
// row: HeldDataSet
// Gives an unclaimed graph to a data set, and says which one holds it.
MERGE (d:DataSet {id: 'data_set'})
ON CREATE SET d.name = $name
RETURN d.name AS name,
       d.digest AS digest
