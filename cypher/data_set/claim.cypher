// name: data_set/claim
// mode: write
// params: name, loading
// row: none
// Gives a graph to a data set, and notes which state of it is being loaded.
MERGE (d:DataSet {id: 'data_set'})
SET d.name = $name,
    d.loading = $loading
