// name: upsert-links
// mode: write
// rows: one
// Adds links, or replaces those with the same id; both ends are organisations.
UNWIND $rows AS row
MATCH (s:Organisation {id: row.source})
USING INDEX SEEK s:Organisation(id)
MATCH (t:Organisation {id: row.target})
USING INDEX SEEK t:Organisation(id)
FOREACH (_ IN CASE row.kind WHEN 'SUPPLIES' THEN [1] ELSE [] END |
  MERGE (s)-[l:SUPPLIES {id: row.id}]->(t) SET l = row {.id, .weight, .product, .sector, .from, .to, .evidence, .confidence, .dataSource, .updatedAt}, l.changedIn = $revision)
FOREACH (_ IN CASE row.kind WHEN 'COLLABORATES' THEN [1] ELSE [] END |
  MERGE (s)-[l:COLLABORATES {id: row.id}]->(t) SET l = row {.id, .weight, .product, .sector, .from, .to, .evidence, .confidence, .dataSource, .updatedAt}, l.changedIn = $revision)
FOREACH (_ IN CASE row.kind WHEN 'OWNS' THEN [1] ELSE [] END |
  MERGE (s)-[l:OWNS {id: row.id}]->(t) SET l = row {.id, .weight, .product, .sector, .from, .to, .evidence, .confidence, .dataSource, .updatedAt}, l.changedIn = $revision)
FOREACH (_ IN CASE row.kind WHEN 'LICENSES' THEN [1] ELSE [] END |
  MERGE (s)-[l:LICENSES {id: row.id}]->(t) SET l = row {.id, .weight, .product, .sector, .from, .to, .evidence, .confidence, .dataSource, .updatedAt}, l.changedIn = $revision)
RETURN count(*) AS n
