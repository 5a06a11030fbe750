import t from 'tap'
import { spawnSync } from 'node:child_process'

const CHECKS: [name: string, command: string, ...commandArguments: string[]][] = [
  ['types', 'tsc', '--noEmit', '--pretty', 'false'],
  ['style and promises', 'eslint', '.'],
  ['import rules', 'depcruise', '--config', '.dependency-cruiser.cjs', 'services', 'graph-queries', 'visualizer', 'seeds', 'tests'],
  ['unused files, exports and packages', 'knip', '--no-progress']
]

for (const [name, command, ...commandArguments] of CHECKS) {
  t.test(name, t => {
    const { status, stdout, stderr } = spawnSync(`node_modules/.bin/${command}`, commandArguments, { encoding: 'utf8' })
    t.equal(status, 0, `${command} finds nothing`, { found: (stdout + stderr).split('\n').slice(0, 80) })
    t.end()
  })
}
