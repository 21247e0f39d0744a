// name: reconcile/streets
// mode: read
// params: none
// row: Counted
// Towns of the category street in the whole territory.
MATCH (street:Town {category: 'street'})
RETURN count(street) AS counted
