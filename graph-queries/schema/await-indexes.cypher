// Waits until the indexes can be used, at most $seconds.
CALL db.awaitIndexes($seconds)
