// name: ping-store
// mode: read
// rows: one
// Answers if the store does.
RETURN 1 AS answer
