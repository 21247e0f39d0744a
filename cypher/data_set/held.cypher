// name: data_set/held
// mode: read
// params: none
// row: HeldDataSet
// The data set the graph holds: the digest last loaded to its end, and that of a load not yet at its end.
MATCH (d:DataSet {id: 'data_set'})
RETURN d.name AS name,
       d.digest AS digest,
       d.loading AS loading,
       d.tables AS tables
