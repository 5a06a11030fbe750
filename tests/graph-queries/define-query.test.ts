import t from 'tap'
import type { Test } from 'tap'
import { pathToFileURL } from 'node:url'
import { queriesIn } from '../../graph-queries/query.ts'

const header = (mark: string, changes: Record<string, string> = {}) => {
  const { name, mode, rows, says } = { name: 'get-thing', mode: 'read', rows: 'maybe', says: 'One thing.', ...changes }
  return `${mark} name: ${name}\n${mark} mode: ${mode}\n${mark} rows: ${rows}\n${mark} ${says}\n`
}
const CYPHER = 'MATCH (n:Thing {id: $id})\nRETURN n.id AS id, n.name AS name\n'
const SQL = 'SELECT id AS id, name AS name FROM thing WHERE id = :id\n'

/** The pair with one thing changed, and the binder for its folder. */
function pair (t: Test, changes: { cypher?: string | null, sql?: string | null } = {}) {
  const { cypher, sql } = { cypher: header('//') + CYPHER, sql: header('--') + SQL, ...changes }
  const folder = t.testdir({ things: { ...(cypher !== null && { 'get-thing.cypher': cypher }), ...(sql !== null && { 'get-thing.sql': sql }) } })
  return queriesIn(pathToFileURL(`${folder}/`))
}
const bind = (define: ReturnType<typeof queriesIn>) => define('things/get-thing', { id: 'text' }, { id: 'text', name: 'text' })

t.test('a sound pair is bound with its header, its texts and what it takes and gives', async t => {
  t.strictSame(bind(pair(t)), {
    name: 'get-thing', mode: 'read', rows: 'maybe', says: 'One thing.', parameters: { id: 'text' }, columns: { id: 'text', name: 'text' }, cypher: CYPHER.trim(), sql: SQL.trim()
  })
})

t.test('each fault is refused at load, naming the file and the fault', async t => {
  const refused = (name: string, changes: Parameters<typeof pair>[1], message: RegExp) => t.test(name, async t => {
    t.throws(() => bind(pair(t, changes)), { name: 'QueryFault', message })
  })
  refused('no SQL twin', { sql: null }, /things\/get-thing\.sql is missing/)
  refused('no Cypher twin', { cypher: null }, /things\/get-thing\.cypher is missing/)
  refused('an undeclared parameter', { cypher: header('//') + CYPHER.replace('RETURN', 'WHERE n.kind = $kind RETURN') }, /get-thing\.cypher: parameter kind is in the statement/)
  refused('an undeclared parameter in SQL', { sql: header('--') + SQL.trim() + ' LIMIT :limit' }, /get-thing\.sql: parameter limit is in the statement/)
  refused('an idle parameter', { sql: header('--') + 'SELECT id AS id, name AS name FROM thing' }, /get-thing\.sql: parameter id is declared in the binding and not/)
  refused('a parameter that stands in quotes only', { sql: header('--') + "SELECT id AS id, name AS name FROM thing WHERE id = ':id'" }, /get-thing\.sql: parameter id is declared/)
  refused('a parameter that stands in a comment only', { cypher: header('//') + 'MATCH (n:Thing) // $id\nRETURN n.id AS id, n.name AS name' }, /get-thing\.cypher: parameter id is declared/)
  refused('a column too few', { cypher: header('//') + CYPHER.replace(', n.name AS name', '') }, /get-thing\.cypher: column name is declared/)
  refused('a column too many', { sql: header('--') + SQL.replace('name AS name', 'name AS name, kind AS kind') }, /get-thing\.sql: column kind is in the statement/)
  refused('a column of another name', { sql: header('--') + SQL.replace('name AS name', 'name AS title') }, /get-thing\.sql: column name is declared/)
  refused('a header with another name', { cypher: header('//', { name: 'get-item' }) + CYPHER }, /the header names it get-item/)
  refused('twins of two minds', { sql: header('--', { rows: 'one' }) + SQL }, /twins differ in the header's rows: "maybe" in \.cypher, "one" in \.sql/)
  refused('twins that say two things', { sql: header('--', { says: 'Another thing.' }) + SQL }, /twins differ in the header's says/)
  refused('a mode that is none', { cypher: header('//', { mode: 'peek' }) + CYPHER }, /mode must be read or write/)
  refused('a number of rows that is none', { cypher: header('//', { rows: 'few' }) + CYPHER }, /rows must be one, maybe, many, none/)
  refused('no sentence', { cypher: header('//', { says: 'thing' }) + CYPHER }, /must be a sentence/)
  refused('no header', { cypher: CYPHER }, /line 1 must be "name: \.\.\."/)
})

t.test('a name is given once', async t => {
  const folder = t.testdir({
    things: { 'get-thing.cypher': header('//') + CYPHER, 'get-thing.sql': header('--') + SQL }, others: { 'get-thing.cypher': header('//') + CYPHER, 'get-thing.sql': header('--') + SQL }
  })
  const define = queriesIn(pathToFileURL(`${folder}/`))
  bind(define)
  t.throws(() => define('others/get-thing', { id: 'text' }, { id: 'text', name: 'text' }), { name: 'QueryFault', message: /others\/get-thing: the name get-thing is taken by things\/get-thing/ })
})

t.test('columns are read from the outermost result', async t => {
  const columns = { id: 'text', n: 'number' } as const
  const bound = pair(t, {
    cypher: header('//') + "CALL () { MATCH (m {id: $id}) RETURN m.x AS x, m.y AS y }\nWITH x WHERE x <> 'RETURN a AS b'\nRETURN DISTINCT x AS id, size([a IN [1, 2] | a]) AS n\nORDER BY id, n\nLIMIT 3",
    sql: header('--') + 'WITH a AS (SELECT 1 AS x, 2 AS y) SELECT a.x AS "id", (SELECT count(*) AS z FROM a) AS n FROM a WHERE a.x = :id ORDER BY a.y'
  })('things/get-thing', { id: 'text' }, columns)
  t.strictSame(bound.columns, columns)
  const write = { cypher: header('//', { mode: 'write' }) + 'MATCH (n {id: $id}) DELETE n RETURN count(*) AS n', sql: header('--', { mode: 'write' }) + 'DELETE FROM thing WHERE id IN (SELECT id AS id FROM thing WHERE id = :id)' }
  t.equal(pair(t, write)('things/get-thing', { id: 'text' }, { n: 'number' }).mode, 'write', 'a writing SQL statement gives the rows it changed')
})
