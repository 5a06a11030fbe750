// name: add-deletion
// mode: write
// rows: one
// Notes what was deleted in a revision; what went with it is not noted.
CREATE (:Deletion {revision: $revision, kind: $kind, id: $id})
RETURN count(*) AS n
