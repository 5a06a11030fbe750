// name: count-imports
// mode: read
// rows: one
// How many imports there were.
MATCH (i:Import)
RETURN count(*) AS n
