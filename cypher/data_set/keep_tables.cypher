// name: data_set/keep_tables
// mode: write
// params: tables
// row: none
// States the tables of kinds of the data set the graph holds.
MATCH (d:DataSet {id: 'data_set'})
SET d.tables = $tables
