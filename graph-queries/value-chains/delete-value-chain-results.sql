-- name: delete-value-chain-results
-- mode: write
-- rows: one
-- Takes out what was measured on an input-output table.
DELETE FROM valueChainResult WHERE "table" = :hash
