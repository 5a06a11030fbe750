// name: get-input-output-table
// mode: read
// rows: maybe
// One input-output table.
MATCH (t:InputOutputTable {hash: $hash})
USING INDEX SEEK t:InputOutputTable(hash)
RETURN t.hash AS hash, t.importedAt AS importedAt, t.document AS document
