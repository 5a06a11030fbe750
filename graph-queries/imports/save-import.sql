-- name: save-import
-- mode: write
-- rows: one
-- Saves the report of an import.
INSERT INTO import (id, status, startedAt, report)
SELECT r.value ->> 'id', r.value ->> 'status', r.value ->> 'startedAt', r.value ->> 'report'
FROM json_each(:rows) r WHERE true
ON CONFLICT (id) DO UPDATE SET status = excluded.status, startedAt = excluded.startedAt, report = excluded.report
