import t from 'tap'
import { readFileSync } from 'node:fs'
import { isSource, projectFiles } from './project-files.ts'

interface Rule { name: string, pattern: RegExp, where: (path: string) => boolean }

const THIS_FILE = 'tests/house/left-overs.test.ts'
const isText = (path: string) => !/\.(png|gz|ico|woff2?|jar|pdf|zip|lock)$/.test(path) && path !== 'package-lock.json'
const isProse = (path: string) => /\.(ts|tsx|js|cjs|css|html|md|yml|cypher|sql|sh)$/.test(path) || ['Dockerfile', '.ci/run'].includes(path)

const RULES: Rule[] = [
  { name: 'work that was put off', pattern: /\b(TODO|FIXME|HACK)\b/, where: isProse },
  { name: 'a test switched off', pattern: /\bt\.(todo|skip|only)\(|\b(describe|it|test)\.(skip|only)\(/, where: isSource },
  { name: 'a checker switched off', pattern: /@ts-(ignore|nocheck|expect-error)|eslint-disable(?!.* -- )|@knipignore|\bas any\b/, where: isSource },
  { name: 'a debugger or a print left behind', pattern: /^\s*debugger\b|console\.(debug|trace|dir)\(/, where: isSource },
  { name: 'a path of one machine', pattern: /(^|[\s'"`(=])\/(work|home|Users|root|farm|mnt|srv)\//, where: path => isText(path) && !['Dockerfile', 'docker-compose.yml'].includes(path) && !path.startsWith('tests/datasets/') && !/^seeds\/.*\.(csv|json)$/.test(path) }
]

const files = projectFiles().filter(path => path !== THIS_FILE && !path.startsWith('.dependency'))

for (const { name, pattern, where } of RULES) {
  t.test(`nowhere ${name}`, async t => {
    const found = files.filter(where).flatMap(path => readFileSync(path, 'utf8').split('\n')
      .map((line, i) => ({ line, at: `${path}:${i + 1}` }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, at }) => `${at}: ${line.trim().slice(0, 120)}`))
    t.strictSame(found, [])
  })
}
