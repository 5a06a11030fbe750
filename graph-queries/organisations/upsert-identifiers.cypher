// name: upsert-identifiers
// mode: write
// rows: one
// Makes the organisations findable by their identifiers.
UNWIND $rows AS row
MATCH (o:Organisation {id: row.id})
USING INDEX SEEK o:Organisation(id)
UNWIND row.identifiers AS key
MERGE (i:Identifier {key: key})
MERGE (o)-[:IDENTIFIED_BY]->(i)
RETURN count(*) AS n
