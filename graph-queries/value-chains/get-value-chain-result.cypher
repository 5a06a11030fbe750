// name: get-value-chain-result
// mode: read
// rows: maybe
// What was measured on an input-output table, by its key.
MATCH (r:ValueChainResult)
USING INDEX SEEK r:ValueChainResult(table, key)
WHERE r.table = $hash AND r.key = $key
RETURN r.content AS content
