// name: set-schema-version
// mode: write
// rows: one
// The stored data has the form of this version from now on.
MATCH (d:Dataset {id: 'dataset'})
SET d.schemaVersion = $schemaVersion
RETURN count(*) AS n
