// name: get-table
// mode: read
// rows: maybe
// One table of a run.
MATCH (t:RunTable)
USING INDEX SEEK t:RunTable(run, name)
WHERE t.run = $run AND t.name = $name
RETURN t.content AS content
