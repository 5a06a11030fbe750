import t from 'tap'
import { DatabaseSync } from '@photostructure/sqlite'
import { createTables } from '../../graph-queries/schema/index.ts'
import { allQueries, READS_ALL } from './all-queries.ts'

const database = new DatabaseSync(':memory:')
database.exec(createTables)
t.teardown(() => database.close())

const queries = await allQueries()
const rows = (sql: string): Array<Record<string, unknown>> => database.prepare(sql).all()
/** EXPLAIN's Transaction step says in p2 whether the statement writes. */
const writes = (sql: string): boolean => rows(`EXPLAIN ${sql}`).some(({ opcode, p2 }) => opcode === 'Transaction' && p2 === 1)
/** Tables read from end to end; a scan of a parameter's rows or of a partial result is none. */
const scans = (sql: string): string[] => rows(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => String(detail)).filter(detail => /^SCAN (?!json_each|r\b|k\b|wanted|start|shared|reached)/.test(detail) && !/VIRTUAL TABLE|CONSTANT ROW/.test(detail))

t.test('the checks see what they look for', async t => {
  t.ok(writes('DELETE FROM link'))
  t.notOk(writes('SELECT 1 FROM link'))
  t.strictSame(scans('SELECT id FROM link WHERE kind = :kind'), ['SCAN link'])
})

for (const { name, sql, mode, columns } of queries) {
  t.test(name, async t => {
    const given = database.prepare(sql).columns().map(column => column.name)
    t.strictSame(given.length === 0 ? ['n'] : given, Object.keys(columns), 'the columns of the binding, in its order')
    t.equal(writes(sql), mode === 'write' && name !== 'lock-dataset', `mode: ${mode}`)
    if (!READS_ALL.has(name)) t.strictSame(scans(sql), [], 'finds its rows by index')
  })
}
