// name: data_set/drop_figures
// mode: write
// params: none
// row: none
// Takes away the published figures, before they are stated anew; also those whose data set was taken out.
MATCH (figure:Figure)
DETACH DELETE figure
