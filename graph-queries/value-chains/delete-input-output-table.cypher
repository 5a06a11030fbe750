// name: delete-input-output-table
// mode: write
// rows: one
// Takes an input-output table out.
MATCH (t:InputOutputTable {hash: $hash})
USING INDEX SEEK t:InputOutputTable(hash)
DETACH DELETE t
RETURN count(*) AS n
