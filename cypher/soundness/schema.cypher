// name: soundness/schema
// mode: read
// params: none
// row: Definition
// The indexes there are, those that hold a constraint among them, under its name. Those that find a label or a type were made
// with the database, under names of Neo4j's own.
SHOW INDEXES
YIELD name, type, entityType, state, owningConstraint
RETURN CASE type
         WHEN 'LOOKUP' THEN CASE entityType WHEN 'NODE' THEN 'labels_lookup' ELSE 'types_lookup' END
         ELSE name
       END AS name,
       state <> 'FAILED' AS is_usable,
       owningConstraint IS NOT NULL AS is_constraint
ORDER BY name
