// name: upsert-sources
// mode: write
// rows: one
// Adds data sources, or replaces those with the same key.
UNWIND $rows AS row
MERGE (d:DataSource {key: row.key})
SET d = row
RETURN count(*) AS n
