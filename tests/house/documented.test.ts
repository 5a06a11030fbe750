import t from 'tap'
import { readFileSync } from 'node:fs'
import { listAlgorithms } from '../../services/analysis/registry.ts'
import { IMPORT_FORMATS } from '../../services/contract/vocabulary.ts'
import { CATALOGUE } from '../../services/errors.ts'
import { startService } from '../support/start-service.ts'
import { isSource, projectFiles } from './project-files.ts'

interface Operation { operationId?: string, responses: Record<string, { content?: Record<string, { schema: { required?: string[] } }> }>, tags?: string[], summary?: string, description?: string, parameters?: { name: string }[] }
interface OpenApi { tags: { name: string }[], paths: Record<string, Record<string, Operation>> }

const README = readFileSync('README.md', 'utf8')
const ARCHITECTURE = readFileSync('ARCHITECTURE.md', 'utf8')
const CONTRIBUTING = readFileSync('CONTRIBUTING.md', 'utf8')
/** Variables of the shell and of the machinery that tests hand on, not settings of ours. */
const OF_THE_SHELL = new Set(['PATH', 'HOME', 'CI', 'JAVA_HOME', 'NODE_OPTIONS'])

t.test('every route has a tag, a summary, a description and a name, and says what a problem looks like', async t => {
  const service = await startService({ SEED: 'none' })
  t.teardown(service.stop)
  const { tags, paths } = await (await fetch(`${service.address}/openapi.json`)).json() as OpenApi
  const known = new Set(tags.map(tag => tag.name))
  const operations = Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })))
  t.ok(operations.length > 40)
  for (const { name, operation } of operations) {
    t.ok(operation.tags?.length === 1 && known.has(operation.tags[0]!), `${name} has one tag, and the tag is described`)
    t.match(operation.summary, /^[A-Z].{5,}/, `${name} has a summary`)
    t.match(operation.description, /^[A-Z][^]{5,}[.?!]$/, `${name} has a description in sentences`)
    t.match(operation.operationId, /^(get|post|put|patch|delete)[A-Z][A-Za-z0-9]+$/, `${name} has a name that programs can use`)
    t.strictSame(operation.responses.default?.content?.['application/problem+json']?.schema.required, ['type', 'title', 'status', 'code', 'detail', 'requestId'], `${name} says what a problem looks like`)
  }
  const ids = operations.map(({ operation }) => operation.operationId)
  t.strictSame(ids.filter((id, i) => ids.indexOf(id) !== i), [], 'no two operations have one name')
  const summaries = operations.map(({ operation }) => operation.summary)
  t.strictSame(summaries.filter((summary, i) => summaries.indexOf(summary) !== i), [], 'no two routes are summed up in the same words')
})

t.test('every error code stands in ARCHITECTURE.md with its status and title', async t => {
  for (const [code, { status, title }] of Object.entries(CATALOGUE)) t.ok(ARCHITECTURE.includes(`| \`${code}\` | ${status} | ${title} |`), code)
})

t.test('every algorithm stands in ARCHITECTURE.md with what it says', async t => {
  for (const { name, says, reference } of listAlgorithms()) t.ok(ARCHITECTURE.includes(`| \`${name}\` | ${says} | ${reference} |`), name)
})

t.test('every import format stands in the README', async t => {
  for (const format of IMPORT_FORMATS) t.ok(README.includes(`\`${format}\``), format)
})

t.test('every setting stands in the README', async t => {
  const config = readFileSync('services/config.ts', 'utf8')
  const settings = [...config.matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(match => match[1])
  t.ok(settings.includes('DATA_DIR'))
  const table = README.split('\n').filter(line => line.startsWith('| `')).join('\n')
  for (const setting of settings) t.ok(table.includes(`\`${setting}\``), setting)
})

t.test('every variable that tests read stands in CONTRIBUTING.md', async t => {
  const read = projectFiles('tests').filter(isSource).flatMap(path => [...readFileSync(path, 'utf8').matchAll(/process\.env\.([A-Z0-9_]+)/g)].map(match => match[1]!))
  const settings = [...new Set(read)].filter(name => !OF_THE_SHELL.has(name))
  t.ok(settings.length > 0)
  for (const setting of settings) t.ok(CONTRIBUTING.includes(`\`${setting}`), setting)
})

t.test('every script of package.json is explained', async t => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
  for (const name of Object.keys(scripts)) t.match(`${README}\n${CONTRIBUTING}`, new RegExp(`\`?npm (run )?${name}\\b`), name)
})
