// name: list-input-output-tables
// mode: read
// rows: many
// All input-output tables, newest first.
MATCH (t:InputOutputTable)
RETURN t.hash AS hash, t.importedAt AS importedAt, t.document AS document
ORDER BY t.importedAt DESC, t.hash
