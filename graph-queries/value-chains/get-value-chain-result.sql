-- name: get-value-chain-result
-- mode: read
-- rows: maybe
-- What was measured on an input-output table, by its key.
SELECT r.content AS content FROM valueChainResult r WHERE r."table" = :hash AND r.key = :key
