// name: schema/version_kind
// mode: schema
// params: none
// row: none
// Finds the versions of a kind that ended after a day: what was of that kind then.
CREATE INDEX version_kind IF NOT EXISTS
FOR (n:Version)
ON (n.kind, n.valid_to)
