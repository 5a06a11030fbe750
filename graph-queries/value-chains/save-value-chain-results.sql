-- name: save-value-chain-results
-- mode: write
-- rows: one
-- Keeps what was measured on an input-output table, in place of what was kept under the same key.
INSERT INTO valueChainResult ("table", key, content)
SELECT r.value ->> 'table', r.value ->> 'key', r.value ->> 'content' FROM json_each(:rows) r
WHERE r.value ->> 'table' IN (SELECT hash FROM inputOutputTable)
ON CONFLICT ("table", key) DO UPDATE SET content = excluded.content
