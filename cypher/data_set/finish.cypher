// name: data_set/finish
// mode: write
// params: title, source, first_day, digest
// row: none
// Says what the loaded data set is, and that it was loaded to its end.
MATCH (d:DataSet {id: 'data_set'})
SET d.title = $title,
    d.source = $source,
    d.first_day = $first_day,
    d.digest = $digest,
    d.loading = null
