// name: add-revision
// mode: write
// rows: one
// Notes when a revision was committed, so that it is known again later.
CREATE (:Revision {number: $number, committedAt: $now})
RETURN count(*) AS n
