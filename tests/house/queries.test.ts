import t from 'tap'
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { projectFiles } from './project-files.ts'

const VERBS = ['add', 'append', 'bump', 'claim', 'clear', 'complete', 'count', 'create', 'delete', 'detach', 'drop', 'ensure', 'find', 'get', 'list', 'lock', 'mark', 'match', 'ping', 'raise', 'read', 'remove', 'replace', 'save', 'set', 'stream', 'update', 'upsert', 'verify', 'write']
/** The schema is written in two languages that have nothing in common. */
const SCHEMA = /^graph-queries\/schema\//

const queries = projectFiles('graph-queries').filter(path => /\.(cypher|sql)$/.test(path))
const bindings = projectFiles('graph-queries').filter(path => path.endsWith('.ts')).map(path => readFileSync(path, 'utf8')).join('\n')

t.test('there are queries to check', async t => t.ok(queries.length > 20))

t.test('every statement has its twin', async t => {
  const alone = queries.filter(path => !SCHEMA.test(path))
    .filter(path => !queries.includes(path.endsWith('.sql') ? path.replace(/sql$/, 'cypher') : path.replace(/cypher$/, 'sql')))
  t.strictSame(alone, [])
})

t.test('a query is named by a verb and what it acts on', async t => {
  const misnamed = queries.filter(path => !SCHEMA.test(path)).filter(path => !new RegExp(`^(${VERBS.join('|')})-[a-z-]+\\.(cypher|sql)$`).test(basename(path)))
  t.strictSame(misnamed, [])
})

t.test('every pair is bound, by its own name', async t => {
  const names = [...new Set(queries.filter(path => !SCHEMA.test(path)).map(path => basename(path).replace(/\.(cypher|sql)$/, '')))]
  t.strictSame(names.filter(name => !bindings.includes(`'${name}'`) && !bindings.includes(`/${name}'`)), [])
})

t.test('no statement text outside graph-queries', async t => {
  const statement = /\b(MATCH \(|UNWIND \$|MERGE \(|SELECT [\w*, .]+ FROM|INSERT INTO|DELETE FROM)/
  const found = projectFiles('services').filter(path => path.endsWith('.ts')).flatMap(path => readFileSync(path, 'utf8').split('\n')
    .map((line, i) => ({ line, at: `${path}:${i + 1}` })).filter(({ line }) => statement.test(line)).map(({ at }) => at))
  t.strictSame(found, [])
})

t.test('queries stand in a folder of their subject', async t => {
  t.strictSame(queries.filter(path => dirname(path).split('/').length !== 2), [])
})
