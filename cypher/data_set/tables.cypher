// name: data_set/tables
// mode: read
// params: none
// row: KeptTables
// The tables of kinds of the data set the graph holds, as one text of JSON; null where an earlier release loaded it.
MATCH (d:DataSet {id: 'data_set'})
RETURN d.tables AS tables
