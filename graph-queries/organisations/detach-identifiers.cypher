// name: detach-identifiers
// mode: write
// rows: one
// Takes away the identifiers that the organisations no longer have.
UNWIND $rows AS row
MATCH (o:Organisation {id: row.id})-[r:IDENTIFIED_BY]->(i)
USING INDEX SEEK o:Organisation(id)
WHERE NOT i.key IN row.identifiers
DELETE r
WITH DISTINCT i WHERE NOT EXISTS { (i)<-[:IDENTIFIED_BY]-() }
DELETE i
RETURN count(*) AS n
