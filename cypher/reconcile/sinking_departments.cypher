// name: reconcile/sinking_departments
// mode: read
// params: none
// row: Counted
// Lines of the departments whose officers are posted to towns.
MATCH (:Town)<-[:POSTED_TO]-(:Officer {assignment: 'posted'})-[:EMPLOYED_BY]->(department:Unit)
RETURN count(DISTINCT department.line) AS counted
