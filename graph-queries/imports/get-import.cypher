// name: get-import
// mode: read
// rows: maybe
// The report of one import.
MATCH (i:Import {id: $id})
USING INDEX SEEK i:Import(id)
RETURN i.report AS report
