// name: delete-value-chain-results
// mode: write
// rows: one
// Takes out what was measured on an input-output table.
MATCH (t:InputOutputTable {hash: $hash})<-[:RESULT_OF]-(r:ValueChainResult)
USING INDEX SEEK t:InputOutputTable(hash)
DETACH DELETE r
RETURN count(*) AS n
