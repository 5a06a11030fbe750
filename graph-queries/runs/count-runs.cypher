// name: count-runs
// mode: read
// rows: one
// How many runs there are.
MATCH (r:Run)
RETURN count(*) AS n
