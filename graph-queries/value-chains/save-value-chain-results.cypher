// name: save-value-chain-results
// mode: write
// rows: one
// Keeps what was measured on an input-output table, in place of what was kept under the same key.
UNWIND $rows AS row
MATCH (t:InputOutputTable {hash: row.table})
USING INDEX SEEK t:InputOutputTable(hash)
MERGE (r:ValueChainResult {table: row.table, key: row.key})
SET r.content = row.content
MERGE (r)-[:RESULT_OF]->(t)
RETURN count(*) AS n
