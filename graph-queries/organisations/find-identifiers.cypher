// name: find-identifiers
// mode: read
// rows: many
// Organisation ids by identifier; of organisations that share one, the first by id.
UNWIND $keys AS wanted
MATCH (i:Identifier {key: wanted})<-[:IDENTIFIED_BY]-(o)
USING INDEX SEEK i:Identifier(key)
RETURN i.key AS key, min(o.id) AS id
