import t from 'tap'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

interface Violation { from: string, to: string, rule: { name: string } }

/** A house with one bad import in each room; the sentence says what must be found. */
const BAD: [path: string, source: string, rule: string][] = [
  ['services/contract/a.ts', "import 'node:fs'", 'imports-of-services-contract'],
  ['services/contract/b.ts', "import '../errors.ts'", 'imports-of-services-contract'],
  ['services/analysis/a.ts', "import 'node:fs'", 'imports-of-services-analysis'],
  ['services/analysis/b.ts', "import '../store/graph-store.ts'", 'imports-of-services-analysis'],
  ['services/snapshot/a.ts', "import { store } from '../store/graph-store.ts'\nexport const b = store", 'type-imports-of-services-snapshot'],
  ['services/routes/a.ts', "import '../../graph-queries/query.ts'", 'imports-of-services-routes'],
  ['services/runs/a.ts', "import 'neo4j-driver'", 'neo4j-behind-its-store'],
  ['services/ingest/a.ts', "import '@photostructure/sqlite'", 'sqlite-behind-its-store'],
  ['services/routes/b.ts', "import '../app.ts'", 'only-entries-import-the-app'],
  ['services/routes/c.ts', "import '../../tests/support/x.ts'", 'nothing-imports-tests'],
  ['visualizer/panels/a.ts', "import 'sigma'", 'sigma-behind-the-stage'],
  ['visualizer/panels/b.ts', "import '../../services/errors.ts'", 'imports-of-visualizer'],
  ['graph-queries/a.ts', "import '../services/errors.ts'", 'imports-of-graph-queries'],
  ['services/store/a.ts', "import './b.ts'", 'no-cycles'],
  ['services/store/c.ts', "import './missing.ts'", 'unresolved'],
  ['services/store/d.ts', "import 'fast-check'", 'product-needs-no-dev-package']
]
const GOOD: [path: string, source: string][] = [
  ['services/errors.ts', 'export const errors = 1'],
  ['services/app.ts', "import './routes/d.ts'"],
  ['services/server.ts', "import './app.ts'"],
  ['services/routes/d.ts', "import type { Store } from '../store/graph-store.ts'\nexport type D = Store"],
  ['services/store/graph-store.ts', 'export const store = 1\nexport type Store = 1'],
  ['services/store/b.ts', "import './a.ts'"],
  ['services/store/neo4j-store.ts', "import 'neo4j-driver'"],
  ['services/store/sqlite-store.ts', "import '@photostructure/sqlite'\nimport 'node:sqlite'"],
  ['visualizer/stage/stage.ts', "import 'sigma'"],
  ['graph-queries/query.ts', "import 'node:fs'"],
  ['tests/support/x.ts', 'export const x = 1']
]
const PACKAGES = { dependencies: { 'neo4j-driver': '1.0.0', '@photostructure/sqlite': '1.0.0', sigma: '1.0.0' }, devDependencies: { 'fast-check': '1.0.0' } }

const require = createRequire(import.meta.url)

t.test('each import rule finds what it is for, and nothing else', async t => {
  const house = t.testdir()
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text + '\n')
  }
  for (const [path, source] of [...BAD, ...GOOD]) write(path, source)
  for (const name of [...Object.keys(PACKAGES.dependencies), ...Object.keys(PACKAGES.devDependencies)]) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    write(`node_modules/${name}/index.js`, '')
  }
  write('package.json', JSON.stringify({ type: 'module', ...PACKAGES }))
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(name, join(house, name))
  mkdirSync(join(house, 'seeds'))

  const { stdout, stderr } = spawnSync(process.execPath, [resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
    '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'services', 'graph-queries', 'visualizer', 'tests'], { cwd: house, encoding: 'utf8', maxBuffer: 1e8 })
  t.equal(stderr, '')
  const violations: Violation[] = JSON.parse(stdout).summary.violations
  for (const [path, , rule] of BAD) t.ok(violations.some(violation => violation.from === path && violation.rule.name === rule), `${path}: ${rule}`)
  const bad = new Set(BAD.map(([path]) => path))
  t.strictSame(violations.filter(({ from }) => !bad.has(from) && from !== 'services/store/b.ts').map(({ from, rule }) => `${from}: ${rule.name}`), [])
})

t.test('every folder of services has its import rule', async t => {
  const rules: { forbidden: { name: string }[] } = require(resolve('.dependency-cruiser.cjs'))
  const named = new Set(rules.forbidden.map(({ name }) => name))
  const folders = readdirSync('services', { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name)
  for (const folder of folders) t.ok(named.has(`imports-of-services-${folder}`), folder)
})
