// name: data_set/count
// mode: write
// params: none
// row: none
// Keeps how many entities there are and figures are published, of which none may be lost from now on.
MATCH (d:DataSet {id: 'data_set'})
SET d.entities = COUNT { (:Entity) },
    d.figures = COUNT { (d)-[:PUBLISHES]->(:Figure) }
