// name: find-organisations
// mode: read
// rows: many
// Which of these ids are organisations.
UNWIND $ids AS wanted
MATCH (o:Organisation {id: wanted})
USING INDEX SEEK o:Organisation(id)
RETURN o.id AS id
