// name: data_set/held
// mode: read
// params: none
// row: HeldDataSet
// The data set the graph holds; its digest is null until it was once loaded to the end.
MATCH (d:DataSet {id: 'data_set'})
RETURN d.name AS name,
       d.digest AS digest
