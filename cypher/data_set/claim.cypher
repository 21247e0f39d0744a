// name: data_set/claim
// mode: write
// params: name
// row: none
// Gives a graph that no data set holds to one.
CREATE (:DataSet {id: 'data_set', name: $name})
